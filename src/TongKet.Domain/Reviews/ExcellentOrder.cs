namespace TongKet.Domain.Reviews;

/// <summary>Where a name with a majority for Excellent stands against the room that is left.</summary>
public enum ExcellentPlace : byte
{
    /// <summary>Within the room by its votes.</summary>
    Within,

    /// <summary>As many votes as another, with room for not all of them: the meeting decides.</summary>
    MeetingDecides,

    /// <summary>Behind the room: would have to change.</summary>
    Beyond,
}

/// <param name="Order">Place by votes; names with as many votes share it.</param>
public sealed record ExcellentPlacing(long SubjectId, int Votes, int Order, ExcellentPlace Place);

/// <summary>
/// More majorities for Excellent than the share of Excellent leaves room for: they stand in the order of their votes.
/// A tie across the limit is shown as one; nothing here decides it.
/// </summary>
public static class ExcellentOrder
{
    /// <param name="room">How many may still be Excellent; below nothing is as nothing.</param>
    public static IReadOnlyList<ExcellentPlacing> Of(IEnumerable<(long SubjectId, int Votes)> excellent, int room)
    {
        var left = Math.Max(0, room);
        var placed = new List<ExcellentPlacing>();
        foreach (var tie in excellent.GroupBy(e => e.Votes).OrderByDescending(g => g.Key))
        {
            var first = placed.Count + 1;
            var count = tie.Count();
            var place =
                placed.Count >= left ? ExcellentPlace.Beyond
                : placed.Count + count > left ? ExcellentPlace.MeetingDecides
                : ExcellentPlace.Within;
            placed.AddRange(tie.OrderBy(e => e.SubjectId).Select(e => new ExcellentPlacing(e.SubjectId, e.Votes, first, place)));
        }

        return placed;
    }
}
