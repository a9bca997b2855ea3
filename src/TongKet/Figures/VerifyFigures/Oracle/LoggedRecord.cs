namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>A column of a table and how the change log writes it.</summary>
public sealed record LoggedColumn(string Name, bool IsDay, bool IsNumber);

/// <summary>
/// A table as it would be if one record were as the log has it: in its place the logged values, or nothing where the
/// log knows of no such record. So the figures that a change behind the log's back moved can be counted and named.
/// </summary>
public sealed record LoggedRecord(string Table, IReadOnlyList<LoggedColumn> Columns, long Id, string? Json)
{
    /// <summary>Tables that the figures are counted from.</summary>
    public static readonly IReadOnlySet<string> CountedTables = new HashSet<string>
    {
        "organization_version",
        "organization_place",
        "organization_succession",
        "member",
        "stay",
        "member_grade",
        "organization_grade",
        "aggregate_count",
        "target",
        "commendation",
        "meeting",
    };

    public IReadOnlyList<(string Name, object Value)> Parameters =>
        Json is null ? [("logged_id", Id)] : [("logged_id", Id), ("logged", Json)];

    /// <summary>The named query that stands before the table of the same name.</summary>
    public string Records(bool isPostgreSql)
    {
        var names = string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));
        var table = isPostgreSql ? $"public.{Table}" : $"main.{Table}";
        var logged =
            Json is null ? ""
            : isPostgreSql ? $" UNION ALL SELECT {names} FROM jsonb_populate_record(NULL::{table}, @logged::jsonb)"
            : $" UNION ALL SELECT {string.Join(", ", Columns.Select(OfJson))}";
        return $"{Table} AS (SELECT {names} FROM {table} WHERE id <> @logged_id{logged}),\n";
    }

    private static string OfJson(LoggedColumn column)
    {
        var value = $"json_extract(@logged, '$.{column.Name}')";
        // The day number of 1/1/0001 is 0, its Julian day 1721425.5.
        return column.IsDay ? $"CAST(julianday({value}) - 1721425.5 AS INTEGER)"
            : column.IsNumber ? $"CAST({value} AS REAL)"
            : value;
    }
}
