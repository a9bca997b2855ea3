using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TongKet.Demo;
using TongKet.Domain.Organizations;
using TongKet.Store;
using TongKet.Tests.Demo;
using TongKet.Tests.Support;

namespace TongKet.Tests.Browser;

/// <summary>Whoever asks for something that takes a moment sees that it runs, and when it is there.</summary>
[Trait("part", "browser")]
public sealed class BusyBarTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_file_that_takes_a_moment_says_so_and_then_is_there()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await MadeWorld.MakeAsync(database, DemoSize.Small);
        await using var served = await ServedProgram.StartAsync(database);
        await using var context = await browser.NewContextAsync(new() { Width = 1366, Height = 768 });
        var session = await served.SessionAsync(Actors.Office(await CommuneAsync(database)));
        await context.AddCookiesAsync([
            new()
            {
                Name = session.Name,
                Value = session.Value,
                Url = served.Address.ToString(),
            },
        ]);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(served.Address, "/bao-cao?nam=2026").ToString());

        var download = await page.RunAndWaitForDownloadAsync(async () =>
        {
            await page.Locator("a[href*='/tai-ve/pdf']").ClickAsync();
            await Assertions.Expect(page.Locator("#busy")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("#busy-text")).ToHaveTextAsync(new Regex("^Đang xử lý"));
        });

        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("#busy")).ToBeHiddenAsync();
    }

    private static async Task<long> CommuneAsync(TestDatabase database)
    {
        await using var store = database.OpenStore();
        return store
            .Set<OrganizationVersion>()
            .Where(v => v.Kind == OrganizationKind.CommuneOrganization && v.ToOn == null)
            .Select(v => v.OrganizationId)
            .First();
    }
}
