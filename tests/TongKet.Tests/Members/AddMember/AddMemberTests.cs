using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Members.AddMember;
using TongKet.Tests.Support;

namespace TongKet.Tests.Members.AddMember;

public sealed class AddMemberTests
{
    private const string Form = "form[method=post][data-keep]";

    private readonly Committee committee = new();

    [Theory, OnBothDatabases]
    public async Task Who_is_admitted_counts_from_the_day_of_the_ceremony(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        var secretary = served.As(Actors.Secretary(committee.First.Id));

        var page = await secretary.SendAsync(
            await secretary.OpenAsync("/dang-vien/them?nam=2023&viec=ket-nap"),
            Form,
            ("Movement.On", "19/05/2023"),
            ("Movement.Decision", "12-QĐ/HU"),
            ("Form.FullName", "Nguyễn Thị Sáu"),
            ("Form.Born", "05/03/1998"),
            ("Form.Sex", "Female"),
            ("Form.CitizenId", "001198000123"),
            ("Form.Decided", "03/05/2023")
        );

        Assert.Equal("Nguyễn Thị Sáu", page.Title);
        Assert.Contains("19/05/2023: Kết nạp", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ngày kết nạp 19/05/2023", page.Text, StringComparison.Ordinal);
        Assert.Contains("quyết định hoặc giấy giới thiệu số 12-QĐ/HU", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await served.LinesOfAsync(AddMemberHandler.Act)).Count);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_transferred_out_keeps_his_record_where_he_comes(DatabaseKind database)
    {
        var member = Committee.Name(committee.World.Enroll(committee.First), "Nguyễn Văn Đức");
        committee.World.Leave(member, new(2023, 3, 1));
        await using var served = await committee.ServeAsync(database);
        var receiver = served.As(Actors.Secretary(committee.Foreign.Id));

        var page = await ComeAsync(receiver, member.CitizenId!, "15/03/2023");

        Assert.Equal("Nguyễn Văn Đức", page.Title);
        Assert.Contains("Hồ sơ đã có trong sổ được tiếp nhận", page.Text, StringComparison.Ordinal);
        var stays = await served.LookAsync(s => s.Set<Stay>().OrderBy(x => x.FromOn).ToListAsync());
        Assert.Equal((committee.Foreign.Id, committee.First.Id), (stays[0].WentToId!.Value, stays[1].CameFromId!.Value));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_member_of_another_cell_is_not_taken_without_his_leaving(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var receiver = served.As(Actors.Secretary(committee.Foreign.Id));

        var page = await ComeAsync(receiver, member.CitizenId!, "15/03/2023");

        Assert.Contains("đề nghị nơi đi ghi chuyển sinh hoạt trước", page.Texts(".field-error")[0], StringComparison.Ordinal);
        Assert.DoesNotContain(member.FullName, page.Text, StringComparison.Ordinal);
        Assert.Empty(await served.LinesOfAsync(AddMemberHandler.Act));
    }

    [Theory, OnBothDatabases]
    public async Task Members_are_added_to_cells_only_and_by_who_may(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        const string Add = "/dang-vien/them?nam=2023";

        Assert.Equal(HttpStatusCode.NotFound, (await served.As(Actors.Office(committee.Own.Id)).OpenAsync(Add)).Status);
        var cell = $"{Add}&to-chuc={committee.First.Id}";
        Assert.Equal(HttpStatusCode.OK, (await served.As(Actors.Office(committee.Own.Id)).OpenAsync(cell)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await served.As(Actors.Leader(committee.Own.Id)).OpenAsync(cell)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await served.As(Actors.Secretary(committee.Second.Id)).OpenAsync(cell)).Status);
    }

    private static async Task<VisitedPage> ComeAsync(Visitor receiver, string citizenId, string on) =>
        await receiver.SendAsync(
            await receiver.OpenAsync("/dang-vien/them?nam=2023&viec=chuyen-den"),
            Form,
            ("Movement.On", on),
            ("Form.FullName", "Nguyễn Văn Đức"),
            ("Form.CitizenId", citizenId)
        );
}
