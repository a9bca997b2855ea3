using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Reviews.EnterBallot;
using TongKet.Reviews.EnterSessionBallot;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>The vote of a deciding body is typed in twice and holds only where both say the same.</summary>
public sealed class SessionBallotTests
{
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Two_entries_that_agree_are_noted_and_decided_with_the_document(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var lines = await LinesAsync(served);

        // The first cell has two who are graded; the third has a reason and is not voted on.
        var page = await PageAsync(committee, cycle);
        Assert.Equal(3, page.Texts("form tbody th").Count);
        var first = await EnterAsync(committee, page, lines, ["", "7"], ["", "", "7"], ["", "7"]);
        Assert.Contains("Đã lưu lần nhập thứ nhất", first.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "value=\"7\"",
            first.Document.QuerySelector("form.grade-sheet")!.InnerHtml,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await served.LookAsync(s => s.Set<Assessment>().CountAsync(a => a.Decided != Grade.None, Cancel)));

        var second = await EnterAsync(committee, first, lines, ["", "7"], ["", "", "7"], ["", "7"]);
        Assert.Contains("Hai lần nhập khớp nhau", second.Text, StringComparison.Ordinal);
        Assert.Contains("7/9 phiếu", second.Text, StringComparison.Ordinal);
        await DecideAsync(committee, cycle, of.Committee);
        Assert.Equal(
            [Grade.Good, Grade.Completed, Grade.Good],
            await served.LookAsync(s =>
                s.Set<Assessment>()
                    .Where(a => lines.Contains(a.Id))
                    .OrderBy(a => a.OrganizationId)
                    .ThenBy(a => a.MemberId)
                    .Select(a => a.DecisionId == null ? Grade.None : a.Decided)
                    .ToListAsync(Cancel)
            )
        );
        Assert.NotEmpty(await served.LinesOfAsync(EnterSessionBallotHandler.Act));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Where_the_entries_differ_each_place_is_named_and_nothing_is_noted(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var lines = await LinesAsync(served);
        var first = await EnterAsync(committee, await PageAsync(committee, cycle), lines, ["", "7"], ["", "7"], ["", "7"]);

        var told = await EnterAsync(committee, first, lines, ["", "6", "1"], ["", "7"], []);

        Assert.Contains(
            $"{of.Members[0].FullName}, mức Hoàn thành tốt nhiệm vụ: lần một ghi 7, lần hai ghi 6",
            told.Text,
            StringComparison.Ordinal
        );
        Assert.Contains($"{of.Other.FullName}: chỉ một trong hai lần nhập có số phiếu", told.Text, StringComparison.Ordinal);
        Assert.Equal("6", Field(told, BallotForm.Name(lines[0], Grade.Good)));
        Assert.Equal(0, await served.LookAsync(s => s.Set<Assessment>().CountAsync(a => a.DecidingVote != null, Cancel)));

        var right = await EnterAsync(committee, told, lines, ["", "7"], ["", "7"], ["", "7"]);
        Assert.Contains("Hai lần nhập khớp nhau", right.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_first_entry_is_dropped_and_one_pressed_twice_is_no_second(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var lines = await LinesAsync(served);
        var page = await PageAsync(committee, cycle);
        await EnterAsync(committee, page, lines, ["", "7"], ["", "7"], ["", "7"]);

        var twice = await EnterAsync(committee, page, lines, ["", "7"], ["", "7"], ["", "7"]);
        Assert.Contains("Trong lúc anh/chị gõ đã có một lần nhập khác", twice.Text, StringComparison.Ordinal);
        var dropped = await committee.SendAsync(await PageAsync(committee, cycle), ".remove form");
        Assert.Contains("Đã bỏ lần nhập thứ nhất", dropped.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<BallotVotes>().CountAsync(Cancel)));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task More_majorities_for_Excellent_than_room_stand_in_the_order_of_their_votes(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var lines = await LinesAsync(served);
        string[][] votes =
        [
            ["6", "1"],
            ["7"],
            ["6", "1"],
        ];
        var first = await EnterAsync(committee, await PageAsync(committee, cycle), lines, votes);
        var second = await EnterAsync(committee, first, lines, votes);

        // Nobody is graded Good, so there is room for none.
        var order = second
            .Document.QuerySelectorAll("table")
            .Single(t => t.TextContent.Contains("xếp theo số phiếu", StringComparison.Ordinal));
        Assert.Equal(
            [
                ["1", of.Members[1].FullName, "7", "Vượt tỷ lệ khống chế"],
                ["2", of.Members[0].FullName, "6", "Vượt tỷ lệ khống chế"],
                ["2", of.Other.FullName, "6", "Vượt tỷ lệ khống chế"],
            ],
            order.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray())
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_name_without_a_majority_is_not_decided_until_the_session_says_what_it_is(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var lines = await LinesAsync(served);
        // Four of nine are no majority, though they are of seven.
        string[][] votes =
        [
            ["", "4", "3"],
            ["", "7"],
            ["", "7"],
        ];
        var first = await EnterAsync(committee, await PageAsync(committee, cycle), lines, votes);
        await EnterAsync(committee, first, lines, votes);

        var refused = await DecideAsync(committee, cycle, of.Committee);
        Assert.Contains("còn 1 người chưa có mức đề nghị", refused.Text, StringComparison.Ordinal);
        var again = await PageAsync(committee, cycle);
        Assert.Contains("Chờ biểu quyết lần hai", again.Text, StringComparison.Ordinal);
        await EnterAsync(committee, await EnterAsync(committee, again, lines, ["", "5", "2"]), lines, ["", "5", "2"]);
        await DecideAsync(committee, cycle, of.Committee);
        Assert.Equal(1, await served.LookAsync(s => s.Set<GradeDecision>().CountAsync(Cancel)));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_sheet_that_went_back_comes_again_without_the_vote_on_what_it_was(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var secretary = served.As(Actors.Secretary(of.First.Id));
        var lines = await LinesAsync(served);
        string[][] votes =
        [
            ["", "4", "3"],
            ["", "7"],
            ["", "7"],
        ];
        var first = await EnterAsync(committee, await PageAsync(committee, cycle), lines, votes);
        await EnterAsync(committee, first, lines, votes);

        await committee.SendAsync(await SheetAsync(committee, cycle, of.First), ".return-sheet", ("Why", "Xem lại mức đề nghị"));
        await secretary.SendAsync(await SheetAsync(secretary, cycle, of.First), ".grade-sheet", ("viec", "gui"));
        await DecideAsync(committee, cycle, of.Committee);

        Assert.Equal(1, await served.LookAsync(s => s.Set<GradeDecision>().CountAsync(Cancel)));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task The_vote_of_a_session_is_there_for_who_decides_alone(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);

        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(served.As(Actors.Office(of.District.Id)), cycle)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(served.As(Actors.Secretary(of.First.Id)), cycle)).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await PageAsync(served.As(Actors.Leader(of.Committee.Id)), cycle)).Status);
        var cell = await served
            .As(Actors.Secretary(of.Alone.Id))
            .OpenAsync($"{cycle}/bieu-quyet-cap-uy?nam={Year}&to-chuc={of.Alone.Id}");
        Assert.Equal(HttpStatusCode.NotFound, cell.Status);
    }

    private Task<VisitedPage> PageAsync(Visitor who, string cycle) =>
        who.OpenAsync($"{cycle}/bieu-quyet-cap-uy?nam={Year}&to-chuc={of.Committee.Id}");

    /// <summary>The lines that are voted on, in the order of the page.</summary>
    private Task<List<long>> LinesAsync(ServedWorld served)
    {
        long[] members = [of.Members[0].Id, of.Members[1].Id, of.Other.Id];
        return served.LookAsync(s =>
            s.Set<Assessment>()
                .Where(a => a.MemberId != null && members.Contains(a.MemberId.Value))
                .OrderBy(a => a.MemberId)
                .Select(a => a.Id)
                .ToListAsync(Cancel)
        );
    }

    /// <summary>Seven of nine were there; the votes of each line in the order of the columns.</summary>
    private static Task<VisitedPage> EnterAsync(Visitor who, VisitedPage page, List<long> lines, params string[][] votes) =>
        who.SendAsync(
            page,
            "form.grade-sheet",
            [
                ("ngay-hop", "18/12/2024"),
                ("so-bien-ban", "5-BB/ĐU"),
                ("hinh-thuc", "SecretBallot"),
                ("so-uy-vien", "9"),
                ("co-mat", "7"),
                ("phat-ra", "7"),
                ("thu-ve", "7"),
                ("hop-le", "7"),
                ("khong-hop-le", "0"),
                .. lines.SelectMany(
                    (line, row) =>
                        BallotForm.Columns.Select(
                            (grade, at) =>
                                (
                                    BallotForm.Name(line, grade),
                                    (string?)(row < votes.Length && at < votes[row].Length ? votes[row][at] : "")
                                )
                        )
                ),
            ]
        );

    private static string? Field(VisitedPage page, string name) =>
        page.Document.QuerySelector($"[name='{name}']")?.GetAttribute("value");
}
