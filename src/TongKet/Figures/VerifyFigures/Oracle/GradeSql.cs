namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>
/// Grades of the year of those on the roster on @roster_on, and of organizations in force on that day. Grade: 0 none,
/// 1 excellent, 2 good, 3 completed, 4 not completed; reason for none: 0 nothing recorded, 1 exempt, 2 admitted
/// under six months, 3 suspended, 4 not yet reviewed.
/// </summary>
internal static class GradeSql
{
    public const string Members = """
        SELECT i.above, i.own, sum(r.graded) AS known, 0 AS too_young,
            sum(CASE WHEN r.grade = 1 THEN 1 ELSE 0 END) AS member_excellent_count,
            sum(CASE WHEN r.grade = 2 THEN 1 ELSE 0 END) AS member_good_count,
            sum(CASE WHEN r.grade = 3 THEN 1 ELSE 0 END) AS member_completed_count,
            sum(CASE WHEN r.grade = 4 THEN 1 ELSE 0 END) AS member_not_completed_count,
            sum(CASE WHEN r.grade <> 0 THEN 1 ELSE 0 END) AS member_rated_count,
            sum(CASE WHEN r.grade = 0 THEN r.not_subject ELSE 0 END) AS member_exempt_count,
            sum(CASE WHEN r.grade = 0 AND r.reason = 1 THEN 1 ELSE 0 END) AS member_exempt_activity_count,
            sum(CASE WHEN r.grade = 0 AND r.reason = 2 THEN 1 ELSE 0 END) AS member_under_six_months_count,
            sum(CASE WHEN r.grade = 0 AND r.reason = 3 THEN 1 ELSE 0 END) AS member_suspended_count,
            sum(CASE WHEN r.grade = 0 THEN 1 - r.not_subject ELSE 0 END) AS member_unrated_count,
            sum(CASE WHEN r.grade = 0 AND r.reason = 4 THEN 1 ELSE 0 END) AS member_not_reviewed_count,
            sum(CASE WHEN r.grade = 0 AND r.reason = 0 THEN 1 ELSE 0 END) AS member_unrecorded_count
        FROM inside i
        JOIN (
            SELECT s.cell_id, coalesce(g.grade, 0) AS grade, coalesce(g.reason, 0) AS reason,
                CASE WHEN g.id IS NOT NULL AND @roster_on <= @day THEN 1 ELSE 0 END AS graded,
                CASE WHEN @not_subject_reasons LIKE '%,' || coalesce(g.reason, 0) || ',%' THEN 1 ELSE 0 END AS not_subject
            FROM stay s
            LEFT JOIN member_grade g ON g.member_id = s.member_id AND g.year = @year
            WHERE s.from_on <= @roster_on AND (s.to_on IS NULL OR s.to_on > @roster_on)
        ) r ON r.cell_id = i.below
        WHERE i.is_party = 1
        GROUP BY i.above, i.own
        """;

    public const string Organizations = """
        SELECT i.above, i.own, sum(r.graded) AS known, 0 AS too_young,
            sum(CASE WHEN r.grade = 1 THEN r.grassroots ELSE 0 END) AS org_excellent_count,
            sum(CASE WHEN r.grade = 2 THEN r.grassroots ELSE 0 END) AS org_good_count,
            sum(CASE WHEN r.grade = 3 THEN r.grassroots ELSE 0 END) AS org_completed_count,
            sum(CASE WHEN r.grade = 4 THEN r.grassroots ELSE 0 END) AS org_not_completed_count,
            sum(CASE WHEN r.grade = 1 THEN r.subordinate ELSE 0 END) AS cell_excellent_count,
            sum(CASE WHEN r.grade = 2 THEN r.subordinate ELSE 0 END) AS cell_good_count,
            sum(CASE WHEN r.grade = 3 THEN r.subordinate ELSE 0 END) AS cell_completed_count,
            sum(CASE WHEN r.grade = 4 THEN r.subordinate ELSE 0 END) AS cell_not_completed_count,
            sum(CASE WHEN r.grade = 0 THEN r.subordinate ELSE 0 END) AS cell_unrated_count
        FROM inside i
        JOIN (
            SELECT v.organization_id, coalesce(g.grade, 0) AS grade,
                CASE WHEN g.id IS NOT NULL AND @roster_on <= @day THEN 1 ELSE 0 END AS graded,
                CASE WHEN @committee_kinds LIKE '%,' || v.kind || ',%'
                    OR @grassroots_cell_kinds LIKE '%,' || v.kind || ',%' THEN 1 ELSE 0 END AS grassroots,
                CASE WHEN @subordinate_cell_kinds LIKE '%,' || v.kind || ',%' THEN 1 ELSE 0 END AS subordinate
            FROM organization_version v
            LEFT JOIN organization_grade g ON g.organization_id = v.organization_id AND g.year = @year
            WHERE v.from_on <= @roster_on AND (v.to_on IS NULL OR v.to_on > @roster_on)
        ) r ON r.organization_id = i.below
        WHERE i.is_party = 1
        GROUP BY i.above, i.own
        """;
}
