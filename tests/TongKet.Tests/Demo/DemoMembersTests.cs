using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Tests.Support;

namespace TongKet.Tests.Demo;

/// <summary>The members of the demo's world, counted row by row without the program's figures.</summary>
public sealed class DemoMembersTests(FullWorlds worlds)
{
    private static readonly int[] GradedYears = [2023, 2024, 2025];

    [Theory, OnBothDatabases]
    public async Task There_are_about_five_thousand_in_uneven_cells(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var stays = world.StaysOn(MadeWorld.LastDayOfTheDistrict).ToList();
        var people = world.Members.Where(m => stays.Exists(s => s.MemberId == m.Id)).ToList();
        var sizes = stays.CountBy(s => s.CellId).Select(c => c.Value).ToList();

        Assert.InRange(stays.Count, 4850, 5150);
        Assert.InRange(sizes.Min(), 3, 7);
        Assert.InRange(sizes.Max(), 45, 60);
        Assert.InRange(people.Count(m => m.IsEthnicMinority) * 100.0 / people.Count, 10, 15);
        Assert.InRange(people.Count(m => m.Sex == Sex.Female) * 100.0 / people.Count, 30, 45);
        Assert.InRange(people.Count(m => m.HasReligion) * 100.0 / people.Count, 0.5, 3);
        Assert.Contains(people, m => m.BornPrecision == DatePrecision.Year);
        Assert.Contains(people, m => m.BornPrecision == DatePrecision.Month);
        Assert.Contains(people, m => m.CitizenId is null && m.Note is not null);
        Assert.Contains(people, m => m.FullName.Split(' ').Length > 4);
        Assert.Contains(people, m => m.FullName.Contains('Đ', StringComparison.Ordinal));
    }

    [Theory, OnBothDatabases]
    public async Task Every_organizations_movement_closes_in_every_year(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var open = new List<string>();
        var moved = 0;
        foreach (
            var day in new DateOnly[]
            {
                new(2023, 6, 30),
                new(2023, 12, 31),
                new(2024, 12, 31),
                new(2025, 6, 30),
                new(2025, 12, 31),
                new(2026, 11, 22),
            }
        )
        {
            var tree = world.TreeOn(day);
            var eve = new DateOnly(day.Year, 1, 1).AddDays(-1);
            foreach (var node in tree.Nodes.Where(n => n.Kind.IsPartyOrganization()))
            {
                var within = tree.Subtree(node).Select(n => n.Id).ToHashSet();
                var mine = world.Stays.Where(s => within.Contains(s.CellId)).ToList();
                var came = mine.Count(s =>
                    s.FromOn > eve && s.FromOn <= day && !(s.CameFromId is { } from && within.Contains(from))
                );
                var went = mine.Count(s => s.ToOn > eve && s.ToOn <= day && !(s.WentToId is { } to && within.Contains(to)));
                var opening = mine.Count(s => s.FromOn <= eve && (s.ToOn is null || s.ToOn > eve));
                var closing = mine.Count(s => s.FromOn <= day && (s.ToOn is null || s.ToOn > day));
                moved += came + went;
                if (opening + came - went != closing)
                {
                    open.Add($"{node.Name} {day:d}: {opening} + {came} - {went} is not {closing}");
                }
            }
        }

        Assert.Empty(open);
        Assert.True(moved > 3000, $"{moved}");
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_stands_in_two_cells_on_one_day_or_in_a_cell_that_is_not_there(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var cells = world.Versions.Where(v => v.Kind.IsCell()).ToLookup(v => v.OrganizationId);

        Assert.All(
            world.Stays.GroupBy(s => s.MemberId),
            stays =>
            {
                var inOrder = stays.OrderBy(s => s.FromOn).ToList();
                Assert.All(inOrder, s => Assert.True(s.ToOn is null || s.ToOn > s.FromOn));
                Assert.All(inOrder.Zip(inOrder.Skip(1)), pair => Assert.True(pair.First.ToOn <= pair.Second.FromOn));
            }
        );
        Assert.All(
            world.Stays,
            s =>
            {
                Assert.Contains(cells[s.CellId], v => v.FromOn <= s.FromOn);
                Assert.Contains(cells[s.CellId], v => v.ToOn is null || (s.ToOn is not null && v.ToOn >= s.ToOn));
            }
        );
    }

    [Theory, OnBothDatabases]
    public async Task Every_number_is_invented_and_fits_its_bearer(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var withId = world.Members.Where(m => m.CitizenId is not null).ToList();

        Assert.Equal(withId.Count, withId.DistinctBy(m => m.CitizenId).Count());
        Assert.All(
            withId,
            m =>
            {
                var born = m.BornOn!.Value.Year;
                var century = (born >= 2000 ? 2 : 0) + (m.Sex == Sex.Female ? 1 : 0);
                Assert.Matches($"^000{century}{born % 100:00}[0-9]{{6}}$", m.CitizenId);
            }
        );
        Assert.Equal(world.Members.Count, world.Members.DistinctBy(m => m.RecordNumber).Count());
        Assert.All(
            world.Members,
            m => Assert.True(m.CardNumber is null || m.CardNumber.Replace(".", "", StringComparison.Ordinal).Length is 8 or 12)
        );
        Assert.All(world.Members.Where(m => m.OfficialOn is null), m => Assert.Null(m.CardNumber));
        Assert.All(
            world.Members.Where(m => m.OfficialOn is not null),
            m => Assert.Equal(m.AdmittedOn!.Value.AddYears(1), m.OfficialOn)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Whoever_is_on_a_closed_roster_has_a_grade_or_a_reason_and_this_year_nobody_has(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        foreach (var year in GradedYears)
        {
            var roster = world.StaysOn(new(year, 12, 31)).ToDictionary(s => s.MemberId);
            var grades = world.Grades.Where(g => g.Year == year).ToList();
            Assert.All(grades, g => Assert.Equal(g.CellId, roster[g.MemberId].CellId));
            Assert.All(grades, g => Assert.True((g.Grade == Grade.None) != (g.Reason == NoGradeReason.None)));
            Assert.Equal(
                year == GradedYears[^1] ? "hd-43-2025" : "hd-25-2023",
                Assert.Single(grades.Select(g => g.RuleSet).Distinct())
            );
            Assert.InRange(roster.Count - grades.Count, 0, 12);
            foreach (
                var reason in new[] { NoGradeReason.Exempt, NoGradeReason.AdmittedUnderSixMonths, NoGradeReason.NotYetReviewed }
            )
            {
                Assert.InRange(grades.Count(g => g.Reason == reason), 10, 500);
            }

            var rated = grades.Count(g => g.Grade != Grade.None);
            Assert.InRange(grades.Count(g => g.Grade is Grade.Excellent or Grade.Good) * 100.0 / rated, 90, 98);
            Assert.Contains(world.OrganizationGrades, g => g.Year == year && g.Reason == NoGradeReason.FoundedUnderSixMonths);
        }

        Assert.Equal(GradedYears, world.Grades.Select(g => g.Year).Distinct().Order());
        Assert.Equal(GradedYears, world.OrganizationGrades.Select(g => g.Year).Distinct().Order());
    }
}
