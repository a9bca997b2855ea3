using TongKet.Organizations.EndOrganization;
using TongKet.Tests.Support;

namespace TongKet.Tests.Organizations.EndOrganization;

public sealed class EndOrganizationTests
{
    private const string Form = "form[method=post][data-keep]";

    private readonly District district = new();

    [Theory, OnBothDatabases]
    public async Task Nothing_goes_elsewhere_unless_it_is_said_to_which_successor(DatabaseKind database)
    {
        district.World.Enroll(district.SecondCell);
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));
        var page = await office.OpenAsync(District.Page(district.Second, "/ket-thuc"));

        var alone = await office.SendAsync(page, Form, ("Form.From", "01/07/2023"));
        Assert.Contains("Còn 1 tổ chức trực thuộc", alone.Text, StringComparison.Ordinal);
        var unsaid = await office.SendAsync(page, Form, ("Form.From", "01/07/2023"), ("Form.Successor", $"{district.First.Id}"));
        Assert.Contains("Còn 1 tổ chức trực thuộc", unsaid.Text, StringComparison.Ordinal);
        Assert.Empty(await served.LinesOfAsync(EndOrganizationHandler.Act));

        var done = await office.SendAsync(
            page,
            Form,
            ("Form.From", "01/07/2023"),
            ("Form.Successor", $"{district.First.Id}"),
            ("Form.TakesChildren", "true"),
            ("Form.Decision", "45-QĐ/HU")
        );

        Assert.Contains("Đã kết thúc hoạt động", done.Text, StringComparison.Ordinal);
        Assert.Contains("theo quyết định số 45-QĐ/HU", done.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Tổ chức HX", "Tổ chức HX.B01", "Tổ chức HX.B01.C01", "Tổ chức HX.B01.C02", "Tổ chức HX.B02.C01"],
            (await office.OpenAsync("/to-chuc?nam=2023")).Texts(".tree-name > a")
        );
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_cell_with_members_cannot_end(DatabaseKind database)
    {
        district.World.Enroll(district.FirstCell);
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));

        var page = await office.SendAsync(
            await office.OpenAsync(District.Page(district.FirstCell, "/ket-thuc")),
            Form,
            ("Form.From", "01/07/2023"),
            ("Form.Successor", $"{district.OtherCell.Id}")
        );

        Assert.Contains("Còn 1 đảng viên", page.Text, StringComparison.Ordinal);
        Assert.Empty(await served.LinesOfAsync(EndOrganizationHandler.Act));
    }

    [Theory, OnBothDatabases]
    public async Task What_has_ended_is_not_changed_any_more(DatabaseKind database)
    {
        district.World.Dissolve(district.OtherCell, new(2024, 1, 1));
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));

        var page = await office.SendAsync(
            await office.OpenAsync(District.Page(district.OtherCell, "/ket-thuc")),
            Form,
            ("Form.From", "01/07/2023")
        );

        Assert.Contains("đã kết thúc hoạt động từ 01/01/2024", page.Text, StringComparison.Ordinal);
    }
}
