using TongKet.Domain.Meetings;

namespace TongKet.Demo;

/// <summary>The cells meet: nearly all of them every month, and most of them once a quarter on a theme.</summary>
internal sealed class MeetingKeeper(World world)
{
    private const int Months = 23;
    private const ulong SeedOfItsOwn = 20_260_112;
    private const double HeldRegularly = 0.97;
    private const double HeldOnATheme = 0.8;
    private const int LatestDay = 9;

    /// <summary>Its own, so that everything else comes out as it did before cells met.</summary>
    private readonly Chance chance = new(SeedOfItsOwn);

    public void Plan()
    {
        var thisMonth = new DateOnly(world.Time.Today.Year, world.Time.Today.Month, 1);
        for (var month = thisMonth.AddMonths(-Months); month <= thisMonth; month = month.AddMonths(1))
        {
            if (month >= world.FirstDay)
            {
                world.Time.On(month.AddDays(chance.Below(LatestDay)), Meet);
            }
        }
    }

    private void Meet(DateOnly on)
    {
        foreach (var cell in world.Register.Cells.Where(c => c.Members.Count > 0).ToList())
        {
            if (chance.Happens(HeldRegularly))
            {
                Write(cell, on, MeetingKind.Regular);
            }

            if (on.Month % 3 == 0 && chance.Happens(HeldOnATheme))
            {
                Write(cell, on, MeetingKind.Thematic);
            }
        }
    }

    private void Write(Unit cell, DateOnly on, MeetingKind kind)
    {
        var due = cell.Members.Count;
        world.Records.Meetings.Add(
            new()
            {
                Id = world.NextId(),
                CellId = cell.Id,
                HeldOn = on,
                Kind = kind,
                Due = due,
                Present = Math.Max(1, due - chance.Below(1 + due / 5)),
            }
        );
    }
}
