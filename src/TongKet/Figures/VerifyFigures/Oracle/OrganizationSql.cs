namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>Organizations by kind, what counts-only units sent, and targets.</summary>
internal static class OrganizationSql
{
    public const string Kinds = """
        SELECT i.above, i.own, count(*) AS known,
            sum(CASE WHEN NOT v.from_is_known AND v.from_on >= @period_start THEN 1 ELSE 0 END) AS too_young,
            sum(CASE WHEN @committee_kinds LIKE '%,' || v.kind || ',%' THEN 1 ELSE 0 END) AS grassroots_party_committee_count,
            sum(CASE WHEN @grassroots_cell_kinds LIKE '%,' || v.kind || ',%' THEN 1 ELSE 0 END) AS grassroots_cell_count,
            sum(CASE WHEN @subordinate_cell_kinds LIKE '%,' || v.kind || ',%' THEN 1 ELSE 0 END) AS subordinate_cell_count,
            sum(CASE WHEN @sectional_kinds LIKE '%,' || v.kind || ',%' THEN 1 ELSE 0 END) AS departmental_party_committee_count
        FROM inside i
        JOIN organization_version v ON v.organization_id = i.below
            AND v.from_on <= @day AND (v.to_on IS NULL OR v.to_on > @day)
        WHERE i.is_party = 1
        GROUP BY i.above, i.own
        """;

    /// <summary>Numbers of this day by units that send no names.</summary>
    public const string Sent = """
        SELECT i.above, i.own, a.figure_code, sum(a.value) AS value
        FROM inside i
        JOIN aggregate_count a ON a.organization_id = i.below AND a.as_of = @day
        WHERE i.is_party = 1
        GROUP BY i.above, i.own, a.figure_code
        """;

    public const string Targets = """
        SELECT t.organization_id, t.figure_code, t.direction, t.assigned_value, t.manual_result
        FROM target t
        WHERE t.year = @year
        ORDER BY t.organization_id, t.code
        """;
}
