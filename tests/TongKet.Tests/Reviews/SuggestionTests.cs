using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>How many Excellent the deciding level suggests to each cell before its vote.</summary>
public sealed class SuggestionTests
{
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task A_cell_sees_the_number_that_is_suggested_to_it_and_no_other_cells(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var office = served.As(Actors.Office(of.Committee.Id));

        var saved = await SuggestAsync(office, cycle, ($"so.{of.First.Id}", "2"), ($"so.{of.Second.Id}", "0"));
        Assert.Contains("Đã ghi số gợi ý", saved.Text, StringComparison.Ordinal);
        var first = await SheetAsync(served.As(Actors.Secretary(of.First.Id)), cycle, of.First);
        Assert.Equal("2", SuggestedTo(first));
        var second = await SheetAsync(served.As(Actors.Secretary(of.Second.Id)), cycle, of.Second);
        Assert.Equal("0", SuggestedTo(second));

        // Taken back by an empty field; what was not touched stays.
        await SuggestAsync(office, cycle, ($"so.{of.First.Id}", ""));
        Assert.Equal(
            [of.Second.Id],
            await served.LookAsync(s => s.Set<ExcellentSuggestion>().Select(x => x.OrganizationId).ToListAsync())
        );
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_meant_is_refused_and_nothing_of_it_is_kept(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var office = served.As(Actors.Office(of.Committee.Id));

        var over = await SuggestAsync(office, cycle, ($"so.{of.First.Id}", "4"), ($"so.{of.Second.Id}", "1"));
        Assert.Contains("số gợi ý phải từ 0 đến số đảng viên của chi bộ (3)", over.Text, StringComparison.Ordinal);
        Assert.Contains(
            "phải từ 0",
            (await SuggestAsync(office, cycle, ($"so.{of.First.Id}", "-1"))).Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "không phải là số",
            (await SuggestAsync(office, cycle, ($"so.{of.First.Id}", "hai"))).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(0, await served.LookAsync(s => s.Set<ExcellentSuggestion>().CountAsync()));

        // Neither who proposes nor a level above suggests.
        foreach (var who in new[] { Actors.Secretary(of.First.Id), Actors.Office(of.District.Id) })
        {
            var page = await served.As(who).OpenAsync($"{cycle}/goi-y?nam={Year}&to-chuc={of.Committee.Id}");
            Assert.Contains(page.Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
        }
    }

    private static string? SuggestedTo(VisitedPage sheet) =>
        sheet
            .Document.QuerySelectorAll(".own-facts dt")
            .FirstOrDefault(t => t.TextContent.Contains("Số gợi ý", StringComparison.Ordinal))
            ?.NextElementSibling?.TextContent;

    private async Task<VisitedPage> SuggestAsync(Visitor who, string cycle, params (string Name, string? Value)[] numbers) =>
        await who.SendAsync(await who.OpenAsync($"{cycle}/goi-y?nam={Year}&to-chuc={of.Committee.Id}"), "[data-keep]", numbers);
}
