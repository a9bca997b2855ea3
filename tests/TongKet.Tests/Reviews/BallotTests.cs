using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Reviews;
using TongKet.Reviews.EnterBallot;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>The vote of a cell goes in as counts only; a majority is its proposal, and what does not balance is refused.</summary>
public sealed class BallotTests
{
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_majority_of_the_base_becomes_the_proposal_of_the_sheet(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));

        var done = await EnterAsync(
            secretary,
            await BallotAsync(secretary, cycle),
            "3",
            (of.Members[0], ["2", "1"]),
            (of.Members[1], ["", "3"]),
            (of.Members[2], ["", "", "3"])
        );

        Assert.Contains("Đã ghi kết quả biểu quyết", done.Text, StringComparison.Ordinal);
        Assert.Contains("2/3 phiếu", done.Text, StringComparison.Ordinal);
        var sheet = await SheetAsync(secretary, cycle, of.First);
        Assert.Equal(["1", "2", "3", ""], Chosen(sheet, "de-nghi"));
        Assert.Equal("05/12/2024", sheet.Document.QuerySelector("[name=ngay-hop]")!.GetAttribute("value"));
        Assert.Equal("12-BB/CB", sheet.Document.QuerySelector("[name=so-bien-ban]")!.GetAttribute("value"));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_does_not_balance_is_refused_in_words_and_nothing_typed_is_lost(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));

        var refused = await EnterAsync(
            secretary,
            await BallotAsync(secretary, cycle),
            [
                .. Paper("2").Where(f => f.Name is not ("phat-ra" or "khong-hop-le" or "so-bien-ban")),
                ("phat-ra", "3"),
                ("khong-hop-le", "1"),
                ("so-bien-ban", ""),
            ],
            (of.Members[0], ["2", "1"])
        );

        Assert.Contains("Phát ra 3 phiếu, nhiều hơn số có mặt là 2", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Hợp lệ 2 cộng không hợp lệ 1 phải bằng thu về 2", refused.Text, StringComparison.Ordinal);
        Assert.Contains(
            $"{of.Members[0].FullName}: các mức và «không có ý kiến» cộng lại là 3, phải bằng số phiếu hợp lệ là 2",
            refused.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("số biên bản", refused.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("3", Field(refused, "phat-ra"));
        Assert.Equal("2", Field(refused, BallotForm.Name(of.Members[0].Id, Grade.Excellent)));
        var words = await EnterAsync(secretary, refused, "hai", (of.Members[0], ["2"]));
        Assert.Contains("«hai»", words.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<BallotRound>().CountAsync(Cancel)));
        Assert.Equal(0, await served.LookAsync(s => s.Set<ReviewSheet>().CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task A_name_without_a_majority_is_voted_on_again_and_then_goes_up_undecided(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));
        var first = await EnterAsync(
            secretary,
            await BallotAsync(secretary, cycle),
            "3",
            (of.Members[0], ["1", "1", "1"]),
            (of.Members[1], ["", "3"]),
            (of.Members[2], ["", "", "3"])
        );
        // Not yet: the second ballot is owed.
        var early = await FillAsync(secretary, await SheetAsync(secretary, cycle, of.First), "gui", "2");
        Assert.Contains("Còn 1 đảng viên chưa có mức đề nghị", early.Text, StringComparison.Ordinal);

        var again = await secretary.OpenAsync(first.LinkOf("Ghi biểu quyết lần hai cho 1 đồng chí"));
        Assert.Equal([of.Members[0].FullName], again.Texts("form tbody th"));
        var second = await EnterAsync(secretary, again, "3", (of.Members[0], ["1", "1", "", "", "1"]));
        Assert.Contains("Chưa đủ số phiếu ở mức nào", second.Text, StringComparison.Ordinal);

        var sent = await FillAsync(secretary, await SheetAsync(secretary, cycle, of.First), "gui", "2");
        Assert.Contains("Đã gửi phiếu", sent.Text, StringComparison.Ordinal);
        Assert.Equal(
            [1, 2],
            await served.LookAsync(s => s.Set<BallotRound>().OrderBy(r => r.Round).Select(r => r.Round).ToListAsync(Cancel))
        );
        await served.AssertSoundAsync();

        // The committee says what it is to be; without that nothing is decided.
        var committee = served.As(Actors.Office(of.Committee.Id));
        var refused = await DecideAsync(committee, cycle, of.Committee);
        Assert.Contains("còn 1 người chưa có mức đề nghị", refused.Text, StringComparison.Ordinal);
        await committee.SendAsync(
            await SheetAsync(committee, cycle, of.First),
            ".grade-sheet",
            ($"d.{Text(of.Members[0].Id)}.quyet-dinh", "2")
        );
        await DecideAsync(committee, cycle, of.Committee);
        Assert.Equal(
            Grade.Good,
            await served.LookAsync(s =>
                s.Set<Assessment>().Where(a => a.MemberId == of.Members[0].Id).Select(a => a.Decided).SingleAsync(Cancel)
            )
        );
    }

    [Theory, OnBothDatabases]
    public async Task With_a_show_of_hands_no_paper_is_asked_for(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));

        var done = await EnterAsync(
            secretary,
            await BallotAsync(secretary, cycle),
            [("ngay-hop", "05/12/2024"), ("so-bien-ban", "12-BB/CB"), ("hinh-thuc", "ShowOfHands"), ("co-mat", "3")],
            (of.Members[0], ["", "3"])
        );

        Assert.Contains("Giơ tay", done.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<BallotRound>().Select(r => r.Issued).SingleAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task Who_comes_second_sees_what_the_first_entered_and_keeps_what_he_typed(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var (one, other) = (served.As(Actors.Secretary(of.First.Id)), served.As(Actors.Office(of.Committee.Id)));
        var (his, hers) = (await BallotAsync(one, cycle), await BallotAsync(other, cycle));

        await EnterAsync(one, his, "3", (of.Members[0], ["3"]));
        var told = await EnterAsync(other, hers, "3", (of.Members[0], ["", "3"]));

        Assert.Contains("Người khác vừa ghi kết quả biểu quyết này", told.Text, StringComparison.Ordinal);
        Assert.Equal("3", Field(told, BallotForm.Name(of.Members[0].Id, Grade.Good)));
        var over = await other.SendAsync(told, "form.grade-sheet");
        Assert.Contains("Đã ghi kết quả biểu quyết", over.Text, StringComparison.Ordinal);
        Assert.Equal(Grade.Good, await served.LookAsync(s => s.Set<BallotVotes>().Select(v => v.Grade).SingleAsync(Cancel)));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_first_round_entered_anew_takes_the_second_with_it_and_a_sent_sheet_takes_none(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.Second.Id));
        var first = await EnterAsync(
            secretary,
            await BallotAsync(secretary, cycle, of.Second.Id),
            "1",
            (of.Other, ["", "", "", "", "1"])
        );
        await EnterAsync(secretary, await secretary.OpenAsync(first.LinkOf("lần hai")), "1", (of.Other, ["", "1"]));

        await EnterAsync(secretary, await BallotAsync(secretary, cycle, of.Second.Id), "1", (of.Other, ["", "", "1"]));
        Assert.Equal(1, await served.LookAsync(s => s.Set<BallotVotes>().CountAsync(Cancel)));
        var sheet = await SheetAsync(secretary, cycle, of.Second);
        Assert.Equal(["3", ""], Chosen(sheet, "de-nghi"));
        await served.AssertSoundAsync();

        var open = await BallotAsync(secretary, cycle, of.Second.Id);
        await FillAsync(secretary, sheet, "gui", "2");
        var late = await EnterAsync(secretary, open, "1", (of.Other, ["1"]));
        Assert.Contains("Phiếu đã gửi", late.Text, StringComparison.Ordinal);
        Assert.Equal("1", Field(late, BallotForm.Name(of.Other.Id, Grade.Excellent)));
    }

    [Theory, OnBothDatabases]
    public async Task Of_another_cells_vote_nothing_is_there(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));
        var member = served.As(Actors.Member(of.First.Id, of.Members[0].Id));

        Assert.Equal(HttpStatusCode.NotFound, (await BallotAsync(secretary, cycle, of.Second.Id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.OpenAsync($"{cycle}/bieu-quyet?nam=2024&lan=2")).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await member.OpenAsync($"{cycle}/bieu-quyet?nam=2024")).Status);
        var leader = await BallotAsync(served.As(Actors.Leader(of.Committee.Id)), cycle);
        Assert.Empty(leader.Texts("form.grade-sheet"));
    }

    private Task<VisitedPage> BallotAsync(Visitor who, string cycle, long? cell = null) =>
        who.OpenAsync($"{cycle}/bieu-quyet?nam={Year}&to-chuc={cell ?? of.First.Id}");

    private static (string Name, string? Value)[] Paper(string all) =>
        [
            ("ngay-hop", "05/12/2024"),
            ("so-bien-ban", "12-BB/CB"),
            ("hinh-thuc", "SecretBallot"),
            ("co-mat", all),
            ("phat-ra", all),
            ("thu-ve", all),
            ("hop-le", all),
            ("khong-hop-le", ""),
        ];

    private static Task<VisitedPage> EnterAsync(
        Visitor who,
        VisitedPage page,
        string all,
        params (Member Of, string[] Votes)[] lines
    ) => EnterAsync(who, page, Paper(all), lines);

    /// <summary>Votes in the order of the columns: the four grades, then no opinion; what is not said is left empty.</summary>
    private static Task<VisitedPage> EnterAsync(
        Visitor who,
        VisitedPage page,
        (string Name, string? Value)[] paper,
        params (Member Of, string[] Votes)[] lines
    ) =>
        who.SendAsync(
            page,
            "form.grade-sheet",
            [
                .. paper,
                .. lines.SelectMany(l =>
                    BallotForm.Columns.Select(
                        (grade, at) => (BallotForm.Name(l.Of.Id, grade), (string?)(at < l.Votes.Length ? l.Votes[at] : ""))
                    )
                ),
            ]
        );

    private static string? Field(VisitedPage page, string name) =>
        page.Document.QuerySelector($"[name='{name}']")?.GetAttribute("value");
}
