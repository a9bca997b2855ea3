using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.LongListTests;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>A session's vote holds by what was typed a second time, and by nothing else.</summary>
public sealed class SessionBallotHoldTests
{
    private const string Agreed = "Hai lần nhập khớp nhau";
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task An_entry_that_is_saved_twice_comes_back_empty_and_is_not_the_second_one(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var page = await PageAsync(committee, cycle);
        await EnterAsync(committee, page, "7");

        var twice = await EnterAsync(committee, page, "7");
        Assert.Contains("gõ lại từ đầu theo biên bản kiểm phiếu", twice.Text, StringComparison.Ordinal);
        AssertEmpty(twice);
        // Nor is it one with a mistake in it.
        AssertEmpty(await committee.SendAsync(page, "form.ballot", ("so-uy-vien", "chín"), ("co-mat", "7")));

        var back = await committee.SendAsync(twice, "form.ballot");
        Assert.DoesNotContain(Agreed, back.Text, StringComparison.Ordinal);
        await AssertHoldAsync(served, rounds: 0);
        Assert.Contains(Agreed, (await EnterAsync(committee, twice, "7")).Text, StringComparison.Ordinal);
        await AssertHoldAsync(served, rounds: 1, of.Members[0].Id, of.Members[1].Id, of.Other.Id);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_sheet_that_comes_again_with_another_proposal_has_no_vote_of_the_round_that_was_open(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        await EnterAsync(committee, await PageAsync(committee, cycle), "7");
        await ReturnAsync(committee, cycle, of.First);
        var secretary = served.As(Actors.Secretary(of.First.Id));
        await FillAsync(
            secretary,
            await SheetAsync(secretary, cycle, of.First),
            "gui",
            "3",
            [(of.Members[0], "3"), (of.Members[1], "3"), (of.Members[2], "r4")]
        );

        var done = await EnterAsync(committee, await PageAsync(committee, cycle), "7");
        Assert.Contains(Agreed, done.Text, StringComparison.Ordinal);
        await AssertHoldAsync(served, rounds: 1, of.Other.Id);
        // They are voted on anew, in a round of their own.
        var anew = await EnterAsync(committee, await EnterAsync(committee, done, "7"), "7");
        Assert.Contains(Agreed, anew.Text, StringComparison.Ordinal);
        await AssertHoldAsync(served, rounds: 2, of.Members[0].Id, of.Members[1].Id, of.Other.Id);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_away_when_the_vote_is_repeated_has_no_part_in_its_result(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        await EnterAsync(committee, await PageAsync(committee, cycle), "7");
        await ReturnAsync(committee, cycle, of.First);

        await EnterAsync(committee, await PageAsync(committee, cycle), "7");
        await AssertHoldAsync(served, rounds: 1, of.Other.Id);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task With_all_sheets_gone_back_the_open_round_goes_and_its_head_alone_agrees_with_nothing(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var second = await EnterAsync(committee, await PageAsync(committee, cycle), "7");
        await ReturnAsync(committee, cycle, of.First);
        await ReturnAsync(committee, cycle, of.Second);

        await EnterAsync(committee, second, "7");
        await AssertHoldAsync(served, rounds: 0);
        Assert.Equal(0, await served.LookAsync(s => s.Set<BallotVotes>().CountAsync(Cancel)));
        Assert.Contains("Không có phiếu nào", (await PageAsync(committee, cycle)).Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_round_whose_names_were_all_decided_meanwhile_is_not_agreed_by_an_empty_page(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        await EnterAsync(committee, await PageAsync(committee, cycle), "7");
        await DecideAsync(committee, cycle, of.Committee);

        var told = await EnterAsync(committee, await PageAsync(committee, cycle), "7");
        Assert.Contains("Chưa ghi số phiếu của người nào", told.Text, StringComparison.Ordinal);
        await AssertHoldAsync(served, rounds: 0);
    }

    private Task<VisitedPage> PageAsync(Visitor who, string cycle) =>
        who.OpenAsync($"{cycle}/bieu-quyet-cap-uy?nam={Year}&to-chuc={of.Committee.Id}");

    private static async Task ReturnAsync(Visitor who, string cycle, Organization cell) =>
        await who.SendAsync(await SheetAsync(who, cycle, cell), ".return-sheet", ("Why", "Xem lại mức đề nghị"));

    private static void AssertEmpty(VisitedPage page) =>
        Assert.All(
            page.Document.QuerySelectorAll("form.ballot input:not([type=hidden]), form.ballot option[selected]"),
            field => Assert.True(string.IsNullOrEmpty(field.GetAttribute("value")), field.OuterHtml)
        );

    /// <summary>So many rounds hold, and of these members alone a vote holds.</summary>
    private static async Task AssertHoldAsync(ServedWorld served, int rounds, params long[] members)
    {
        Assert.Equal(rounds, await served.LookAsync(s => s.Set<BallotRound>().CountAsync(r => r.IsAgreed, Cancel)));
        Assert.Equal(
            members.Order(),
            await served.LookAsync(s =>
                s.Set<BallotVotes>()
                    .Where(v => s.Set<BallotRound>().Any(r => r.Id == v.RoundId && r.IsAgreed))
                    .Select(v => v.MemberId!.Value)
                    .Distinct()
                    .OrderBy(id => id)
                    .ToListAsync(Cancel)
            )
        );
        Assert.Equal(
            members.Length,
            await served.LookAsync(s => s.Set<Assessment>().CountAsync(a => a.DecidingVote != null, Cancel))
        );
    }
}
