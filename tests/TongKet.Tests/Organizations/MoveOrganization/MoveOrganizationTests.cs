using TongKet.Domain.Organizations;
using TongKet.Organizations.MoveOrganization;
using TongKet.Tests.Support;

namespace TongKet.Tests.Organizations.MoveOrganization;

public sealed class MoveOrganizationTests
{
    private const string Form = "form[method=post][data-keep]";

    private readonly District district = new();

    [Theory, OnBothDatabases]
    public async Task A_cell_goes_with_its_members_and_the_day_before_stays_as_it_was(DatabaseKind database)
    {
        district.World.Enroll(district.FirstCell);
        district.World.Enroll(district.OtherCell);
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));

        var page = await office.SendAsync(
            await office.OpenAsync(District.Page(district.FirstCell, "/chuyen")),
            Form,
            ("Form.Parent", $"{district.Second.Id}"),
            ("Form.From", "01/07/2023")
        );

        Assert.Contains("Đã chuyển trực thuộc", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await served.LinesOfAsync(PlaceChange.Act)).Count);
        Assert.Equal("1", await MembersAsync(office, district.First, "31/12/2023"));
        Assert.Equal("1", await MembersAsync(office, district.Second, "31/12/2023"));
        Assert.Equal("2", await MembersAsync(office, district.First, "30/06/2023"));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task On_the_day_it_came_a_wrong_parent_is_put_right(DatabaseKind database)
    {
        district.World.Move(district.FirstCell, district.Second, new(2023, 3, 1));
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));

        await office.SendAsync(
            await office.OpenAsync(District.Page(district.FirstCell, "/chuyen")),
            Form,
            ("Form.Parent", $"{district.First.Id}"),
            ("Form.From", "01/03/2023")
        );

        var page = await office.OpenAsync(District.Page(district.FirstCell));
        Assert.Contains("Trực thuộc Tổ chức HX.B01", page.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_circle_a_kind_that_does_not_fit_and_a_foreign_parent_are_refused(DatabaseKind database)
    {
        var foreign = district.World.Found("HY", OrganizationKind.DistrictOrganization);
        var elsewhere = district.World.Found("HY.B01", OrganizationKind.GrassrootsPartyOrganization, foreign);
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));
        var page = await office.OpenAsync(District.Page(district.First, "/chuyen"));
        Assert.Empty(page.Document.QuerySelectorAll($"option[value='{foreign.Id}']"));

        Task<VisitedPage> Send(Organization parent) =>
            office.SendAsync(page, Form, ("Form.Parent", $"{parent.Id}"), ("Form.From", "01/07/2023"));

        Assert.Contains("nằm dưới chính tổ chức này", (await Send(district.FirstCell)).Text, StringComparison.Ordinal);
        Assert.Contains("không được trực thuộc «Đảng bộ cơ sở»", (await Send(district.Second)).Text, StringComparison.Ordinal);
        Assert.Contains("QĐ 24-QĐ/TW", (await Send(district.Second)).Text, StringComparison.Ordinal);
        Assert.Contains("không có tổ chức cấp trên này trong phạm vi", (await Send(elsewhere)).Text, StringComparison.Ordinal);
        Assert.Contains("không cần chuyển", (await Send(district.Top)).Text, StringComparison.Ordinal);
        Assert.Empty(await served.LinesOfAsync(PlaceChange.Act));
    }

    private static async Task<string> MembersAsync(Visitor office, Organization of, string day) =>
        (await office.OpenAsync($"/to-chuc/{of.Id}?to-chuc={of.Id}&nam=2023&tinh-den={day}")).Texts(".figure-value")[0];
}
