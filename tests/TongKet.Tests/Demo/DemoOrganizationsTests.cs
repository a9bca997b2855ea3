using TongKet.Domain.Commendations;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Members;
using TongKet.Organizations;
using TongKet.Regulations;
using TongKet.Tests.Support;
using static TongKet.Domain.Organizations.OrganizationKind;

namespace TongKet.Tests.Demo;

/// <summary>The organizations of the demo's world through the change of levels and the change of kinds.</summary>
public sealed class DemoOrganizationsTests(FullWorlds worlds)
{
    private static readonly DateOnly[] Days =
    [
        new(2023, 12, 31),
        new(2024, 12, 31),
        new(2025, 6, 30),
        new(2025, 7, 1),
        new(2025, 12, 31),
        new(2026, 7, 25),
        new(2026, 7, 26),
        new(2026, 11, 22),
    ];

    [Theory, OnBothDatabases]
    public async Task The_district_is_as_large_as_said(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var first = world.VersionsOn(new(2023, 1, 1)).ToList();

        Assert.Equal(60, first.Count(v => v.Kind is GrassrootsPartyOrganization or GrassrootsCell));
        Assert.Equal(300, first.Count(v => v.Kind.IsCell()));
        Assert.Single(first, v => v.Kind == ProvincialOrganization);
        Assert.Single(first, v => v.Kind == DistrictOrganization);
        Assert.Contains(first, v => v.Name.Length >= 60);
        Assert.All(
            new[] { Commission, InspectionCommission, CommitteeOffice, Front, MassOrganization },
            body => Assert.Contains(first, v => v.Kind == body)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Communes_take_over_and_the_cells_keep_their_identity(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var before = world.TreeOn(new(2025, 6, 30));
        var after = world.TreeOn(new(2025, 7, 1));
        var communes = after.Nodes.Where(n => n.Kind == CommuneOrganization && !n.HasEnded).ToList();

        Assert.InRange(communes.Count, 6, 8);
        Assert.All(communes, c => Assert.Equal(ProvincialOrganization, after.Parent(c)!.Kind));
        Assert.True(after.Nodes.Single(n => n.Kind == DistrictOrganization).HasEnded);
        var villages = before.Nodes.Where(n => !n.HasEnded && n.Name.Contains(" thôn ", StringComparison.Ordinal)).ToList();
        Assert.True(villages.Count > 100);
        Assert.All(
            villages,
            v =>
            {
                var now = after.Find(v.Id)!;
                Assert.False(now.HasEnded);
                Assert.Contains(after.Path(now), above => above.Kind == CommuneOrganization);
                Assert.NotEqual(v.Code, now.Code);
            }
        );
        var oldCommunes = before.Nodes.Where(n => n.Version.DutyGroup == "Xã, thị trấn").ToList();
        Assert.All(
            oldCommunes,
            o => Assert.Contains(world.Successions, s => s.OldId == o.Id && communes.Exists(c => c.Id == s.NewId))
        );
    }

    [Theory, OnBothDatabases]
    public async Task Kinds_stand_where_the_rule_book_of_the_day_allows(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var rules = RuleBookLoader.Load();
        foreach (var day in Days)
        {
            var tree = OrganizationTree.Build(world.Versions, world.Places, world.Successions, day, day);
            var known = rules.KindsOn(day);
            Assert.Empty(tree.Unplaced);
            var party = tree.Nodes.Where(n => n.Kind.IsPartyOrganization() && !n.HasEnded).ToList();
            Assert.True(party.Count > 250);
            Assert.All(party, n => Assert.Contains(n.Kind, known));
            Assert.All(
                party.Where(n => n.ParentAt >= 0),
                n => Assert.Contains(n.Kind, rules.ChildrenOf(tree.Parent(n)!.Kind, day))
            );
            Assert.Equal(tree.Nodes.Count(n => !n.HasEnded), tree.Nodes.Where(n => !n.HasEnded).DistinctBy(n => n.Code).Count());
        }
    }

    [Theory, OnBothDatabases]
    public async Task One_unit_sends_counts_that_close_and_go_on_from_year_to_year(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var unit = Assert.Single(world.Versions.Where(v => v.CountsOnly).Select(v => v.OrganizationId).Distinct());
        Assert.All(world.Counts, c => Assert.Equal(unit, c.OrganizationId));
        var days = world.Counts.Select(c => c.AsOf).Distinct().Order().ToList();
        // Four cut-off days a year, but those of this year that are still to come; and today.
        Assert.Equal(14, days.Count);
        foreach (var day in days)
        {
            var of = world.Counts.Where(c => c.AsOf == day).ToDictionary(c => c.FigureCode, c => c.Value);
            Assert.Equal(
                of["party_member_total"],
                of["party_member_opening"]
                    + of["new_member_count"]
                    + of["member_transferred_in_count"]
                    + of["member_restored_count"]
                    - of["member_transferred_out_count"]
                    - of["member_deceased_count"]
                    - of["member_struck_off_count"]
                    - of["member_expelled_count"]
                    - of["member_left_count"]
            );
            Assert.Equal(of["party_member_total"], of["official_member_count"] + of["probationary_member_count"]);
            if (of.TryGetValue("member_rated_count", out var rated))
            {
                Assert.Equal(of["party_member_total"], rated + of["member_exempt_count"] + of["member_unrated_count"]);
                Assert.Equal(
                    rated,
                    of["member_excellent_count"]
                        + of["member_good_count"]
                        + of["member_completed_count"]
                        + of["member_not_completed_count"]
                );
                Assert.Equal(of["party_member_total"], Opening(day.Year + 1));
            }
        }

        int Opening(int year) => world.Counts.First(c => c.Year == year && c.FigureCode == "party_member_opening").Value;
    }

    [Theory, OnBothDatabases]
    public async Task The_share_of_Excellent_is_kept_but_in_a_few_groups(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        foreach (var year in world.OrganizationGrades.Select(g => g.Year).Distinct())
        {
            var day = new DateOnly(year, 12, 31);
            var percent = RuleBookLoader.Load().InForce(RuleBook.AnnualReview, day)["excellent_cap_percent"].Decimal;
            var tree = OrganizationTree.Build(world.Versions, world.Places, world.Successions, day, day);
            var grades = world.OrganizationGrades.Where(g => g.Year == year).ToDictionary(g => g.OrganizationId, g => g.Grade);
            var groups = tree
                .Nodes.Where(n => !n.HasEnded && n.Version.DutyGroup is not null && grades.ContainsKey(n.Id))
                .GroupBy(n => (n.ParentAt, n.Version.DutyGroup))
                .Select(g =>
                    ExcellentCapRule.Read(
                        new(
                            "",
                            g.Count(),
                            g.Count(n => grades[n.Id] == Grade.Excellent),
                            g.Count(n => grades[n.Id] == Grade.Good)
                        ),
                        CapBase.GoodOnly,
                        percent
                    )
                )
                .ToList();

            Assert.InRange(groups.Count(g => g.Room < 0), 1, 3);
            Assert.All(groups, g => Assert.InRange(g.Room, -2, 3));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Every_level_has_targets_for_each_of_its_years_and_the_next(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var figures = Domain.Members.StayFigures.All.Concat(GradeFigures.All).Select(f => f.Code).ToHashSet();
        Assert.All(world.Targets.Where(t => t.FigureCode is not null), t => Assert.Contains(t.FigureCode!, figures));
        Assert.All(world.Targets.Where(t => t.FigureCode is not null), t => Assert.Null(t.ManualResult));

        var levels = world
            .Versions.Where(v => v.Kind is ProvincialOrganization or DistrictOrganization or CommuneOrganization)
            .ToLookup(v => v.Kind, v => v.OrganizationId);
        Assert.Equal([2023, 2024, 2025, 2026, 2027], YearsOf(ProvincialOrganization));
        Assert.Equal([2023, 2024, 2025], YearsOf(DistrictOrganization));
        Assert.Equal([2025, 2026, 2027], YearsOf(CommuneOrganization));
        Assert.All(
            world.Targets.Where(t => levels.Any(l => l.Contains(t.OrganizationId))).GroupBy(t => (t.OrganizationId, t.Year)),
            own =>
            {
                Assert.InRange(own.Count(), 10, 14);
                Assert.Contains(own, t => t.FigureCode is null);
            }
        );
        Assert.All(
            world.Targets.Where(t => t.Year < MadeWorld.ThisYear && t.FigureCode is null),
            t => Assert.NotNull(t.ManualResult)
        );
        Assert.All(world.Targets.Where(t => t.Year > MadeWorld.ThisYear), t => Assert.Null(t.ManualResult));

        IEnumerable<int> YearsOf(OrganizationKind level) =>
            world.Targets.Where(t => levels[level].Contains(t.OrganizationId)).Select(t => t.Year).Distinct().Order();
    }

    [Theory, OnBothDatabases]
    public async Task Every_year_has_badges_and_every_year_that_is_over_its_commended(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var badges = world.Commendations.Where(c => c.Form == CommendationForm.PartyBadge).ToList();

        Assert.Equal([2023, 2024, 2025, 2026], badges.Select(b => b.Year).Distinct().Order());
        Assert.Equal(badges.Count, badges.DistinctBy(b => (b.MemberId, b.Note)).Count());
        Assert.All(
            badges.CountBy(b => b.Year).Where(y => y.Key < MadeWorld.ThisYear),
            year => Assert.InRange(year.Value, 60, 350)
        );
        var work = world.Commendations.Except(badges).ToList();
        Assert.Equal([2023, 2024, 2025], work.Select(c => c.Year).Distinct().Order());
        foreach (var subject in Enum.GetValues<CommendationSubject>())
        {
            Assert.Contains(work, c => c.Subject == subject);
        }

        Assert.All(
            work.Where(c => c.Subject == CommendationSubject.Organization),
            c =>
                Assert.Contains(
                    world.OrganizationGrades,
                    g => (g.OrganizationId, g.Year, g.Grade) == (c.OrganizationId, c.Year, Grade.Excellent)
                )
        );
    }
}
