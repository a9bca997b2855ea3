namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>A record that cannot be as it stands: what is wrong, the organization it concerns, and which record.</summary>
public sealed record StructureFault(string Kind, long? Organization, string Table, long Id);

/// <summary>
/// What the dated records may not say. Each statement gives organization and record; spans are [from, to), and empty
/// ones say nothing.
/// </summary>
internal static class StructureSql
{
    private const string Cycle = """
        WITH RECURSIVE up (start_id, at_id, from_on, to_on, steps) AS (
            SELECT organization_id, parent_id, from_on, to_on, 1
            FROM organization_place
            WHERE parent_id IS NOT NULL AND (to_on IS NULL OR from_on < to_on)
            UNION
            SELECT u.start_id, p.parent_id,
                CASE WHEN p.from_on > u.from_on THEN p.from_on ELSE u.from_on END,
                CASE WHEN u.to_on IS NULL OR p.to_on < u.to_on THEN p.to_on ELSE u.to_on END,
                u.steps + 1
            FROM up u
            JOIN organization_place p ON p.organization_id = u.at_id AND p.parent_id IS NOT NULL
                AND (u.to_on IS NULL OR p.from_on < u.to_on) AND (p.to_on IS NULL OR u.from_on < p.to_on)
                AND (p.to_on IS NULL OR p.from_on < p.to_on)
            WHERE u.at_id <> u.start_id AND u.steps < 40
        )
        SELECT DISTINCT start_id, start_id FROM up WHERE at_id = start_id
        """;

    private const string StaysOverlap = """
        SELECT b.cell_id, b.id
        FROM stay a
        JOIN stay b ON b.member_id = a.member_id AND b.id <> a.id
            AND (a.from_on < b.from_on OR (a.from_on = b.from_on AND a.id < b.id))
            AND (a.to_on IS NULL OR b.from_on < a.to_on)
        WHERE (a.to_on IS NULL OR a.from_on < a.to_on) AND (b.to_on IS NULL OR b.from_on < b.to_on)
        """;

    private const string StayOutsideCell = """
        SELECT DISTINCT s.cell_id, s.id
        FROM stay s
        JOIN organization_version v ON v.organization_id = s.cell_id
            AND (s.to_on IS NULL OR v.from_on < s.to_on) AND (v.to_on IS NULL OR s.from_on < v.to_on)
        WHERE @cell_kinds NOT LIKE '%,' || v.kind || ',%' AND (s.to_on IS NULL OR s.from_on < s.to_on)
        """;

    // In force when he comes, and at each end of a version while he is there another goes on.
    private const string StayWithoutCell = """
        SELECT s.cell_id, s.id
        FROM stay s
        WHERE (s.to_on IS NULL OR s.from_on < s.to_on) AND (
            NOT EXISTS (
                SELECT 1 FROM organization_version v
                WHERE v.organization_id = s.cell_id AND (v.to_on IS NULL OR v.to_on > s.from_on)
                    AND (v.from_on <= s.from_on OR (s.how_in = 0 AND NOT v.from_is_known))
            )
            OR EXISTS (
                SELECT 1 FROM organization_version v
                WHERE v.organization_id = s.cell_id AND v.to_on > s.from_on AND (s.to_on IS NULL OR v.to_on < s.to_on)
                    AND NOT EXISTS (
                        SELECT 1 FROM organization_version n
                        WHERE n.organization_id = s.cell_id AND n.from_on <= v.to_on
                            AND (n.to_on IS NULL OR n.to_on > v.to_on)
                    )
            )
        )
        """;

    private const string OrganizationWithoutPlace = """
        SELECT v.organization_id, v.id
        FROM organization_version v
        WHERE (v.to_on IS NULL OR v.from_on < v.to_on) AND @party_kinds LIKE '%,' || v.kind || ',%' AND (
            NOT EXISTS (
                SELECT 1 FROM organization_place p
                WHERE p.organization_id = v.organization_id AND p.from_on <= v.from_on
                    AND (p.to_on IS NULL OR p.to_on > v.from_on)
            )
            OR EXISTS (
                SELECT 1 FROM organization_place p
                WHERE p.organization_id = v.organization_id AND p.to_on > v.from_on
                    AND (v.to_on IS NULL OR p.to_on < v.to_on)
                    AND NOT EXISTS (
                        SELECT 1 FROM organization_place n
                        WHERE n.organization_id = v.organization_id AND n.from_on <= p.to_on
                            AND (n.to_on IS NULL OR n.to_on > p.to_on)
                    )
            )
        )
        """;

    // While an organization is in force and stands under another, that other is in force too.
    private const string ParentNotInForce = """
        WITH standing AS (
            SELECT p.id, p.organization_id, p.parent_id,
                CASE WHEN p.from_on > v.from_on THEN p.from_on ELSE v.from_on END AS from_on,
                CASE WHEN p.to_on IS NULL OR v.to_on < p.to_on THEN v.to_on ELSE p.to_on END AS to_on
            FROM organization_place p
            JOIN organization_version v ON v.organization_id = p.organization_id
                AND (p.to_on IS NULL OR v.from_on < p.to_on) AND (v.to_on IS NULL OR p.from_on < v.to_on)
            WHERE p.parent_id IS NOT NULL AND (p.to_on IS NULL OR p.from_on < p.to_on)
                AND (v.to_on IS NULL OR v.from_on < v.to_on)
        )
        SELECT DISTINCT s.organization_id, s.id
        FROM standing s
        WHERE NOT EXISTS (
                SELECT 1 FROM organization_version v
                WHERE v.organization_id = s.parent_id AND v.from_on <= s.from_on
                    AND (v.to_on IS NULL OR v.to_on > s.from_on)
            )
            OR EXISTS (
                SELECT 1 FROM organization_version v
                WHERE v.organization_id = s.parent_id AND v.to_on > s.from_on AND (s.to_on IS NULL OR v.to_on < s.to_on)
                    AND NOT EXISTS (
                        SELECT 1 FROM organization_version n
                        WHERE n.organization_id = s.parent_id AND n.from_on <= v.to_on
                            AND (n.to_on IS NULL OR n.to_on > v.to_on)
                    )
            )
        """;

    private const string CodeTwice = """
        SELECT b.organization_id, b.id
        FROM organization_version a
        JOIN organization_version b ON b.code = a.code AND b.organization_id <> a.organization_id AND a.id < b.id
            AND (a.to_on IS NULL OR b.from_on < a.to_on) AND (b.to_on IS NULL OR a.from_on < b.to_on)
        WHERE (a.to_on IS NULL OR a.from_on < a.to_on) AND (b.to_on IS NULL OR b.from_on < b.to_on)
        """;

    private static readonly (string Kind, string Table, string Sql)[] Faults =
    [
        ("organization-under-itself", "organization", Cycle),
        ("organization-without-place", "organization_version", OrganizationWithoutPlace),
        ("parent-not-in-force", "organization_place", ParentNotInForce),
        ("versions-overlap", "organization_version", Overlap("organization_version")),
        ("places-overlap", "organization_place", Overlap("organization_place")),
        ("code-twice", "organization_version", CodeTwice),
        ("stays-overlap", "stay", StaysOverlap),
        ("stay-outside-cell", "stay", StayOutsideCell),
        ("stay-without-cell", "stay", StayWithoutCell),
        ("end-without-reason", "stay", "SELECT cell_id, id FROM stay WHERE (to_on IS NULL) <> (how_out = 0)"),
        ("grade-and-reason", "member_grade", "SELECT cell_id, id FROM member_grade WHERE (grade = 0) = (reason = 0)"),
        (
            "grade-and-reason",
            "organization_grade",
            "SELECT organization_id, id FROM organization_grade WHERE (grade = 0) = (reason = 0)"
        ),
        Backwards("organization_version", "organization_id"),
        Backwards("organization_place", "organization_id"),
        Backwards("stay", "cell_id"),
        Backwards("member_post", "organization_id"),
        Backwards("member_condition_span", "NULL"),
    ];

    public static async Task<IReadOnlyList<StructureFault>> FindAsync(
        OracleQuery query,
        IReadOnlyList<int> partyKinds,
        IReadOnlyList<int> cellKinds,
        CancellationToken cancel
    )
    {
        var found = new List<StructureFault>();
        foreach (var (kind, table, sql) in Faults)
        {
            found.AddRange(
                await query.ReadAsync(
                    sql,
                    [("party_kinds", OracleMoment.Listed(partyKinds)), ("cell_kinds", OracleMoment.Listed(cellKinds))],
                    r => new StructureFault(kind, r.IsDBNull(0) ? null : r.GetInt64(0), table, r.GetInt64(1)),
                    cancel
                )
            );
        }

        return found;
    }

    private static string Overlap(string table) =>
        $"""
            SELECT b.organization_id, b.id
            FROM {table} a
            JOIN {table} b ON b.organization_id = a.organization_id AND a.id <> b.id
                AND (a.from_on < b.from_on OR (a.from_on = b.from_on AND a.id < b.id))
                AND (a.to_on IS NULL OR b.from_on < a.to_on)
            WHERE (a.to_on IS NULL OR a.from_on < a.to_on) AND (b.to_on IS NULL OR b.from_on < b.to_on)
            """;

    private static (string, string, string) Backwards(string table, string organization) =>
        ("ends-before-it-begins", table, $"SELECT {organization}, id FROM {table} WHERE to_on < from_on");
}
