using TongKet.Demo;
using TongKet.Domain.Meetings;

namespace TongKet.Generate;

/// <summary>Meetings of the cells in the last years: nearly every month a regular one, most quarters a thematic one.</summary>
internal sealed class MeetingMaker(NationSize size, Chance chance, IdRange ids)
{
    private const int Years = 3;
    private const double HeldRegularly = 0.97;
    private const double HeldOnATheme = 0.8;

    /// <summary>Cells meet in the first days of a month.</summary>
    private const int LatestDay = 8;

    public IEnumerable<Meeting> Of(PlannedUnit cell)
    {
        for (var month = new DateOnly(size.LastDay.Year - Years + 1, 1, 1); month <= size.LastDay; month = month.AddMonths(1))
        {
            var on = month.AddDays(chance.Below(LatestDay));
            if (!cell.StandsOn(on) || on > size.LastDay)
            {
                continue;
            }

            if (chance.Happens(HeldRegularly))
            {
                yield return Meeting(cell, on, MeetingKind.Regular);
            }

            if (month.Month % 3 == 0 && chance.Happens(HeldOnATheme))
            {
                yield return Meeting(cell, on, MeetingKind.Thematic);
            }
        }
    }

    private Meeting Meeting(PlannedUnit cell, DateOnly on, MeetingKind kind)
    {
        var due = Math.Max(1, cell.Members);
        return new()
        {
            Id = ids.Next(),
            CellId = cell.Id,
            HeldOn = on,
            Kind = kind,
            Due = due,
            Present = Math.Max(1, due - chance.Below(1 + due / 5)),
        };
    }
}
