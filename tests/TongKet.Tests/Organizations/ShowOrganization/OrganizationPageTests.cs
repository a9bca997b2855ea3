using System.Net;
using TongKet.Domain.Organizations;
using TongKet.Tests.Support;

namespace TongKet.Tests.Organizations.ShowOrganization;

public sealed class OrganizationPageTests
{
    private readonly District district = new();

    [Theory, OnBothDatabases]
    public async Task It_shows_what_stands_under_it_in_the_offices_order_with_its_members(DatabaseKind database)
    {
        district.World.Enroll(district.FirstCell);
        await using var served = await district.ServeAsync(database);

        var page = await served.As(Actors.Office(district.Top.Id)).OpenAsync(District.Page(district.First));

        Assert.Equal("Tổ chức HX.B01", page.Title);
        Assert.Contains("Đảng bộ cơ sở · HX.B01", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tổ chức HX.B01.C01", page.Text, StringComparison.Ordinal);
        Assert.Equal("Tổng số đảng viên", page.Texts(".figure-label")[0]);
        Assert.Equal("1", page.Texts(".figure-value")[0]);
    }

    [Theory, OnBothDatabases]
    public async Task Names_and_places_of_the_past_stand_in_its_history(DatabaseKind database)
    {
        district.World.Move(district.FirstCell, district.Second, new(2022, 5, 1));
        district.World.ChangeKind(district.Second, OrganizationKind.CommuneOrganization, new(2025, 7, 1));
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));

        var cell = await office.OpenAsync(District.Page(district.FirstCell));
        Assert.Contains("Tổ chức HX.B02 01/05/2022 đến nay", cell.Text, StringComparison.Ordinal);
        Assert.Contains("Tổ chức HX.B01 01/01/2010 01/05/2022", cell.Text, StringComparison.Ordinal);

        var committee = await office.OpenAsync(District.Page(district.Second, year: 2026));
        Assert.Contains("Đảng bộ cơ sở HX.B02 01/01/2010 01/07/2025", committee.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Members_of_a_cell_stand_on_its_page(DatabaseKind database)
    {
        var member = district.World.Enroll(district.FirstCell);
        district.World.Enroll(district.OtherCell);
        await using var served = await district.ServeAsync(database);

        var page = await served.As(Actors.Secretary(district.FirstCell.Id)).OpenAsync(District.Page(district.FirstCell));

        Assert.Equal([member.FullName], page.Texts(".data-table tbody th a"));
    }

    [Theory, OnBothDatabases]
    public async Task An_organization_that_ended_keeps_its_page_and_names_its_successor(DatabaseKind database)
    {
        district.World.Merge(district.Second, district.First, new(2024, 3, 1));
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));

        var page = await office.OpenAsync(District.Page(district.Second, year: 2026));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("không có trong cây tổ chức ngày", page.Text, StringComparison.Ordinal);
        Assert.Contains("Tổ chức kế thừa Tổ chức HX.B01, từ ngày 01/03/2024", page.Text, StringComparison.Ordinal);
        var heir = await office.OpenAsync(page.LinkOf("Tổ chức HX.B01"));
        Assert.Contains("Kế thừa từ Tổ chức HX.B02", heir.Text, StringComparison.Ordinal);
        Assert.Equal("Tổ chức HX.B02", (await office.OpenAsync(heir.LinkOf("Tổ chức HX.B02"))).Title);
    }

    [Theory, OnBothDatabases]
    public async Task Another_branch_is_answered_as_if_it_were_not_there(DatabaseKind database)
    {
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.First.Id));

        foreach (var rest in (string[])["", "/sua", "/chuyen", "/thanh-lap", "/ket-thuc"])
        {
            var page = await office.OpenAsync(District.Page(district.Second, rest));
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await office.OpenAsync($"/to-chuc/{district.Second.Id}{rest}?nam=2023")).Status
            );
        }
    }

    [Theory, OnBothDatabases]
    public async Task Who_only_reads_is_offered_no_change_and_finds_no_form(DatabaseKind database)
    {
        await using var served = await district.ServeAsync(database);
        var leader = served.As(Actors.Leader(district.Top.Id));

        var page = await leader.OpenAsync(District.Page(district.First));

        Assert.DoesNotContain("Sửa tên, loại hình", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nhật ký thay đổi", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await leader.OpenAsync(District.Page(district.First, "/sua"))).Status);
    }
}
