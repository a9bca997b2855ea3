using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Reviews.EnterBallot;
using TongKet.Reviews.KeepResidence;
using TongKet.Store;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>A text that is too long is refused by the program, whoever sent the form; nothing is written and nothing typed is lost.</summary>
public sealed class LongTextTests
{
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task On_a_sheet_each_is_told_by_name_and_stays_in_its_field(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));
        var note = $"d.{Text(of.Members[1].Id)}.ghi-chu";

        var refused = await secretary.SendAsync(
            await SheetAsync(secretary, cycle, of.First),
            ".grade-sheet",
            ("so-bien-ban", Long(101)),
            (note, Long(301)),
            ("viec", "luu")
        );

        Assert.Contains("Số biên bản: «xxxxx", refused.Text, StringComparison.Ordinal);
        Assert.Contains("dài 101 ký tự, tối đa 100 ký tự", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"{of.Members[1].FullName}, Ghi chú: «xxxxx", refused.Text, StringComparison.Ordinal);
        Assert.Contains("dài 301 ký tự, tối đa 300 ký tự", refused.Text, StringComparison.Ordinal);
        Assert.Equal((Long(101), Long(301)), (Value(refused, "so-bien-ban"), Value(refused, note)));
        Assert.Equal(0, await served.LookAsync(s => s.Set<ReviewSheet>().CountAsync(Cancel)));

        var kept = await secretary.SendAsync(
            refused,
            ".grade-sheet",
            ("so-bien-ban", Long(100)),
            (note, Long(300)),
            ("viec", "luu")
        );
        Assert.Contains("Đã lưu phiếu", kept.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task So_it_is_with_what_a_body_sends_back_decides_and_announces(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var lines = "Chi bộ ghi rõ:\r\n" + Long(1_000);

        var back = await committee.SendAsync(await SheetAsync(committee, cycle, of.First), ".return-sheet", ("Why", lines));
        Assert.Contains("«Chi bộ ghi rõ: xxxxx", back.Text, StringComparison.Ordinal);
        Assert.Contains("dài 1.015 ký tự, tối đa 1.000 ký tự", back.Text, StringComparison.Ordinal);
        Assert.Equal(lines, back.Document.QuerySelector("[name=Why]")!.TextContent);
        Assert.False(await served.LookAsync(s => s.Set<ReviewSheet>().AnyAsync(r => r.State == SheetState.Returned, Cancel)));

        var undecided = await DecideAsync(committee, cycle, of.Committee, ("Form.Body", Long(201)), ("Form.Number", Long(101)));
        Assert.Equal(2, undecided.Texts(".field-error").Count);
        Assert.Equal(Long(201), Value(undecided, "Form.Body"));
        Assert.Equal(0, await served.LookAsync(s => s.Set<GradeDecision>().CountAsync(Cancel)));

        var decided = await DecideAsync(committee, cycle, of.Committee);
        var silent = await committee.SendAsync(decided, ".announce", ("On", "22/12/2024"), ("Number", Long(101)));
        Assert.Contains("tối đa 100 ký tự", silent.Texts(".announce .field-error").Single(), StringComparison.Ordinal);
        Assert.Equal(("22/12/2024", Long(101)), (Value(silent, "On"), Value(silent, "Number")));
        Assert.Equal(0, await served.LookAsync(s => s.Set<GradeDecision>().CountAsync(d => d.AnnouncedOn != null, Cancel)));

        var allowed = await AllowAsync(committee, cycle, of.Committee, ("Form.Kind", "Excess"), ("Form.Number", Long(101)));
        Assert.Equal(Long(101), Value(allowed, "Form.Number"));
        var entered = await AllowAsync(committee, cycle, of.Committee, ("Form.Kind", "Excess"));
        var withdrawn = await committee.SendAsync(entered, ".withdraw", ("Why", Long(501)));
        Assert.Contains("tối đa 500 ký tự", withdrawn.Text, StringComparison.Ordinal);
        Assert.Equal(Long(501), Value(withdrawn, "Why"));
        Assert.True(await served.LookAsync(s => s.Set<CapAllowance>().AllAsync(a => a.WithdrawnOn == null, Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task So_it_is_with_votes_restatements_and_comments_of_the_residence(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var (secretary, committee) = (served.As(Actors.Secretary(of.First.Id)), served.As(Actors.Office(of.Committee.Id)));

        var ballot = await secretary.SendAsync(
            await secretary.OpenAsync($"{cycle}/bieu-quyet?nam={Year}&to-chuc={of.First.Id}"),
            ".ballot",
            (BallotFields.Minutes, Long(101))
        );
        Assert.Contains(ballot.Texts(".field-error"), e => e.Contains("tối đa 100 ký tự", StringComparison.Ordinal));

        var anew = await committee.SendAsync(
            await committee.OpenAsync($"/xep-loai/xet-lai?nam=2023&to-chuc={of.First.Id}&dang-vien={of.Members[0].Id}"),
            "[data-keep]",
            ("Form.Grade", "2"),
            ("Form.Why", Long(1_001)),
            ("Form.Body", "Đảng ủy"),
            ("Form.DecidedOn", "15/03/2024"),
            ("Form.Number", "21-QĐ/ĐU")
        );
        Assert.Contains("dài 1.001 ký tự, tối đa 1.000 ký tự", anew.Texts(".field-error").Single(), StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<GradeRestatement>().CountAsync(Cancel)));

        const string Residence = "/kiem-diem/noi-cu-tru?nam=2025";
        var contact = await secretary.SendAsync(
            await secretary.OpenAsync(Residence),
            ".add-contact",
            ("Form.FullName", "Lê Văn Tám"),
            ("Form.MemberAt", Long(201)),
            ("Form.FromOn", "01/03/2024")
        );
        Assert.Contains("tối đa 200 ký tự", contact.Texts(".field-error").Single(), StringComparison.Ordinal);
        var there = await secretary.SendAsync(contact, ".add-contact", ("Form.MemberAt", "Chi bộ Sở Y tế"));
        var id = await served.LookAsync(s => s.Set<ResidenceContact>().Select(c => c.Id).SingleAsync(Cancel));
        var comment = ResidenceForm.Name(id, "nhan-xet");
        var commented = await secretary.SendAsync(there, ".grade-sheet", (comment, Long(1_001)));
        Assert.Contains("Lê Văn Tám, Nhận xét", commented.Text, StringComparison.Ordinal);
        Assert.Equal(Long(1_001), commented.Document.QuerySelector($"[name='{comment}']")!.TextContent);
        Assert.Equal(0, await served.LookAsync(s => s.Set<ResidenceComment>().CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task Outside_the_reviews_it_is_the_same(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var (secretary, office) = (served.As(Actors.Secretary(of.First.Id)), served.As(Actors.Office(of.District.Id)));

        await RefusedAsync(
            secretary,
            "/sinh-hoat/ghi?nam=2024",
            500,
            ("Form.Subject", 501),
            ("Form.HeldOn", "05/01/2024"),
            ("Form.Present", "3")
        );
        await RefusedAsync(
            office,
            $"/dang-vien/{of.Members[0].Id}/chuc-vu",
            200,
            ("Form.Title", 201),
            ("Form.Place", Text(of.First.Id)),
            ("Form.From", "01/03/2024")
        );
        await RefusedAsync(office, $"/dang-vien/{of.Members[0].Id}/sua", 2_000, ("Form.Note", 2_001));
        await RefusedAsync(
            office,
            $"/to-chuc/{of.First.Id}/sua?nam=2024",
            200,
            ("Form.DutyGroup", 201),
            ("Form.From", "01/07/2024")
        );
        await RefusedAsync(
            office,
            "/chi-tieu/them?nam=2024",
            500,
            ("Form.Note", 501),
            ("Form.Code", "CT09"),
            ("Form.Name", "Cam kết tu dưỡng"),
            ("Form.Unit", "lượt"),
            ("Form.Value", "95")
        );
        await RefusedAsync(
            served.As(Actors.Administrator()),
            "/quy-dinh/hd-25-2023/excellent_cap_percent/cong-bo",
            500,
            ("Form.Reason", 501),
            ("Form.Value", "19")
        );
        Assert.Equal(["test.account"], await ActsAsync(served));
    }

    [Theory, OnBothDatabases]
    public async Task What_no_form_holds_is_refused_before_it_is_read(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var sheet = await SheetAsync(committee, cycle, of.First);

        var refused = await committee.SendAsync(sheet, ".return-sheet", ("Why", Long(10 * 1024 * 1024)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.Status);
        Assert.Contains("Nội dung gửi lên quá lớn", refused.Text, StringComparison.Ordinal);
        var less = await committee.SendAsync(sheet, ".return-sheet", ("Why", Long(1024 * 1024)));
        Assert.Contains("dài 1.048.576 ký tự, tối đa 1.000 ký tự", less.Text, StringComparison.Ordinal);
        Assert.False(await served.LookAsync(s => s.Set<ReviewSheet>().AnyAsync(r => r.State == SheetState.Returned, Cancel)));
    }

    /// <summary>The first field is too long: it says so beside it, and what was typed is in it still.</summary>
    private static async Task RefusedAsync(
        Visitor who,
        string address,
        int most,
        (string Name, int Letters) field,
        params (string Name, string? Value)[] others
    )
    {
        var refused = await who.SendAsync(
            await who.OpenAsync(address),
            "[data-keep]",
            [(field.Name, Long(field.Letters)), .. others]
        );

        var said = $"tối đa {most.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("vi-VN"))} ký tự";
        Assert.Contains(said, Assert.Single(refused.Texts(".field-error")), StringComparison.Ordinal);
        var input = refused.Document.QuerySelector($"[name='{field.Name}']")!;
        Assert.Equal(Long(field.Letters), input.GetAttribute("value") ?? input.TextContent);
    }

    /// <summary>What was done since the world was made.</summary>
    private static Task<List<string>> ActsAsync(ServedWorld served) =>
        served.LookAsync(s =>
            s.Set<ChangeLine>().Select(l => l.Act).Where(a => a != "test.world").Distinct().ToListAsync(Cancel)
        );

    private static string Long(int letters) => new('x', letters);

    private static string? Value(VisitedPage page, string name) =>
        page.Document.QuerySelector($"[name='{name}']")?.GetAttribute("value");
}
