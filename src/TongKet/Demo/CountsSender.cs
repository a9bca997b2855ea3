using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Reviews;

namespace TongKet.Demo;

/// <summary>
/// The unit that sends no names: on the days on which reports are cut off it sends its counts of the year so far, and they
/// close like those of the others.
/// </summary>
internal sealed class CountsSender(World world)
{
    private static readonly (int Month, int Day)[] CutOffs = [(6, 30), (11, 30), (12, 15), (12, 31)];
    private readonly Chance chance = world.Chance;

    public void Send()
    {
        foreach (var unit in world.Register.Open.Where(u => u.Now.CountsOnly))
        {
            var opening = Math.Max(12, world.Size.Members / 42);
            for (var year = world.FirstDay.Year; year <= world.Time.Today.Year; year++)
            {
                opening = SendYear(unit, year, opening);
            }
        }
    }

    private int SendYear(Unit unit, int year, int opening)
    {
        var admitted = Days(opening * 0.07, year);
        var came = Days(opening * 0.09, year);
        var went = Days(opening * 0.11, year);
        var struckOff = Days(opening * 0.003, year);
        var recognised = Days(opening * 0.065, year);
        var total = opening;
        // Today it is asked too, else the sums of today would lack it.
        var days = CutOffs.Select(c => new DateOnly(year, c.Month, c.Day)).Append(world.Time.Today).Where(d => d.Year == year);
        foreach (var on in days.Distinct().Order())
        {
            total = opening + Until(admitted, on) + Until(came, on) - Until(went, on) - Until(struckOff, on);
            if (on > world.Time.Today)
            {
                continue;
            }

            var fresh = Until(admitted, on);
            var probationary = Math.Min(total, (int)Math.Round(opening * 0.07));
            Write(unit, on, "party_member_opening", opening);
            Write(unit, on, "party_member_total", total);
            Write(unit, on, "new_member_count", fresh);
            Write(unit, on, "member_transferred_in_count", Until(came, on));
            Write(unit, on, "member_transferred_out_count", Until(went, on));
            Write(unit, on, "member_struck_off_count", Until(struckOff, on));
            Write(unit, on, "official_member_count", total - probationary);
            Write(unit, on, "probationary_member_count", probationary);
            Write(unit, on, "member_official_conversion", Until(recognised, on));
            Write(unit, on, "female_member_count", total / 14);
            Write(unit, on, "ethnic_minority_member_count", total / 8);
            Write(unit, on, "new_member_young", fresh - fresh / 6);
            foreach (var none in Nothing)
            {
                Write(unit, on, none, 0);
            }

            if (year < world.Time.Today.Year && on == new DateOnly(year, 12, 31))
            {
                SendGrades(unit, on, total, admitted.Count(d => d > new DateOnly(year, 6, 30)));
            }
        }

        return total;
    }

    /// <summary>Counts of which there were none; a count not sent would be unknown.</summary>
    private static IEnumerable<string> Nothing =>
        [
            "member_readmitted_count",
            "member_restored_count",
            "member_deceased_count",
            "member_expelled_count",
            "member_left_count",
            "religious_member_count",
            "new_member_female",
            "new_member_ethnic_minority",
            "new_member_religious",
        ];

    private void SendGrades(Unit unit, DateOnly on, int total, int underSixMonths)
    {
        var rated = total - underSixMonths;
        var completed = rated / 30;
        var excellent = (rated - completed) / 7;
        Write(unit, on, "member_rated_count", rated);
        Write(unit, on, "member_excellent_count", excellent);
        Write(unit, on, "member_good_count", rated - completed - excellent);
        Write(unit, on, "member_completed_count", completed);
        Write(unit, on, "member_not_completed_count", 0);
        Write(unit, on, "member_exempt_count", underSixMonths);
        Write(unit, on, "member_under_six_months_count", underSixMonths);
        Write(unit, on, "member_exempt_activity_count", 0);
        Write(unit, on, "member_suspended_count", 0);
        Write(unit, on, "member_unrated_count", 0);
        Write(unit, on, "member_not_reviewed_count", 0);
        Write(unit, on, "member_unrecorded_count", 0);
    }

    private List<DateOnly> Days(double expected, int year) =>
        [.. Enumerable.Range(0, chance.Whole(expected)).Select(_ => chance.Day(new(year, 1, 4), new(year, 12, 27)))];

    private static int Until(List<DateOnly> days, DateOnly on) => days.Count(d => d <= on);

    private void Write(Unit unit, DateOnly on, string figure, int value) =>
        world.Records.Counts.Add(
            new()
            {
                Id = world.NextId(),
                OrganizationId = unit.Id,
                Year = on.Year,
                AsOf = on,
                FigureCode = figure,
                Value = value,
            }
        );
}
