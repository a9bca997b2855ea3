using System.Net;
using TongKet.Domain.Organizations;
using TongKet.Organizations.ShowTree;
using TongKet.Tests.Support;

namespace TongKet.Tests.Organizations.ShowTree;

public sealed class TreePageTests
{
    private readonly WorldBuilder world = new();

    [Theory, OnBothDatabases]
    public async Task The_office_sees_its_tree_of_a_day_with_its_members(DatabaseKind database)
    {
        var (district, committee, cell) = Settle();
        world.Enroll(cell);
        world.Enroll(cell);
        await using var served = await ServeAsync(database);

        var page = await served.As(Actors.Office(district.Id)).OpenAsync("/to-chuc?nam=2023");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Cây tổ chức ngày 31/12/2023", page.Title);
        Assert.Equal(["Tổ chức HX", "Tổ chức HX.B01", "Tổ chức HX.B01.C01"], page.Texts(".tree-name > a"));
        Assert.Contains("Đảng viên: 2", page.Texts(".tree-number"));
        Assert.Equal($"/to-chuc/{committee.Id}?to-chuc={committee.Id}&nam=2023", page.LinkOf("Tổ chức HX.B01"));
    }

    [Theory, OnBothDatabases]
    public async Task Another_branch_is_answered_as_if_it_were_not_there(DatabaseKind database)
    {
        var (_, committee, _) = Settle();
        var other = world.Found("HY", OrganizationKind.DistrictOrganization);
        await using var served = await ServeAsync(database);
        var office = served.As(Actors.Office(committee.Id));

        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync($"/to-chuc?nam=2023&to-chuc={other.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await office.OpenAsync("/to-chuc?nam=2023&to-chuc=999999999")).Status);
        var page = await office.OpenAsync("/to-chuc?nam=2023&tim=HY");
        Assert.Contains("Không có tổ chức nào", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Tổ chức HX.B01", "Tổ chức HX.B01.C01"], page.Texts(".tree-name > a"));
    }

    [Theory, OnBothDatabases]
    public async Task A_kind_that_no_longer_exists_is_marked_on_days_after_it_ended(DatabaseKind database)
    {
        var (district, _, _) = Settle();
        await using var served = await ServeAsync(database);
        var office = served.As(Actors.Office(district.Id));

        Assert.Empty((await office.OpenAsync("/to-chuc?nam=2024")).Texts(".mark-caution"));
        var marks = (await office.OpenAsync("/to-chuc?nam=2025")).Document.QuerySelectorAll(".mark-caution");
        Assert.Equal("Tổ chức HX", marks.Single().Closest(".tree-name")!.QuerySelector("a")!.TextContent);
    }

    [Theory, OnBothDatabases]
    public async Task An_organization_is_found_by_its_name_without_marks(DatabaseKind database)
    {
        var (district, committee, _) = Settle();
        var version = world.Change(world.VersionOf(committee));
        version.Name = "Đảng bộ xã Tân Lĩnh";
        version.NameFolded = "dang bo xa tan linh";
        await using var served = await ServeAsync(database);

        var page = await served.As(Actors.Office(district.Id)).OpenAsync("/to-chuc?nam=2023&tim=tan+linh");

        Assert.Equal(["Đảng bộ xã Tân Lĩnh"], page.Texts(".data-table tbody th"));
    }

    [Theory, OnBothDatabases]
    public async Task Bodies_that_are_not_Party_organizations_stand_apart(DatabaseKind database)
    {
        var (district, _, _) = Settle();
        world.Found("HX.VP", OrganizationKind.CommitteeOffice, district);
        await using var served = await ServeAsync(database);

        var page = await served.As(Actors.Office(district.Id)).OpenAsync("/to-chuc?nam=2023");

        Assert.DoesNotContain("Tổ chức HX.VP", page.Texts(".tree-name > a"));
        Assert.Equal(["Tổ chức HX.VP"], page.Texts(".data-table tbody th"));
    }

    [Theory, OnBothDatabases]
    public async Task Bodies_further_down_are_counted_and_stand_in_the_tree_of_their_own(DatabaseKind database)
    {
        var (district, committee, _) = Settle();
        world.Found("HX.B01.MT", OrganizationKind.CommitteeOffice, committee);
        await using var served = await ServeAsync(database);
        var office = served.As(Actors.Office(district.Id));

        var page = await office.OpenAsync("/to-chuc?nam=2023");
        Assert.Empty(page.Texts(".data-table tbody th"));
        Assert.Contains("Còn 1 cơ quan, đơn vị của các tổ chức trực thuộc", page.Text, StringComparison.Ordinal);
        var below = await office.OpenAsync($"/to-chuc?nam=2023&to-chuc={committee.Id}");
        Assert.Equal(["Tổ chức HX.B01.MT"], below.Texts(".data-table tbody th"));
    }

    [Theory, OnBothDatabases]
    public async Task A_tree_too_large_for_a_page_opens_branch_by_branch_without_script(DatabaseKind database)
    {
        var (district, committee, _) = Settle();
        for (var i = 0; i < TreeQuery.MostDrawn; i++)
        {
            world.FoundCell($"HX.B01.D{i:000}", committee);
        }

        var other = world.Found("HX.B02", OrganizationKind.GrassrootsPartyOrganization, district);
        world.FoundCell("HX.B02.C01", other);
        await using var served = await ServeAsync(database);
        var office = served.As(Actors.Office(district.Id));

        var page = await office.OpenAsync("/to-chuc?nam=2023");
        Assert.Equal(["Tổ chức HX", "Tổ chức HX.B01", "Tổ chức HX.B02"], page.Texts(".tree-name > a"));

        var opened = await office.OpenAsync(page.LinkOf("Mở 1 tổ chức trực thuộc"));
        Assert.Equal(["Tổ chức HX", "Tổ chức HX.B01", "Tổ chức HX.B02", "Tổ chức HX.B02.C01"], opened.Texts(".tree-name > a"));
        Assert.NotNull(opened.Document.QuerySelector($"#nhanh-{other.Id} > details[open]"));
    }

    [Theory, OnBothDatabases]
    public async Task An_organization_asked_for_in_a_year_without_it_gives_way_to_its_successor(DatabaseKind database)
    {
        var province = world.Found("TX", OrganizationKind.ProvincialOrganization);
        var district = world.Found("HX", OrganizationKind.DistrictOrganization, province);
        var commune = world.Found("XA", OrganizationKind.CommuneOrganization, province, new(2025, 7, 1));
        world.Dissolve(district, new(2025, 7, 1), commune);
        await using var served = await ServeAsync(database);

        var page = await served.As(Actors.Office(province.Id)).OpenAsync($"/to-chuc?nam=2026&to-chuc={district.Id}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("«Tổ chức HX» không có trong cây tổ chức ngày", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Tổ chức XA"], page.Texts(".tree-name > a"));
    }

    [Theory, OnBothDatabases]
    public async Task Who_may_see_no_organizations_finds_no_page(DatabaseKind database)
    {
        var (_, _, cell) = Settle();
        var member = world.Enroll(cell);
        await using var served = await ServeAsync(database);

        Assert.Equal(HttpStatusCode.NotFound, (await served.As(Actors.Administrator()).OpenAsync("/to-chuc")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await served.As(Actors.Member(cell.Id, member.Id)).OpenAsync("/to-chuc")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Without_any_organization_the_page_says_what_to_do(DatabaseKind database)
    {
        await using var served = await ServeAsync(database);

        var page = await served.As(Actors.Office(1)).OpenAsync("/to-chuc");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("nhập tệp tổ chức", page.Text, StringComparison.Ordinal);
    }

    private (Organization District, Organization Committee, Organization Cell) Settle()
    {
        var district = world.Found("HX", OrganizationKind.DistrictOrganization);
        var committee = world.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, district);
        return (district, committee, world.FoundCell("HX.B01.C01", committee));
    }

    private async Task<ServedProgram> ServeAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.MigratedAsync(kind);
        await world.SaveAsync(database);
        return await ServedProgram.StartAsync(database);
    }
}
