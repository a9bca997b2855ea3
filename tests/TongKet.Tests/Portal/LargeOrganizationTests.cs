using System.Net;
using TongKet.Domain.Organizations;
using TongKet.Tests.Support;

namespace TongKet.Tests.Portal;

/// <summary>Pages of an organization with very much below it show a part, or lead further down; none grows without end.</summary>
public sealed class LargeOrganizationTests
{
    private readonly WorldBuilder world = new();
    private readonly Organization province;
    private readonly Organization commune;

    public LargeOrganizationTests()
    {
        province = world.Found("T", OrganizationKind.ProvincialOrganization);
        for (var i = 1; i <= 60; i++)
        {
            var other = world.Found($"T.{i:000}", OrganizationKind.CommuneOrganization, province);
            for (var j = 1; j <= 10; j++)
            {
                world.FoundCell($"T.{i:000}.{j}", other);
            }
        }

        commune = world.Found("T.061", OrganizationKind.CommuneOrganization, province);
        world.Enroll(world.FoundCell("T.061.1", commune));
    }

    [Theory, OnBothDatabases]
    public async Task Tables_by_subordinate_organization_are_turned_page_by_page(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var office = served.As(Actors.Office(province.Id));

        var report = await office.OpenAsync("/bao-cao?nam=2023");
        Assert.Contains("Tổ chức T.050", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tổ chức T.051", report.Text, StringComparison.Ordinal);
        report = await office.OpenAsync(report.LinkOf("dòng tiếp theo"));
        Assert.Contains("Tổ chức T.061", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tổ chức T.050", report.Text, StringComparison.Ordinal);

        var figure = await office.OpenAsync("/so-lieu/party_member_total?nam=2023");
        Assert.Equal(50, figure.Document.QuerySelectorAll("main tbody tr").Length);
        figure = await office.OpenAsync(figure.LinkOf("dòng tiếp theo"));
        Assert.Equal(11, figure.Document.QuerySelectorAll("main tbody tr").Length);
        Assert.Equal(["1"], figure.Texts("tfoot td.number"));
    }

    [Theory, OnBothDatabases]
    public async Task Work_on_single_cells_and_members_is_looked_for_further_down(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var office = served.As(Actors.Office(province.Id));

        Assert.Equal(HttpStatusCode.OK, (await office.OpenAsync("/?nam=2023")).Status);
        var gaps = await office.OpenAsync("/viec-cua-toi/can-bo-sung?nam=2023");
        Assert.Contains("Phạm vi quá rộng", gaps.Text, StringComparison.Ordinal);

        var below = await office.OpenAsync($"/viec-cua-toi/can-bo-sung?nam=2023&to-chuc={commune.Id}");
        Assert.DoesNotContain("Phạm vi quá rộng", below.Text, StringComparison.Ordinal);
    }
}
