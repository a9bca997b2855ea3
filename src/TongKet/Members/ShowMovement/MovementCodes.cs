namespace TongKet.Members.ShowMovement;

/// <summary>The figures of the movement, in the order of table 1-TCTW: opening, what came, what went, closing.</summary>
public static class MovementCodes
{
    public const string Opening = "party_member_opening";
    public const string Closing = "party_member_total";

    public static readonly IReadOnlyList<string> Increases =
    [
        "new_member_count",
        "member_transferred_in_count",
        "member_restored_count",
    ];

    public static readonly IReadOnlyList<string> Decreases =
    [
        "member_transferred_out_count",
        "member_deceased_count",
        "member_struck_off_count",
        "member_expelled_count",
        "member_left_count",
    ];

    public static readonly IReadOnlyList<string> All = [Opening, .. Increases, .. Decreases, Closing];

    public static int At(string code) => All.TakeWhile(c => c != code).Count();

    /// <summary>Closing as it must be; null where a part of it is unknown, so that the comparison with it says nothing.</summary>
    public static decimal? Due(IReadOnlyList<decimal?> values)
    {
        var due = values[0];
        for (var i = 1; i < All.Count - 1; i++)
        {
            due += i <= Increases.Count ? values[i] : -values[i];
        }

        return due;
    }
}
