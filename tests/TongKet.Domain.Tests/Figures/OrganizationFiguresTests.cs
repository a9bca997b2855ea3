using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Figures;

public sealed class OrganizationFiguresTests
{
    private static readonly AsOf Year = AsOf.At(Regulation.Book, 2023);

    [Fact]
    public void Cells_under_a_grassroots_committee_stand_outside_the_sum()
    {
        var district = Enumerable
            .Repeat(OrganizationKind.GrassrootsPartyOrganization, 21)
            .Concat(Enumerable.Repeat(OrganizationKind.GrassrootsCell, 42))
            .Concat(Enumerable.Repeat(OrganizationKind.SubordinateCell, 275))
            .Append(OrganizationKind.DistrictOrganization)
            .Select(kind => Entry(kind))
            .ToList();

        Assert.Equal(63, Of("grassroots_party_org_count", district));
        Assert.Equal(21, Of("grassroots_party_committee_count", district));
        Assert.Equal(42, Of("grassroots_cell_count", district));
        Assert.Equal(275, Of("subordinate_cell_count", district));
    }

    [Theory]
    [InlineData("2023-12-31", null, 1)]
    [InlineData("2024-01-01", null, 0)]
    [InlineData("2020-01-01", "2023-12-31", 0)]
    [InlineData("2020-01-01", "2024-01-01", 1)]
    public void An_organization_counts_from_its_first_day_to_the_eve_of_its_end(string from, string? to, int count) =>
        Assert.Equal(count, Of("grassroots_cell_count", [Entry(OrganizationKind.GrassrootsCell, from, to)]));

    /// <summary>Whatever the rules of the day: no kind is two things, and bodies outside the Party's tree are none.</summary>
    [Theory]
    [InlineData(2018)]
    [InlineData(2023)]
    [InlineData(2025)]
    [InlineData(2026)]
    public void A_kind_counts_as_one_thing_at_most(int year)
    {
        var on = AsOf.At(Regulation.Book, year);
        var codes = new[]
        {
            "grassroots_party_committee_count",
            "grassroots_cell_count",
            "subordinate_cell_count",
            "departmental_party_committee_count",
        };

        Assert.All(
            Enum.GetValues<OrganizationKind>(),
            kind =>
                Assert.InRange(
                    codes.Sum(code => Count.Of(OrganizationFigures.All, code, [Entry(kind)], on)),
                    0,
                    kind.IsPartyOrganization() ? 1 : 0
                )
        );
    }

    [Fact]
    public void Members_stand_in_cells_and_bodies_beside_the_tree_are_no_Party_organizations()
    {
        Assert.Equal(
            [OrganizationKind.GrassrootsCell, OrganizationKind.SubordinateCell, OrganizationKind.PartyCell],
            Enum.GetValues<OrganizationKind>().Where(k => k.IsCell())
        );
        Assert.False(OrganizationKind.Front.IsPartyOrganization());
        Assert.True(OrganizationKind.PartyGroup.IsPartyOrganization());
    }

    private static int Of(string code, IEnumerable<OrganizationEntry> entries) =>
        Count.Of(OrganizationFigures.All, code, entries, Year);

    private static OrganizationEntry Entry(OrganizationKind kind, string from = "2020-01-01", string? to = null) =>
        new()
        {
            Name = "Tổ chức",
            Code = "O",
            Kind = kind,
            FromOn = DateOnly.ParseExact(from, "yyyy-MM-dd"),
            ToOn = to is null ? null : DateOnly.ParseExact(to, "yyyy-MM-dd"),
        };
}
