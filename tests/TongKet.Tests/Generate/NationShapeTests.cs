using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Tests.Demo;
using TongKet.Tests.Support;

namespace TongKet.Tests.Generate;

/// <summary>What a nation of any size has in it: every level, each change of the levels, people who moved.</summary>
public sealed class NationShapeTests
{
    private static readonly DateOnly LastOfDistricts = new(2025, 6, 30);
    private static readonly DateOnly LastOfGrassrootsCells = new(2026, 7, 25);
    private static readonly DateOnly Now = new(2026, 9, 30);

    [Fact]
    public async Task Levels_end_communes_merge_kinds_change_members_move_and_one_unit_gives_counts_only()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await MadeNation.MakeAsync(database, MadeNation.Small);
        var nation = await MadeWorld.ReadAsync(database);

        Assert.Contains(nation.VersionsOn(LastOfDistricts), v => v.Kind == OrganizationKind.DistrictOrganization);
        Assert.DoesNotContain(
            nation.VersionsOn(LastOfDistricts.AddDays(1)),
            v => v.Kind is OrganizationKind.DistrictOrganization or OrganizationKind.BlocOrganization
        );
        Assert.True(
            Of(LastOfDistricts, OrganizationKind.ProvincialOrganization) > Of(Now, OrganizationKind.ProvincialOrganization)
        );
        Assert.True(nation.Successions.Count(s => s.On == LastOfDistricts.AddDays(1)) > 3);
        Assert.NotEqual(0, Of(LastOfGrassrootsCells, OrganizationKind.GrassrootsCell));
        Assert.Equal(0, Of(Now, OrganizationKind.GrassrootsCell) + Of(Now, OrganizationKind.SubordinateCell));
        Assert.Single(nation.VersionsOn(Now), v => v.CountsOnly);
        Assert.NotEmpty(nation.Counts);

        var moved = nation.Stays.Count(s => s.HowIn == HowIn.TransferredIn) / (double)nation.Members.Count;
        Assert.InRange(moved, 0.08, 0.16);
        Assert.Equal(10, nation.Grades.Select(g => g.Year).Distinct().Count());
        var sizes = nation.StaysOn(Now).CountBy(s => s.CellId).Select(c => c.Value).ToList();
        Assert.True(sizes.Max() > 4 * sizes.Min());
        Assert.Empty(nation.TreeOn(Now).Unplaced);

        int Of(DateOnly day, OrganizationKind kind) => nation.VersionsOn(day).Count(v => v.Kind == kind);
    }
}
