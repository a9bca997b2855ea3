using TongKet.Demo;
using TongKet.Domain.Members;

namespace TongKet.Generate;

/// <summary>Plans where members stood: one in ten has moved, one in ten left within the ten years.</summary>
/// <param name="known">Lasting cells of provinces before this one.</param>
internal sealed class CoursePlanner(NationDates dates, ProvincePlan province, IReadOnlyList<long> known, Chance chance)
{
    /// <summary>Between these days members of today were admitted, evenly.</summary>
    private const int DaysInTheParty = 14_000;
    private const int ShortestToMove = 240;
    private const double Moved = 0.1;

    /// <summary>Plans one member of a cell; gives the day of his admission.</summary>
    public DateOnly Plan(Course course, PlannedUnit cell, CommunePlan commune, bool hasLeft)
    {
        DateOnly? left = hasLeft ? chance.Day(dates.Eve.AddDays(200), dates.LastDay) : null;
        var admitted = (left ?? dates.LastDay).AddDays(-60 - chance.Below(DaysInTheParty));
        var (from, how) = admitted <= dates.Eve ? (dates.Eve, HowIn.BeforeRecords) : (admitted, HowIn.Admitted);
        if (cell.Sibling is not { } sibling)
        {
            Enroll(course, cell, commune, from, how, left ?? dates.LastDay);
        }
        else if (cell.To is { } end)
        {
            Join(course, cell.Id, sibling.Id, end, from, how, left);
        }
        else
        {
            Join(course, sibling.Id, cell.Id, cell.From, from, how, left);
        }

        if (left is { } on)
        {
            course.End(on, How());
        }

        return admitted;
    }

    private void Enroll(Course course, PlannedUnit cell, CommunePlan commune, DateOnly from, HowIn how, DateOnly until)
    {
        var days = until.DayNumber - from.DayNumber;
        var other = chance.Happens(Moved) && days > ShortestToMove ? Other(cell, commune) : cell.Id;
        course.Begin(other, from, how);
        if (other != cell.Id)
        {
            course.Transfer(cell.Id, from.AddDays(60 + chance.Below(days - 120)));
        }
    }

    /// <summary>Two cells of which one goes on as the other from a day on.</summary>
    private static void Join(Course course, long before, long after, DateOnly on, DateOnly from, HowIn how, DateOnly? left)
    {
        course.Begin(from < on ? before : after, from, how);
        if (from < on && (left is null || left > on))
        {
            course.Transfer(after, on);
        }
    }

    /// <summary>Most come from the commune, some from elsewhere in the province, few from another one.</summary>
    private long Other(PlannedUnit cell, CommunePlan commune)
    {
        var near = chance.Fraction();
        var from =
            near < 0.75 ? chance.Pick(commune.LastingCells).Id
            : near < 0.92 || known.Count == 0 ? chance.Pick(province.LastingCells).Id
            : chance.Pick(known);
        return from;
    }

    private HowOut How() =>
        chance.Below(20) switch
        {
            < 15 => HowOut.Died,
            < 17 => HowOut.StruckOff,
            < 18 => HowOut.Expelled,
            _ => HowOut.Left,
        };
}
