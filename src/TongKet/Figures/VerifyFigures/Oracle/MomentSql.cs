namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>In which years something is recorded.</summary>
internal static class MomentSql
{
    /// <summary>Days on which somebody came or went; who was there before the records says nothing of a year.</summary>
    public const string Days = """
        SELECT from_on FROM stay WHERE how_in <> 0
        UNION
        SELECT to_on FROM stay WHERE to_on IS NOT NULL
        UNION
        SELECT as_of FROM aggregate_count
        """;

    public const string Years = """
        SELECT year FROM member_grade
        UNION
        SELECT year FROM organization_grade
        UNION
        SELECT year FROM target
        """;

    public static async Task<IReadOnlySet<int>> YearsAsync(OracleQuery query, CancellationToken cancel)
    {
        var days = await query.ReadAsync(Days, [], r => query.Day(r, 0).Year, cancel);
        var years = await query.ReadAsync(Years, [], r => r.GetInt32(0), cancel);
        return days.Concat(years).ToHashSet();
    }
}
