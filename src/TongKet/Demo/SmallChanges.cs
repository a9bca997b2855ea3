using System.Globalization;
using TongKet.Domain.Organizations;

namespace TongKet.Demo;

/// <summary>What happens to organizations in every year: small cells merge, enterprises get a cell, commissions merge.</summary>
internal sealed class SmallChanges(World world)
{
    private const int FewestToFound = 5;
    private static readonly (int Month, int Day)[] MergerDays = [(8, 15), (4, 2), (11, 8), (3, 12)];
    private readonly OrganizationRegister register = world.Register;

    public void Plan()
    {
        for (var year = world.FirstDay.Year; year <= world.Time.Today.Year; year++)
        {
            var (month, day) = MergerDays[year % MergerDays.Length];
            world.Time.On(new(year, month, day), MergeVillages);
        }

        foreach (var plan in world.Lists.Organizations.Founded.Where(p => p.On > world.FirstDay))
        {
            world.Time.On(plan.On, on => Found(plan, on));
        }

        var commissionsMerge = new DateOnly(2025, 2, 18);
        if (commissionsMerge > world.FirstDay)
        {
            world.Time.On(commissionsMerge, MergeCommissions);
        }
    }

    /// <summary>The smallest two village cells under one committee become one.</summary>
    private void MergeVillages(DateOnly on)
    {
        var pair = register
            .Cells.Where(c => c.Site == "village" && c.Members.TrueForAll(p => p.Stay!.FromOn < on))
            .GroupBy(c => c.Parent!.Id)
            .Select(g => g.OrderBy(c => c.Members.Count).ThenBy(c => c.Id).Take(2).ToList())
            .Where(p => p.Count == 2)
            .MinBy(p => p.Sum(c => c.Members.Count));
        if (pair is not [var small, var larger])
        {
            return;
        }

        world.People.MoveAll(small, larger, on);
        register.End(small, on, larger);
        register.Change(larger, on, v => v.Name = $"{v.Name} – {LastWords(small.Now.Name)}");
        world.Posts.Seat(larger, on);
    }

    /// <summary>What tells it from its neighbours: the name after «thôn», the number after «số».</summary>
    private static string LastWords(string name)
    {
        var at = Math.Max(
            name.IndexOf(" thôn ", StringComparison.Ordinal) + 6,
            name.IndexOf(" số ", StringComparison.Ordinal) + 4
        );
        return name[at..];
    }

    private void Found(FoundingPlan plan, DateOnly on)
    {
        var above =
            register.OfKind(OrganizationKind.DistrictOrganization).FirstOrDefault()
            ?? register.OfKind(OrganizationKind.CommuneOrganization).First();
        var kind = on < world.KindsChangeOn ? OrganizationKind.GrassrootsCell : OrganizationKind.PartyCell;
        var cell = register.Found(above, kind, plan.Name, on, world.Lists.Organizations.Groups["enterprise"]);
        (cell.Site, cell.Home) = (plan.Site, cell.Home ?? register.Cells.First(c => c.Site == "village").Home);
        var from = register.Cells.Where(c => c != cell && c.Site is "enterprise" or "village").ToList();
        foreach (var source in world.Chance.Shuffled(from).Where(c => c.Members.Count > FewestToFound + 3).Take(FewestToFound))
        {
            var free = source.Members.Where(p =>
                p.IsOfficial
                && p.Age(on) < 55
                && p.Stay!.FromOn < on
                && !PeopleRegister.IsHeld(p, on)
                && source.Posts.TrueForAll(h => h.Holder != p)
            );
            if (free.ToList() is { Count: > 0 } able)
            {
                world.People.Move(world.Chance.Pick(able), cell, on);
            }
        }

        world.Posts.Seat(cell, on);
    }

    private void MergeCommissions(DateOnly on)
    {
        foreach (var above in register.Open.Where(u => u.Children.Exists(c => c.Targets == "propaganda")).ToList())
        {
            var into = above.Children.First(c => c.Targets == "propaganda");
            var code = into.Now.Code.Split('.')[^1];
            var plans = world
                .Lists.Organizations.Bodies.Values.SelectMany(b => b)
                .Where(p => p.Into == code)
                .Select(p => p.Code)
                .ToHashSet();
            foreach (
                var ending in above
                    .Children.Where(c => !c.IsPartyOrganization && plans.Contains(c.Now.Code.Split('.')[^1]))
                    .ToList()
            )
            {
                register.End(ending, on, into);
            }

            register.Change(into, on, v => v.Name = into.Later ?? v.Name);
        }
    }
}
