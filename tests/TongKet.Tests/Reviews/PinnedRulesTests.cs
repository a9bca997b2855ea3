using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Regulations;
using TongKet.Regulations;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>A review goes on under the version that it was opened with, whatever is published meanwhile.</summary>
public sealed class PinnedRulesTests
{
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_version_published_meanwhile_does_not_reach_the_review_that_is_open(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));

        var administrator = served.As(Actors.Administrator());
        var published = await administrator.SendAsync(
            await administrator.OpenAsync("/quy-dinh/hd-25-2023/excellent_cap_percent/cong-bo"),
            "[data-keep]",
            ("Form.Value", "10"),
            ("Form.Reason", "thử với mức khác")
        );
        Assert.Contains("Đã công bố", published.Text, StringComparison.Ordinal);

        Assert.StartsWith(
            "10QĐ 124",
            Assert.Single(published.Texts("tr#excellent_cap_percent td[data-label]")),
            StringComparison.Ordinal
        );
        var open = (await SheetAsync(served.As(Actors.Secretary(of.First.Id)), cycle, of.First)).Texts(".cap-state");
        Assert.NotEmpty(open);
        Assert.All(open, state => Assert.Contains("20%", state, StringComparison.Ordinal));
        Assert.Contains(
            "Đã quyết định 2 trong 2 phiếu",
            (await DecideAsync(committee, cycle, of.Committee)).Text,
            StringComparison.Ordinal
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_later_program_with_a_corrected_file_leaves_an_open_review_under_what_it_was_opened_with(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);

        await served.UpgradeAsync(Corrected("excellent_cap_percent", "10"));
        await served.UpgradeAsync(Corrected("excellent_cap_percent", "12"));

        var sheet = await SheetAsync(served.As(Actors.Secretary(of.First.Id)), cycle, of.First);
        Assert.All(sheet.Texts(".cap-state"), state => Assert.Contains("20%", state, StringComparison.Ordinal));
        var committee = served.As(Actors.Office(of.Committee.Id));
        Assert.Contains(
            "Đã quyết định 2 trong 2 phiếu",
            (await DecideAsync(committee, cycle, of.Committee)).Text,
            StringComparison.Ordinal
        );

        var pinned = await committee.OpenAsync(sheet.Document.QuerySelector("a[href*='ban=']")!.GetAttribute("href")!);
        Assert.Contains("Đây là bản được giữ khi mở kỳ đánh giá", pinned.Text, StringComparison.Ordinal);
        Assert.StartsWith("20", CapPercentOn(pinned), StringComparison.Ordinal);
        Assert.StartsWith("12", CapPercentOn(await committee.OpenAsync("/quy-dinh/hd-25-2023")), StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Grades_of_a_year_are_held_to_the_limit_that_its_review_pinned(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        await AnnounceAsync(committee, await DecideAsync(committee, cycle, of.Committee));

        await served.UpgradeAsync(Corrected("excellent_cap_percent", "10"));

        var office = served.As(Actors.Office(of.Committee.Id));
        Assert.Contains("không quá 20%", (await office.OpenAsync($"/ty-le-khong-che?nam={Year}")).Text, StringComparison.Ordinal);
        Assert.Contains("không quá 10%", (await office.OpenAsync("/ty-le-khong-che?nam=2023")).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_kept_text_that_somebody_changed_in_the_database_is_no_rule(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await served.LookAsync(store =>
            store.Database.ExecuteSqlRawAsync(
                "UPDATE kept_rule_set SET content = replace(content, '\"excellent_cap_percent\":{\"value\":20', '\"excellent_cap_percent\":{\"value\":90')".Replace(
                    "{",
                    "{{",
                    StringComparison.Ordinal
                ),
                Cancel
            )
        );
        await served.UpgradeAsync(Corrected("excellent_cap_percent", "10"));

        var sheet = await SheetAsync(served.As(Actors.Secretary(of.First.Id)), cycle, of.First);
        Assert.Contains("đã khác so với khi mở kỳ đánh giá", sheet.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_review_whose_version_is_not_here_is_looked_at_and_written_in_by_nobody(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await served.LookAsync(store =>
            store.Database.ExecuteSqlRawAsync("UPDATE review_cycle SET rule_set_hash = 'khac'", Cancel)
        );

        var secretary = served.As(Actors.Secretary(of.First.Id));
        var sheet = await SheetAsync(secretary, cycle, of.First);
        Assert.Contains("đã khác so với khi mở kỳ đánh giá", sheet.Text, StringComparison.Ordinal);
    }

    /// <summary>What a later program comes with: the document of 2023 with one parameter corrected in its file.</summary>
    private static RuleBook Corrected(string parameter, string value) =>
        new(
            RuleBookLoader
                .Load()
                .First.Select(r =>
                    r.Id == "hd-25-2023"
                        ? r.With(parameter, r[parameter] with { Value = JsonSerializer.Deserialize<JsonElement>(value) })
                        : r
                )
        );

    private static string CapPercentOn(VisitedPage page) => Assert.Single(page.Texts("tr#excellent_cap_percent td[data-label]"));
}
