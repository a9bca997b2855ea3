using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Members.EditMember;
using TongKet.Tests.Support;

namespace TongKet.Tests.Members.EditMember;

public sealed class EditMemberTests
{
    private const string Form = "form[method=post][data-keep]";

    private readonly Committee committee = new();

    [Theory, OnBothDatabases]
    public async Task A_corrected_field_is_kept_with_what_it_was_in_the_log(DatabaseKind database)
    {
        var member = Committee.Name(committee.World.Enroll(committee.First), "Nguyễn Văn Dức");
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await office.SendAsync(
            await office.OpenAsync(Committee.Page(member, "/sua")),
            Form,
            ("Form.FullName", "Nguyễn  Văn Đức"),
            ("Form.Born", "3/1968"),
            ("Form.Ethnicity", "Mông"),
            ("Form.Religion", "Không")
        );

        Assert.Contains("Đã lưu thông tin", page.Text, StringComparison.Ordinal);
        Assert.Contains("Họ và tên: Nguyễn Văn Dức → Nguyễn Văn Đức", page.Text, StringComparison.Ordinal);
        var kept = await served.LookAsync(s => s.Set<Member>().SingleAsync());
        Assert.Equal(("nguyen van duc", VietnameseText.PersonSortKey("Nguyễn Văn Đức")), (kept.NameFolded, kept.NameSortKey));
        Assert.Equal((new DateOnly(1968, 3, 1), DatePrecision.Month), (kept.BornOn!.Value, kept.BornPrecision));
        Assert.Equal((true, false), (kept.IsEthnicMinority, kept.HasReligion));
        Assert.Equal(member.CitizenId, kept.CitizenId);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task No_number_stands_in_the_form_and_one_left_empty_stays(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        member.CardNumber = "68.012345";
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));
        var page = await office.OpenAsync(Committee.Page(member, "/sua"));
        Assert.DoesNotContain(member.CitizenId!, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);

        await office.SendAsync(page, Form, ("Form.CitizenId", "001 068 000 123"));

        var kept = await served.LookAsync(s => s.Set<Member>().SingleAsync());
        Assert.Equal(("001068000123", "68.012345"), (kept.CitizenId, kept.CardNumber));
    }

    [Theory]
    [OnBothDatabases("Form.FullName", "", "Chưa nhập họ và tên")]
    [OnBothDatabases("Form.CitizenId", "12345678901", "đúng 12 chữ số")]
    [OnBothDatabases("Form.CitizenId", "000000000001", "đã có trong sổ")]
    [OnBothDatabases("Form.Born", "32/01/1968", "không phải là ngày")]
    [OnBothDatabases("Form.Born", "1/1/2027", "sau ngày hôm nay")]
    [OnBothDatabases("Form.Admitted", "01/01/2020", "Ngày chính thức trước ngày kết nạp")]
    [OnBothDatabases("Form.Order", "một", "Số TT là một số")]
    public async Task What_cannot_be_is_said_and_nothing_is_lost(DatabaseKind database, string field, string typed, string said)
    {
        var member = committee.World.Enroll(committee.First);
        committee.World.Enroll(committee.First).CitizenId = "000000000001";
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await office.SendAsync(
            await office.OpenAsync(Committee.Page(member, "/sua")),
            Form,
            ("Form.HomePlace", "Xã Tân Lĩnh"),
            (field, typed)
        );

        Assert.Contains(said, page.Texts(".field-error")[0], StringComparison.Ordinal);
        Assert.Equal("Xã Tân Lĩnh", page.Document.QuerySelector("[name='Form.HomePlace']")!.GetAttribute("value"));
        Assert.Empty(await served.LinesOfAsync(EditMemberHandler.Act));
    }

    [Theory, OnBothDatabases]
    public async Task Who_saves_after_another_is_told_so_and_loses_nothing(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var (office, secretary) = (served.As(Actors.Office(committee.Own.Id)), served.As(Actors.Secretary(committee.First.Id)));
        var late = await office.OpenAsync(Committee.Page(member, "/sua"));
        var early = await secretary.OpenAsync(Committee.Page(member, "/sua"));
        await secretary.SendAsync(early, Form, ("Form.Occupation", "Giáo viên"));

        var told = await office.SendAsync(late, Form, ("Form.HomePlace", "Xã Tân Lĩnh"));

        Assert.Contains("Trong lúc đang nhập, CellSecretary đã thay đổi", told.Text, StringComparison.Ordinal);
        Assert.Equal("Xã Tân Lĩnh", told.Document.QuerySelector("[name='Form.HomePlace']")!.GetAttribute("value"));
        Assert.Single(await served.LinesOfAsync(EditMemberHandler.Act));
    }
}
