using TongKet.Domain.Organizations;
using TongKet.Organizations.FoundOrganization;
using TongKet.Tests.Support;

namespace TongKet.Tests.Organizations.FoundOrganization;

public sealed class FoundOrganizationTests
{
    private const string Form = "form[method=post][data-keep]";

    private readonly District district = new();

    [Theory, OnBothDatabases]
    public async Task A_new_cell_stands_under_its_committee_from_its_day(DatabaseKind database)
    {
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.First.Id));

        var page = await office.SendAsync(
            await office.OpenAsync(District.Page(district.First, "/thanh-lap")),
            Form,
            ("Form.Name", "Chi bộ thôn Đông"),
            ("Form.Code", "HX.B01.C03"),
            ("Form.Kind", nameof(OrganizationKind.SubordinateCell)),
            ("Form.From", "19/05/2023"),
            ("Form.Decision", "12-QĐ/ĐU")
        );

        Assert.Equal("Chi bộ thôn Đông", page.Title);
        Assert.Contains("19/05/2023, theo quyết định số 12-QĐ/ĐU", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Tổ chức HX.B01", "Tổ chức HX.B01.C01", "Tổ chức HX.B01.C02", "Chi bộ thôn Đông"],
            (await office.OpenAsync("/to-chuc?nam=2023")).Texts(".tree-name > a")
        );
        Assert.DoesNotContain("Chi bộ thôn Đông", (await office.OpenAsync("/to-chuc?nam=2022")).Text, StringComparison.Ordinal);
        Assert.Equal(3, (await served.LinesOfAsync(FoundOrganizationHandler.Act)).Count);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Only_kinds_that_may_stand_there_are_offered_and_taken(DatabaseKind database)
    {
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.First.Id));
        var form = await office.OpenAsync(District.Page(district.First, "/thanh-lap"));
        Assert.DoesNotContain("Đảng bộ huyện", form.Texts("option"));

        var page = await office.SendAsync(
            form,
            Form,
            ("Form.Name", "Chi bộ thôn Đông"),
            ("Form.Code", "HX.B01"),
            ("Form.Kind", nameof(OrganizationKind.GrassrootsCell)),
            ("Form.From", "19/05/2023")
        );

        Assert.Equal(2, page.Texts(".field-error").Count);
        Assert.Contains("«Chi bộ cơ sở» không được trực thuộc «Đảng bộ cơ sở»", page.Text, StringComparison.Ordinal);
        Assert.Empty(await served.LinesOfAsync(FoundOrganizationHandler.Act));
    }
}
