using TongKet.Domain.Members;

namespace TongKet.Demo;

/// <summary>How much happens in a year, by the head-count at its beginning, and on which days.</summary>
internal sealed class YearPlanner(World world, MemberLife life)
{
    private readonly Chance chance = world.Chance;

    public void Plan(int year)
    {
        var first = new DateOnly(year, 1, 1);
        double members = world.People.All.Count;
        Happen(members * chance.Between(295, 345) / 10_000, year, life.Admit, AdmissionDay);
        Happen(members * 0.012, year, life.ComeFromOutside);
        Happen(members * 0.013, year, life.GoOutside);
        Happen(members * 0.011, year, life.GoElsewhere);
        Happen(members * 0.0085, year, life.Die);
        Happen(members * 0.0016, year, on => life.Remove(on, HowOut.StruckOff));
        Happen(members * 0.0007, year, on => life.Remove(on, HowOut.Left));
        Happen(members * 0.0004, year, on => life.Remove(on, HowOut.Expelled));
        Happen(members * 0.0014, year, life.Suspend);
        Happen(members * 0.0003, year, life.Restore);
        Happen(members * 0.0002, year, life.Readmit);
        Happen(members * 0.009, year, life.ExemptTheOld);
        Happen(members * 0.0022, year, life.ExemptForATime);
        foreach (var person in world.People.All.Where(p => p.Cell!.Site != "village").ToList())
        {
            var retires = person.Record.BornOn!.Value.AddYears(world.Lists.Sites[person.Cell!.Site!].RetireAt);
            if (retires.Year <= year)
            {
                var day =
                    retires.Year < year
                        ? first.AddMonths(chance.Between(1, 9))
                        : new DateOnly(retires.Year, retires.Month, 1).AddMonths(1);
                world.Time.On(day, on => life.Retire(person, on));
            }
        }
    }

    private void Happen(double expected, int year, Action<DateOnly> happening, Func<int, DateOnly>? day = null)
    {
        for (var i = chance.Whole(expected); i > 0; i--)
        {
            world.Time.On(day?.Invoke(year) ?? chance.Day(new(year, 1, 3), new(year, 12, 29)), happening);
        }
    }

    /// <summary>Ceremonies are held around the great days: 3/2, 19/5, 2/9, 7/11.</summary>
    private DateOnly AdmissionDay(int year)
    {
        (int Month, int Day)[] greatDays = [(2, 3), (5, 19), (9, 2), (11, 7)];
        var (month, day) = chance.Pick(greatDays);
        return chance.Happens(0.55)
            ? new DateOnly(year, month, day).AddDays(-chance.Below(12))
            : chance.Day(new(year, 1, 8), new(year, 12, 26));
    }
}
