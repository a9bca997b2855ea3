using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>A sheet that is handed on, or whose page is turned, while somebody has it open: nothing typed goes unsaid.</summary>
public sealed class SheetMeanwhileTests
{
    private const string Submitted = "Phiếu đã gửi ngày";

    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task Who_decides_on_his_own_cell_and_saves_after_it_was_sent_is_refused_with_all_he_typed(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var (one, other) = (served.As(Actors.Secretary(of.Alone.Id)), served.As(Actors.Secretary(of.Alone.Id)));
        var his = await SheetAsync(one, cycle, of.Alone);
        // Saved once before, so that the address says that it is done.
        var hers = await FillAsync(other, await SheetAsync(other, cycle, of.Alone), "luu", "2", [(of.Lone, "2")]);
        Assert.NotEmpty(hers.Texts(".notice-done"));

        await FillAsync(one, his, "gui", "2", [(of.Lone, "2")]);
        // He is the one who may note now, and that is not what he sends.
        Assert.NotEmpty(Chosen(await SheetAsync(other, cycle, of.Alone), "quyet-dinh"));
        foreach (var button in new[] { "luu", "gui" })
        {
            var refused = await FillAsync(other, hers, button, "3", [(of.Lone, "4")]);
            Assert.Contains(Submitted, refused.Text, StringComparison.Ordinal);
            Assert.Empty(refused.Texts(".notice-done"));
            Assert.Equal(["4", "3"], Chosen(refused, "de-nghi"));
        }

        Assert.Equal(Grade.Good, await ProposedAsync(served, of.Lone.Id));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_saves_a_sheet_that_was_sent_meanwhile_keeps_what_he_typed_before_him(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var (one, other) = (served.As(Actors.Secretary(of.Second.Id)), served.As(Actors.Secretary(of.Second.Id)));
        var (his, hers) = (await SheetAsync(one, cycle, of.Second), await SheetAsync(other, cycle, of.Second));

        await FillAsync(one, his, "gui", "2", [(of.Other, "2")]);
        var note = $"d.{Text(of.Other.Id)}.ghi-chu";
        var refused = await other.SendAsync(
            hers,
            ".grade-sheet",
            ("ngay-hop", "06/12/2024"),
            ("so-bien-ban", "13-BB/CB"),
            ($"d.{Text(of.Other.Id)}.de-nghi", "4"),
            (note, "vắng họp hai kỳ"),
            ("viec", "luu")
        );

        Assert.Contains(Submitted, refused.Text, StringComparison.Ordinal);
        Assert.Equal("4", Chosen(refused, "de-nghi")[0]);
        Assert.Equal("vắng họp hai kỳ", ValueOf(refused, note));
        Assert.Equal("13-BB/CB", ValueOf(refused, "so-bien-ban"));
        Assert.Equal("06/12/2024", ValueOf(refused, "ngay-hop"));
        Assert.Equal(Grade.Good, await ProposedAsync(served, of.Other.Id));
        // Opened anew it is the sheet as it was sent, with nothing to type in.
        Assert.Empty(Chosen(await SheetAsync(other, cycle, of.Second), "de-nghi"));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_turns_the_page_of_a_long_sheet_that_was_sent_takes_the_notes_of_the_session_along(DatabaseKind kind)
    {
        var members = of.Members.Concat(Enumerable.Range(0, 60).Select(_ => of.World.Enroll(of.First))).ToList();
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await LongListTests.SendSheetAsync(served, cycle, of.First, members);
        var committee = served.As(Actors.Office(of.Committee.Id));

        var first = await SheetAsync(committee, cycle, of.First);
        Assert.Equal(["ghi", "tiep"], Buttons(first));
        Assert.Empty(first.Texts("main a[href*='tu=']"));
        var second = await NoteAsync(committee, first, "3", "tiep");
        Assert.Contains("Hiển thị 51–64 trong tổng số 64", second.Text, StringComparison.Ordinal);
        Assert.Equal(["ghi", "lui"], Buttons(second));
        var back = await NoteAsync(committee, second, "4", "lui");
        Assert.Contains("Hiển thị 1–50", back.Text, StringComparison.Ordinal);
        Assert.Equal("3", Chosen(back, "quyet-dinh")[0]);
        Assert.Equal(
            [Grade.Completed, Grade.NotCompleted],
            await served.LookAsync(s =>
                s.Set<Assessment>()
                    .Where(a => a.Decided != Grade.None)
                    .OrderBy(a => a.Decided)
                    .Select(a => a.Decided)
                    .ToListAsync(Cancel)
            )
        );
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Notes_on_a_sheet_that_was_returned_meanwhile_are_refused_and_stay_before_who_wrote_them(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var (one, other) = (served.As(Actors.Office(of.Committee.Id)), served.As(Actors.Office(of.Committee.Id)));
        var hers = await SheetAsync(other, cycle, of.First);

        await one.SendAsync(await SheetAsync(one, cycle, of.First), ".return-sheet", ("Why", "Thiếu nhận xét nơi cư trú"));
        var refused = await NoteAsync(other, hers, "3", "ghi");

        Assert.NotEmpty(refused.Texts(".notice-error li"));
        Assert.Equal("3", Chosen(refused, "quyet-dinh")[0]);
        Assert.False(await served.LookAsync(s => s.Set<Assessment>().AnyAsync(a => a.Decided != Grade.None, Cancel)));
        await served.AssertSoundAsync();
    }

    /// <summary>Says another grade of the first line of the page.</summary>
    private static Task<VisitedPage> NoteAsync(Visitor who, VisitedPage sheet, string grade, string button) =>
        who.SendAsync(
            sheet,
            ".grade-sheet",
            (sheet.Document.QuerySelector("select[name$='.quyet-dinh']")!.GetAttribute("name")!, grade),
            ("viec", button)
        );

    private static IEnumerable<string?> Buttons(VisitedPage sheet) =>
        sheet.Document.QuerySelectorAll(".grade-sheet button[name=viec]").Select(b => b.GetAttribute("value"));

    private static string? ValueOf(VisitedPage page, string field) =>
        page.Document.QuerySelector($"[name='{field}']")?.GetAttribute("value");

    private static Task<Grade> ProposedAsync(ServedWorld served, long member) =>
        served.LookAsync(s => s.Set<Assessment>().Where(a => a.MemberId == member).Select(a => a.Proposed).SingleAsync(Cancel));
}
