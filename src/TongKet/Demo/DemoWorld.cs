using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Demo;

/// <summary>
/// Makes the fictional world that <c>./tongket demo</c> shows: a province whose district ends and whose communes take over,
/// its members and their years. One transaction, one line of the change log a record; the same seed and day make the same world.
/// </summary>
public sealed class DemoWorld(AppStore store, RecordIds ids, BulkWriter bulk, ChangeLog log, RuleBook rules, TimeProvider clock)
{
    public const ulong Seed = 20250701;

    /// <summary>The act that stands in the change log.</summary>
    public const string Act = "demo.make";

    /// <summary>More ids than a world of that size needs: an unused one costs nothing.</summary>
    private const int IdsAMember = 14;
    private const int IdsForTheRest = 30_000;

    /// <summary>Makes the world in a store that has no organization yet.</summary>
    public async Task MakeAsync(DemoSize size, ulong seed, CancellationToken cancel)
    {
        if (await store.Set<Organization>().AnyAsync(cancel))
        {
            throw new InvalidOperationException("The demo world is made only where there is no record yet.");
        }

        await using var transaction = await log.BeginAsync(cancel);
        var supply = await ids.TakeAsync(size.Members * IdsAMember + IdsForTheRest, cancel);
        var records = Invent(size, seed, VietnameseFormat.DayOf(clock.GetUtcNow()), rules, supply.Next);
        await records.InsertAsync(bulk, cancel);
        await log.AppendAsync(new(null, Words.Get("demo.author")), Act, records.Changes(), cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The records alone, from the first day with records until today.</summary>
    internal static DemoRecords Invent(DemoSize size, ulong seed, DateOnly today, RuleBook rules, Func<long> nextId)
    {
        var world = new World(size, seed, today, rules, nextId);
        var maker = new PersonMaker(world);
        var life = new MemberLife(world, maker);
        var levels = new LevelChange(world, new CommuneMaker(world));
        var kinds = new KindChange(world);
        var grades = new GradeKeeper(world);
        var organizations = new OrganizationGrader(world);
        var targets = new TargetKeeper(world);
        var years = new YearPlanner(world, life);

        new DistrictMaker(world).Make();
        new FirstMembers(world, maker, life).Make();
        for (var year = world.FirstDay.Year; year <= today.Year; year++)
        {
            var of = year;
            world.Time.On(
                new(year + 1, 1, 1),
                _ =>
                {
                    grades.Grade(of);
                    organizations.Grade(of);
                }
            );
            world.Time.On(new(year, 1, 1), _ => years.Plan(of));
        }

        world.Time.On(world.LevelsChangeOn.AddMonths(-4), levels.EndPolice);
        world.Time.On(world.LevelsChangeOn, levels.Happen);
        world.Time.On(world.LevelsChangeOn, targets.AssignAfterTheChange);
        world.Time.On(world.KindsChangeOn, kinds.Happen);
        world.Time.On(world.KindsChangeOn.AddDays(67), kinds.EndTheCommitteesBetween);
        new SmallChanges(world).Plan();
        new CommendationKeeper(world).Plan();
        new MeetingKeeper(world).Plan();
        new ReviewKeeper(world).Plan();
        PlanCongresses(world);
        targets.Plan();
        world.Time.Run();
        new CountsSender(world).Send();
        return world.Records;
    }

    /// <summary>In the first months of the year of the change, every cell held its congress.</summary>
    private static void PlanCongresses(World world)
    {
        var first = new DateOnly(world.LevelsChangeOn.Year, 1, 8);
        foreach (var unit in world.Register.Cells.Where(_ => first >= world.FirstDay).ToList())
        {
            world.Time.On(first.AddDays(world.Chance.Below(75)), on => world.Posts.Congress(unit, on));
        }
    }
}
