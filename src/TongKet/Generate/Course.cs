using TongKet.Domain.Members;

namespace TongKet.Generate;

/// <summary>The stays of one member, one after the other.</summary>
internal sealed class Course
{
    private readonly List<PlannedStay> stays = [];

    public IReadOnlyList<PlannedStay> Stays => stays;
    public DateOnly From => stays[0].From;
    public DateOnly? To => stays[^1].To;

    /// <summary>He begins in a cell; other courses are forgotten.</summary>
    public void Begin(long cell, DateOnly from, HowIn how)
    {
        stays.Clear();
        stays.Add(new(cell, from, how, null));
    }

    public void Transfer(long cell, DateOnly on)
    {
        var last = stays[^1];
        (last.To, last.HowOut, last.WentTo) = (on, HowOut.TransferredOut, cell);
        stays.Add(new(cell, on, HowIn.TransferredIn, last.Cell));
    }

    public void End(DateOnly on, HowOut how)
    {
        (stays[^1].To, stays[^1].HowOut) = (on, how);
    }

    /// <summary>The cell in whose head-count he is on a day.</summary>
    public long? CellOn(DateOnly day)
    {
        foreach (var stay in stays)
        {
            if (stay.From <= day && (stay.To is null || stay.To > day))
            {
                return stay.Cell;
            }
        }

        return null;
    }
}

internal sealed record PlannedStay(long Cell, DateOnly From, HowIn HowIn, long? CameFrom)
{
    public DateOnly? To { get; set; }
    public HowOut HowOut { get; set; }
    public long? WentTo { get; set; }

    public Stay Record(long id, long member) =>
        new()
        {
            Id = id,
            MemberId = member,
            CellId = Cell,
            FromOn = From,
            ToOn = To,
            HowIn = HowIn,
            HowOut = HowOut,
            CameFromId = CameFrom,
            WentToId = WentTo,
        };
}
