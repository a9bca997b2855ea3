using System.Net;
using TongKet.Domain.Members;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Tests.Support;

namespace TongKet.Tests.Members.ShowMember;

public sealed class MemberPageTests
{
    private readonly Committee committee = new();

    [Theory, OnBothDatabases]
    public async Task The_secretary_sees_the_record_with_its_history_and_masked_numbers(DatabaseKind database)
    {
        var member = Committee.Name(committee.World.Admit(committee.Second, new(2022, 5, 19)), "Nguyễn Văn Đức");
        committee.World.Transfer(member, committee.First, new(2023, 2, 3));
        (member.BornOn, member.BornPrecision) = (new(1968, 3, 1), DatePrecision.Month);
        committee.World.Grade(member, 2023, Grade.Good);
        await using var served = await committee.ServeAsync(database);

        var page = await served.As(Actors.Secretary(committee.First.Id)).OpenAsync(Committee.Page(member));

        Assert.Equal("Nguyễn Văn Đức", page.Title);
        Assert.Contains("Ngày sinh 03/1968", page.Text, StringComparison.Ordinal);
        Assert.Contains("03/02/2023: Chuyển đến", page.Text, StringComparison.Ordinal);
        Assert.Contains("từ Tổ chức HX.B01.C02", page.Text, StringComparison.Ordinal);
        Assert.Contains("19/05/2022: Kết nạp", page.Text, StringComparison.Ordinal);
        Assert.Contains("Hoàn thành tốt nhiệm vụ", page.Text, StringComparison.Ordinal);
        Assert.Contains(Masking.Number(member.CitizenId)!, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(member.CitizenId!, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Members_of_other_branches_are_not_there(DatabaseKind database)
    {
        var (own, foreign) = (committee.World.Enroll(committee.First), committee.World.Enroll(committee.Foreign));
        await using var served = await committee.ServeAsync(database);

        foreach (
            var (actor, member) in new[]
            {
                (Actors.Office(committee.Own.Id), foreign),
                (Actors.Secretary(committee.Second.Id), own),
                (Actors.Leader(committee.Other.Id), own),
                (Actors.Administrator(), own),
                (Actors.Member(committee.First.Id, foreign.Id), own),
            }
        )
        {
            foreach (var rest in (string[])["", "/sua", "/bien-dong"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await served.As(actor).OpenAsync(Committee.Page(member, rest))).Status);
            }
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_member_is_led_to_his_own_record_and_sees_no_other(DatabaseKind database)
    {
        var (own, brother) = (committee.World.Enroll(committee.First), committee.World.Enroll(committee.First));
        await using var served = await committee.ServeAsync(database);
        var member = served.As(Actors.Member(committee.First.Id, own.Id));

        Assert.Equal(own.FullName, (await member.OpenAsync("/dang-vien")).Title);
        Assert.Equal(HttpStatusCode.NotFound, (await member.OpenAsync(Committee.Page(brother))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await member.OpenAsync(Committee.Page(own, "/sua"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await member.OpenAsync($"/dang-vien?to-chuc={committee.First.Id}")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task Where_he_stood_before_sees_only_what_concerned_it(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        committee.World.Transfer(member, committee.Foreign, new(2023, 6, 1));
        await using var served = await committee.ServeAsync(database);

        var page = await served.As(Actors.Office(committee.Own.Id)).OpenAsync(Committee.Page(member));

        Assert.Contains("Hồ sơ hiện do tổ chức khác quản lý", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ngày sinh", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Tổ chức HX.B01.C01"], page.Texts(".data-table tbody th"));
        Assert.Contains("01/06/2023: Chuyển đi", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_missing_or_contradicts_itself_is_named(DatabaseKind database)
    {
        var (without, other) = (committee.World.Enroll(committee.First), committee.World.Enroll(committee.First));
        (without.CitizenId, without.BornOn) = (null, null);
        (other.CitizenId, other.BornOn, other.Sex) = ("001068000123", new(1969, 1, 1), Sex.Female);
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await office.OpenAsync(Committee.Page(without));
        Assert.Contains("Chưa có số CCCD", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa có ngày sinh", page.Text, StringComparison.Ordinal);
        page = await office.OpenAsync(Committee.Page(other));
        Assert.Contains("năm sinh trong số CCCD (1968)", page.Text, StringComparison.Ordinal);
        Assert.Contains("giới tính trong số CCCD (Nam)", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Who_changed_what_is_told_with_numbers_masked_to_who_may_know(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var page = await served.As(Actors.Auditor(committee.District.Id)).OpenAsync(Committee.Page(member));

        Assert.Contains("Xem 2 lần thay đổi", page.Text, StringComparison.Ordinal);
        Assert.Contains("Số CCCD: " + Masking.Number(member.CitizenId), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(member.CitizenId!, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var leader = await served.As(Actors.Leader(committee.District.Id)).OpenAsync(Committee.Page(member));
        Assert.DoesNotContain("Nhật ký thay đổi", leader.Text, StringComparison.Ordinal);
    }
}
