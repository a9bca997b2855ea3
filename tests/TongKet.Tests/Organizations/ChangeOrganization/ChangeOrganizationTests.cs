using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Organizations.ChangeOrganization;
using TongKet.Tests.Support;

namespace TongKet.Tests.Organizations.ChangeOrganization;

public sealed class ChangeOrganizationTests
{
    private const string Form = "form[method=post][data-keep]";

    private readonly District district = new();

    [Theory, OnBothDatabases]
    public async Task A_new_name_holds_from_its_day_and_the_old_one_before(DatabaseKind database)
    {
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));

        var page = await office.SendAsync(
            await office.OpenAsync(District.Page(district.First, "/sua")),
            Form,
            ("Form.Name", "  Đảng bộ xã Tân  Lĩnh "),
            ("Form.From", "01/07/2024")
        );

        Assert.Contains("Đã lưu thay đổi của tổ chức", page.Text, StringComparison.Ordinal);
        Assert.Equal("Tổ chức HX.B01", (await office.OpenAsync(District.Page(district.First))).Title);
        Assert.Equal("Đảng bộ xã Tân Lĩnh", (await office.OpenAsync(District.Page(district.First, year: 2024))).Title);
        Assert.Equal(2, (await served.LinesOfAsync(ChangeOrganizationHandler.Act)).Count);
        var changes = await office.OpenAsync(District.Page(district.First, year: 2024));
        Assert.Contains("Đến ngày: — → 01/07/2024", changes.Text, StringComparison.Ordinal);
        Assert.Single((await office.OpenAsync("/to-chuc?nam=2024&tim=tan+linh")).Texts(".data-table tbody th"));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task On_the_first_day_of_the_present_version_a_mistake_is_corrected(DatabaseKind database)
    {
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));

        await office.SendAsync(
            await office.OpenAsync(District.Page(district.First, "/sua")),
            Form,
            ("Form.Name", "Đảng bộ xã Tân Lĩnh"),
            ("Form.DutyGroup", "Xã, thị trấn"),
            ("Form.SortOrder", "7"),
            ("Form.From", "01/01/2010")
        );

        var id = district.First.Id;
        var version = await served.LookAsync(s => s.Set<OrganizationVersion>().SingleAsync(v => v.OrganizationId == id));
        Assert.Equal(("Đảng bộ xã Tân Lĩnh", "dang bo xa tan linh"), (version.Name, version.NameFolded));
        Assert.Equal(("Xã, thị trấn", 7), (version.DutyGroup, version.SortOrder));
        await served.AssertSoundAsync();
    }

    [Theory]
    [OnBothDatabases("Form.Code", "HX.B02", "Mã «HX.B02» đang dùng cho «Tổ chức HX.B02»")]
    [OnBothDatabases("Form.From", "31/12/2009", "Đã có thay đổi ghi từ 01/01/2010")]
    [OnBothDatabases("Form.From", "31/02/2024", "«31/02/2024» không phải là ngày")]
    [OnBothDatabases("Form.From", "", "Chưa nhập ngày")]
    [OnBothDatabases("Form.Name", "  ", "Chưa nhập tên tổ chức")]
    [OnBothDatabases("Form.SortOrder", "bảy", "Thứ tự là một số")]
    [OnBothDatabases("Form.Kind", "ProvincialOrganization", "không được trực thuộc «Đảng bộ huyện»")]
    [OnBothDatabases("Form.Kind", "GrassrootsCell", "không được trực thuộc «Chi bộ cơ sở»")]
    public async Task What_does_not_fit_is_said_beside_its_field_and_the_rest_stays_typed(
        DatabaseKind database,
        string field,
        string typed,
        string said
    )
    {
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));
        var form = await office.OpenAsync(District.Page(district.First, "/sua"));

        (string, string?)[] fields = [("Form.DutyGroup", "Nhóm mới"), ("Form.From", "01/07/2023")];
        var page = await office.SendAsync(form, Form, [.. fields.Where(f => f.Item1 != field), (field, typed)]);

        Assert.Contains(said, page.Texts(".field-error")[0], StringComparison.Ordinal);
        Assert.Equal("Nhóm mới", page.Document.QuerySelector("[name='Form.DutyGroup']")!.GetAttribute("value"));
        Assert.Empty(await served.LinesOfAsync(ChangeOrganizationHandler.Act));
    }

    [Theory, OnBothDatabases]
    public async Task Who_saves_after_another_is_told_so_and_loses_nothing(DatabaseKind database)
    {
        await using var served = await district.ServeAsync(database);
        var (first, second) = (served.As(Actors.Office(district.Top.Id)), served.As(Actors.Office(district.First.Id)));
        var late = await first.OpenAsync(District.Page(district.First, "/sua"));
        var early = await second.OpenAsync(District.Page(district.First, "/sua"));
        await second.SendAsync(early, Form, ("Form.DutyGroup", "Khối xã"), ("Form.From", "01/01/2023"));

        var told = await first.SendAsync(late, Form, ("Form.Name", "Đảng bộ xã Tân Lĩnh"), ("Form.From", "01/07/2023"));

        Assert.Contains("Trong lúc đang nhập", told.Text, StringComparison.Ordinal);
        Assert.Equal("Đảng bộ xã Tân Lĩnh", told.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        var saved = await first.SendAsync(told, Form);
        Assert.Contains("Đã lưu thay đổi của tổ chức", saved.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_cell_with_members_stays_a_cell(DatabaseKind database)
    {
        district.World.Enroll(district.FirstCell);
        await using var served = await district.ServeAsync(database);
        var office = served.As(Actors.Office(district.Top.Id));

        var page = await office.SendAsync(
            await office.OpenAsync(District.Page(district.FirstCell, "/sua")),
            Form,
            ("Form.Kind", nameof(OrganizationKind.SectionalOrganization)),
            ("Form.From", "01/07/2023")
        );

        Assert.Contains("Còn 1 đảng viên", page.Text, StringComparison.Ordinal);
    }
}
