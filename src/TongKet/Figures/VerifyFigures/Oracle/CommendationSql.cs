namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>
/// Commendations of the year; while it runs those decided by @day. Subject: 1 Party organization, 2 other collective,
/// 3 member, 4 other person. Form: 3 flag, 4 Party badge, which is counted apart.
/// </summary>
internal static class CommendationSql
{
    public const string Counts = """
        SELECT i.above, i.own, count(*) AS known, 0 AS too_young,
            sum(CASE WHEN c.form <> 4 AND c.subject IN (1, 2) THEN c.by_now ELSE 0 END) AS collective_awarded_count,
            sum(CASE WHEN c.form <> 4 AND c.subject = 1 THEN c.by_now ELSE 0 END) AS org_awarded_count,
            sum(CASE WHEN c.form <> 4 AND c.subject IN (3, 4) THEN c.by_now ELSE 0 END) AS individual_awarded_count,
            sum(CASE WHEN c.form <> 4 AND c.subject = 3 THEN c.by_now ELSE 0 END) AS member_awarded_count,
            sum(CASE WHEN c.form = 3 THEN c.by_now ELSE 0 END) AS flag_awarded_count,
            sum(CASE WHEN c.form = 4 THEN c.by_now ELSE 0 END) AS badge_total
        FROM inside i
        JOIN (
            SELECT organization_id, subject, form,
                CASE WHEN @day >= @year_end OR decided_on <= @day THEN 1 ELSE 0 END AS by_now
            FROM commendation
            WHERE year = @year
        ) c ON c.organization_id = i.below
        WHERE i.is_party = 1
        GROUP BY i.above, i.own
        """;
}
