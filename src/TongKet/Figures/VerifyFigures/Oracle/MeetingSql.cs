namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>Meetings held since @period_start, until @day. Kind: 1 regular, 2 thematic, 3 extraordinary.</summary>
internal static class MeetingSql
{
    public const string Counts = """
        SELECT i.above, i.own, count(*) AS known, 0 AS too_young,
            count(*) AS meeting_count,
            sum(CASE WHEN m.kind = 1 THEN 1 ELSE 0 END) AS meeting_regular_count,
            sum(CASE WHEN m.kind = 2 THEN 1 ELSE 0 END) AS meeting_thematic_count
        FROM inside i
        JOIN meeting m ON m.cell_id = i.below AND m.held_on >= @period_start AND m.held_on <= @day
        WHERE i.is_party = 1
        GROUP BY i.above, i.own
        """;
}
