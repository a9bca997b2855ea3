using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Members.RecordMovement;
using TongKet.Tests.Support;

namespace TongKet.Tests.Members.RecordMovement;

public sealed class RecordMovementTests
{
    private const string Form = "form[method=post][data-keep]";

    private readonly Committee committee = new();

    [Theory, OnBothDatabases]
    public async Task A_transfer_between_two_cells_ends_one_stay_and_begins_the_other(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await WriteAsync(
            office,
            member,
            MovementKind.TransferOut,
            ("Form.On", "03/02/2023"),
            ("Form.Cell", $"{committee.Second.Id}"),
            ("Form.Decision", "15-GGT")
        );

        Assert.Contains("Đã ghi biến động", page.Text, StringComparison.Ordinal);
        Assert.Contains("03/02/2023: Chuyển đi đến Tổ chức HX.B01.C02", page.Text, StringComparison.Ordinal);
        Assert.Contains("03/02/2023: Chuyển đến từ Tổ chức HX.B01.C01", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await served.LinesOfAsync(RecordMovementHandler.Act)).Count);
        await served.AssertSoundAsync();
    }

    [Theory]
    [OnBothDatabases(MovementKind.Died, "Từ trần")]
    [OnBothDatabases(MovementKind.StruckOff, "Xóa tên trong danh sách đảng viên")]
    [OnBothDatabases(MovementKind.Expelled, "Khai trừ")]
    [OnBothDatabases(MovementKind.Left, "Xin ra khỏi Đảng")]
    public async Task Who_leaves_is_no_longer_in_the_head_count_and_his_posts_end(
        DatabaseKind database,
        MovementKind kind,
        string word
    )
    {
        var member = committee.World.Enroll(committee.First);
        committee.World.Add(
            new MemberPost
            {
                Id = committee.World.NextId(),
                MemberId = member.Id,
                OrganizationId = committee.First.Id,
                Title = "Bí thư chi bộ",
                Rank = 1,
                FromOn = new(2022, 1, 1),
            }
        );
        await using var served = await committee.ServeAsync(database);
        var secretary = served.As(Actors.Secretary(committee.First.Id));

        var page = await WriteAsync(secretary, member, kind, ("Form.On", "03/02/2023"));

        Assert.Contains($"03/02/2023: {word}", page.Text, StringComparison.Ordinal);
        Assert.Contains("Không có trong danh sách đảng viên ngày 31/12/2023", page.Text, StringComparison.Ordinal);
        var post = await served.LookAsync(s => s.Set<MemberPost>().SingleAsync());
        Assert.Equal(new DateOnly(2023, 2, 3), post.ToOn);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_was_struck_off_is_restored_on_a_later_day(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        committee.World.Leave(member, new(2023, 2, 3), HowOut.StruckOff);
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var early = await WriteAsync(
            office,
            member,
            MovementKind.Restored,
            ("Form.On", "02/02/2023"),
            ("Form.Cell", $"{committee.First.Id}")
        );
        Assert.Contains(
            "từ ngày ra khỏi danh sách trước đó (03/02/2023)",
            early.Texts(".field-error")[0],
            StringComparison.Ordinal
        );

        var page = await WriteAsync(
            office,
            member,
            MovementKind.Restored,
            ("Form.On", "01/06/2023"),
            ("Form.Cell", $"{committee.First.Id}")
        );
        Assert.Contains("01/06/2023: Khôi phục quyền đảng viên", page.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task An_exemption_begins_and_ends_on_its_days(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var secretary = served.As(Actors.Secretary(committee.First.Id));

        var begun = await WriteAsync(secretary, member, MovementKind.Exempted, ("Form.On", "01/03/2023"));
        Assert.Contains("được miễn công tác và sinh hoạt đảng", begun.Text, StringComparison.Ordinal);
        Assert.Single(
            (await secretary.OpenAsync("/dang-vien?nam=2023&trang-thai=3")).Texts(".data-table tbody tr:not(.group) th a")
        );

        await WriteAsync(secretary, member, MovementKind.ExemptionEnded, ("Form.On", "01/09/2023"));
        var span = await served.LookAsync(s => s.Set<MemberConditionSpan>().SingleAsync());
        Assert.Equal((new DateOnly(2023, 3, 1), new DateOnly(2023, 9, 1)), (span.FromOn, span.ToOn!.Value));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_was_written_by_mistake_is_taken_back_and_stays_in_the_log(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));
        await WriteAsync(
            office,
            member,
            MovementKind.TransferOut,
            ("Form.On", "03/02/2023"),
            ("Form.Cell", $"{committee.Second.Id}")
        );

        var page = await WriteAsync(office, member, MovementKind.TakenBack);

        Assert.Equal(["Tổ chức HX.B01.C01"], page.Texts(".data-table tbody th"));
        Assert.Contains("có từ trước khi lập sổ", page.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await served.LinesOfAsync(RecordMovementHandler.Act)).Count);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_does_not_fit_is_said_beside_its_field_and_stays_typed(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var secretary = served.As(Actors.Secretary(committee.First.Id));

        async Task RefusedAsync(string said, params (string, string?)[] fields)
        {
            var page = await WriteAsync(secretary, member, MovementKind.TransferOut, fields);
            Assert.Contains(said, page.Texts(".field-error")[0], StringComparison.Ordinal);
            Assert.Equal(
                fields.First(f => f.Item1 == "Form.On").Item2,
                page.Document.QuerySelector("[name='Form.On']")!.GetAttribute("value")
            );
        }

        await RefusedAsync("Chưa có nơi đến", ("Form.On", "03/02/2023"));
        await RefusedAsync("Ngày sau ngày hôm nay", ("Form.On", "23/11/2026"), ("Form.Place", "Đảng ủy Y"));
        await RefusedAsync("Ngày phải sau ngày vào danh sách", ("Form.On", "31/12/2021"), ("Form.Place", "Đảng ủy Y"));
        await RefusedAsync("«30/02/2023» không phải là ngày", ("Form.On", "30/02/2023"), ("Form.Place", "Đảng ủy Y"));
        // A cell of another branch is no cell for him: he names it in words.
        await RefusedAsync(
            "ngày 03/02/2023 chi bộ này không có",
            ("Form.On", "03/02/2023"),
            ("Form.Cell", $"{committee.Second.Id}")
        );
        Assert.Empty(await served.LinesOfAsync(RecordMovementHandler.Act));
    }

    [Theory, OnBothDatabases]
    public async Task Who_saves_after_another_is_told_so(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var (office, secretary) = (served.As(Actors.Office(committee.Own.Id)), served.As(Actors.Secretary(committee.First.Id)));
        var late = await office.OpenAsync(Address(member, MovementKind.Exempted));
        await WriteAsync(secretary, member, MovementKind.Suspended, ("Form.On", "01/03/2023"));
        await WriteAsync(secretary, member, MovementKind.TransferOut, ("Form.On", "01/04/2023"), ("Form.Place", "Đảng ủy Y"));

        var told = await office.SendAsync(late, Form, ("Form.On", "01/05/2023"));

        Assert.Contains("Trong lúc đang nhập, CellSecretary đã thay đổi", told.Text, StringComparison.Ordinal);
        Assert.Equal("01/05/2023", told.Document.QuerySelector("[name='Form.On']")!.GetAttribute("value"));
        Assert.Equal(
            0,
            await served.LookAsync(s => s.Set<MemberConditionSpan>().CountAsync(c => c.Condition == MemberCondition.Exempt))
        );
    }

    [Theory, OnBothDatabases]
    public async Task Who_only_reads_finds_no_form(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);

        foreach (var actor in new[] { Actors.Leader(committee.District.Id), Actors.Auditor(committee.District.Id) })
        {
            var page = await served.As(actor).OpenAsync(Committee.Page(member, "/bien-dong"));
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
        }
    }

    private static string Address(Member member, MovementKind kind) =>
        $"/dang-vien/{member.Id}/bien-dong?nam=2023&viec={(int)kind}";

    private static async Task<VisitedPage> WriteAsync(
        Visitor visitor,
        Member member,
        MovementKind kind,
        params (string, string?)[] fields
    ) => await visitor.SendAsync(await visitor.OpenAsync(Address(member, kind)), Form, fields);
}
