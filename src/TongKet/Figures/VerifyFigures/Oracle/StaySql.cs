namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>
/// Head-count and movement from the stays. How a stay began: 0 before the records, 1 admitted, 2 transferred in,
/// 3 restored, 4 admitted again; how it ended: 1 transferred out, 2 died, 3 struck off, 4 expelled, 5 left.
/// </summary>
internal static class StaySql
{
    /// <summary>Each stay with 1 or 0 for what it is at the moment.</summary>
    public const string Told = """
        told AS (
            SELECT s.id, s.cell_id, s.member_id, s.came_from_id, s.went_to_id,
                CASE WHEN s.from_on <= @day THEN 1 ELSE 0 END AS there,
                CASE WHEN s.how_in = 0 AND s.from_on >= @period_start THEN 1 ELSE 0 END AS too_young,
                CASE WHEN s.from_on <= @day AND (s.to_on IS NULL OR s.to_on > @day) THEN 1 ELSE 0 END AS present,
                CASE WHEN s.from_on <= @eve AND (s.to_on IS NULL OR s.to_on > @eve) THEN 1 ELSE 0 END AS was_present,
                CASE WHEN s.from_on >= @period_start AND s.from_on <= @day THEN s.how_in ELSE -1 END AS came,
                CASE WHEN s.to_on >= @period_start AND s.to_on <= @day THEN s.how_out ELSE -1 END AS went,
                CASE WHEN m.official_on <= @day THEN 1 ELSE 0 END AS official,
                CASE WHEN m.sex = 2 THEN 1 ELSE 0 END AS female,
                CASE WHEN m.is_ethnic_minority THEN 1 ELSE 0 END AS minority,
                CASE WHEN m.has_religion THEN 1 ELSE 0 END AS religious,
                CASE WHEN m.born_on > @born_after AND m.born_on <= @born_until THEN 1 ELSE 0 END AS young,
                CASE WHEN m.recognized_on >= @period_start AND m.recognized_on <= @day AND s.from_on <= m.recognized_on
                    AND (s.to_on IS NULL OR s.to_on > m.recognized_on) THEN 1 ELSE 0 END AS recognized
            FROM stay s
            JOIN member m ON m.id = s.member_id
        )
        """;

    public const string Counts = """
        SELECT i.above, i.own, sum(t.there) AS known, sum(t.too_young) AS too_young,
            sum(t.present) AS party_member_total,
            sum(t.was_present) AS party_member_opening,
            sum(CASE WHEN t.came IN (1, 4) THEN 1 ELSE 0 END) AS new_member_count,
            sum(CASE WHEN t.came = 4 THEN 1 ELSE 0 END) AS member_readmitted_count,
            sum(CASE WHEN t.came = 2 AND c.below IS NULL THEN 1 ELSE 0 END) AS member_transferred_in_count,
            sum(CASE WHEN t.came = 3 THEN 1 ELSE 0 END) AS member_restored_count,
            sum(CASE WHEN t.went = 1 AND w.below IS NULL THEN 1 ELSE 0 END) AS member_transferred_out_count,
            sum(CASE WHEN t.went = 2 THEN 1 ELSE 0 END) AS member_deceased_count,
            sum(CASE WHEN t.went = 3 THEN 1 ELSE 0 END) AS member_struck_off_count,
            sum(CASE WHEN t.went = 4 THEN 1 ELSE 0 END) AS member_expelled_count,
            sum(CASE WHEN t.went = 5 THEN 1 ELSE 0 END) AS member_left_count,
            sum(t.present * t.official) AS official_member_count,
            sum(t.present * (1 - t.official)) AS probationary_member_count,
            sum(t.present * t.female) AS female_member_count,
            sum(t.present * t.minority) AS ethnic_minority_member_count,
            sum(t.present * t.religious) AS religious_member_count,
            sum(t.recognized) AS member_official_conversion,
            sum(CASE WHEN t.came IN (1, 4) THEN t.female ELSE 0 END) AS new_member_female,
            sum(CASE WHEN t.came IN (1, 4) THEN t.minority ELSE 0 END) AS new_member_ethnic_minority,
            sum(CASE WHEN t.came IN (1, 4) THEN t.religious ELSE 0 END) AS new_member_religious,
            sum(CASE WHEN t.came IN (1, 4) THEN t.young ELSE 0 END) AS new_member_young
        FROM inside i
        JOIN told t ON t.cell_id = i.below
        LEFT JOIN inside c ON c.above = i.above AND c.below = t.came_from_id AND c.is_party = 1
        LEFT JOIN inside w ON w.above = i.above AND w.below = t.went_to_id AND w.is_party = 1
        WHERE i.is_party = 1
        GROUP BY i.above, i.own
        """;

    /// <summary>
    /// For each organization the members by whom its ledger does not close: opening and what came, less what went, is
    /// not what is there. Members of whom it is unknown since when they stand there are left out with the whole year.
    /// </summary>
    public const string Ledger = """
        SELECT above, member_id, sum(due) AS due, sum(present) AS present
        FROM (
            SELECT i.above, t.member_id, t.present,
                t.was_present
                    + CASE WHEN t.came IN (1, 3, 4) OR (t.came = 2 AND c.below IS NULL) THEN 1 ELSE 0 END
                    - CASE WHEN t.went IN (2, 3, 4, 5) OR (t.went = 1 AND w.below IS NULL) THEN 1 ELSE 0 END AS due
            FROM inside i
            JOIN told t ON t.cell_id = i.below
            LEFT JOIN inside c ON c.above = i.above AND c.below = t.came_from_id AND c.is_party = 1
            LEFT JOIN inside w ON w.above = i.above AND w.below = t.went_to_id AND w.is_party = 1
            WHERE i.is_party = 1 AND t.too_young = 0
        ) movement
        GROUP BY above, member_id
        HAVING sum(due) <> sum(present)
        """;
}
