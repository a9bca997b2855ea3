namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>
/// The tree at the end of @tree_day (the moment's own day, or another: «as if») as a recursive query over dated places: which organizations lie inside which. What
/// ended since @period_start hangs under its successor, else under its last parent.
/// </summary>
internal static class TreeSql
{
    public const string Inside = """
        version AS (
            SELECT organization_id, kind, in_force
            FROM (
                SELECT organization_id, kind, in_force,
                    row_number() OVER (PARTITION BY organization_id ORDER BY in_force DESC, from_on DESC, id DESC) AS nth
                FROM (
                    SELECT id, organization_id, kind, from_on,
                        CASE WHEN to_on IS NULL OR to_on > @tree_day THEN 1 ELSE 0 END AS in_force
                    FROM organization_version
                    WHERE from_on <= @tree_day AND (to_on IS NULL OR to_on > @tree_day OR to_on >= @period_start)
                ) candidate
            ) ranked
            WHERE nth = 1
        ),
        parent_now AS (
            SELECT organization_id, parent_id
            FROM (
                SELECT organization_id, parent_id,
                    row_number() OVER (PARTITION BY organization_id ORDER BY from_on DESC, id DESC) AS nth
                FROM organization_place
                WHERE from_on <= @tree_day AND (to_on IS NULL OR to_on > @tree_day)
            ) ranked
            WHERE nth = 1
        ),
        parent_last AS (
            SELECT organization_id, parent_id
            FROM (
                SELECT organization_id, parent_id,
                    row_number() OVER (PARTITION BY organization_id ORDER BY from_on DESC, id DESC) AS nth
                FROM organization_place
                WHERE from_on <= @tree_day
            ) ranked
            WHERE nth = 1
        ),
        successor AS (
            SELECT old_id, new_id
            FROM (
                SELECT old_id, new_id, row_number() OVER (PARTITION BY old_id ORDER BY "on" DESC, id DESC) AS nth
                FROM organization_succession
                WHERE "on" <= @tree_day
            ) ranked
            WHERE nth = 1
        ),
        node AS MATERIALIZED (
            SELECT v.organization_id AS id, v.kind, p.parent_id, 0 AS ended
            FROM version v
            JOIN parent_now p ON p.organization_id = v.organization_id
            WHERE v.in_force = 1
            UNION ALL
            SELECT v.organization_id, v.kind, coalesce(s.new_id, p.parent_id), 1
            FROM version v
            LEFT JOIN successor s ON s.old_id = v.organization_id
            LEFT JOIN parent_last p ON p.organization_id = v.organization_id
            WHERE v.in_force = 0
        ),
        up (id, above) AS (
            SELECT id, id FROM node
            UNION
            SELECT u.id, n.parent_id
            FROM up u
            JOIN node n ON n.id = u.above
            JOIN node p ON p.id = n.parent_id
        ),
        placed AS (
            SELECT u.id FROM up u JOIN node top ON top.id = u.above AND top.parent_id IS NULL AND top.ended = 0
        ),
        inside AS MATERIALIZED (
            SELECT u.above, u.id AS below, CASE WHEN u.above = u.id THEN 1 ELSE 0 END AS own,
                CASE WHEN @party_kinds LIKE '%,' || n.kind || ',%' THEN 1 ELSE 0 END AS is_party
            FROM up u
            JOIN node n ON n.id = u.id
            WHERE u.id IN (SELECT id FROM placed)
        )
        """;

    /// <summary>The organizations of the tree, each with its parent, and whether it is a Party organization.</summary>
    public const string Nodes = """
        SELECT n.id, n.parent_id, n.ended, CASE WHEN @party_kinds LIKE '%,' || n.kind || ',%' THEN 1 ELSE 0 END AS is_party
        FROM node n
        WHERE n.id IN (SELECT id FROM placed)
        """;

    /// <summary>A statement over the tree, on the records or on <paramref name="records"/> in their place.</summary>
    public static string Statement(string records, string select, string more = "") =>
        $"WITH RECURSIVE {records}{Inside}{(more.Length > 0 ? ",\n" + more : "")}\n{select}";
}
