using Microsoft.Playwright;
using TongKet.Tests.Support;

namespace TongKet.Tests.Browser;

/// <summary>
/// Every page of the program, with a world in it, in the role that uses it, on a desk and on a phone, with script and
/// without: it opens, axe finds nothing serious, nothing scrolls sideways, is too small, too heavy or asked of another
/// host, and its picture is kept under artifacts/screenshots for people to look at. With TONGKET_GUIDE=1 the pictures of
/// the users' guide are made anew.
/// </summary>
[Trait("part", "browser")]
public sealed class PageTourTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "desk", 1366, 768, true)]
    [InlineData(DatabaseKind.Sqlite, "phone", 390, 844, true)]
    [InlineData(DatabaseKind.PostgreSql, "desk-no-script", 1366, 768, false)]
    public async Task Every_page_opens_and_nothing_is_seriously_wrong_with_it(
        DatabaseKind database,
        string name,
        int width,
        int height,
        bool javaScript
    )
    {
        await using var world = await TourWorld.OpenAsync(database);
        var complaints = new List<string>();
        foreach (var stops in TourStops.All.Where(s => TourPictures.Wants(s, name == "phone", javaScript)).GroupBy(s => s.Who))
        {
            await using var context = await browser.NewContextAsync(new() { Width = width, Height = height }, javaScript);
            if (world.SessionOf(stops.Key) is { } session)
            {
                await context.AddCookiesAsync([
                    new()
                    {
                        Name = session.Name,
                        Value = session.Value,
                        Url = world.Program.Address.ToString(),
                    },
                ]);
            }

            var page = await context.NewPageAsync();
            page.Console += (_, said) => complaints.AddRange(IsServersAnswer(said) ? [] : [$"{page.Url}: {said.Text}"]);
            page.Request += (_, asked) =>
                complaints.AddRange(
                    new Uri(asked.Url).Host == world.Program.Address.Host ? [] : [$"{page.Url} asks {asked.Url}"]
                );
            foreach (var stop in stops)
            {
                var said = await VisitAsync(page, new(world.Program.Address, world.Address(stop)), stop, name, width, javaScript);
                complaints.AddRange(said.Select(complaint => $"{stop.Who} {stop.Address} ({name}): {complaint}"));
            }
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private static async Task<IReadOnlyList<string>> VisitAsync(
        IPage page,
        Uri address,
        TourStop stop,
        string name,
        int width,
        bool javaScript
    )
    {
        var answer = await page.GotoAsync(address.ToString());
        if (answer is null || answer.Status != stop.Status)
        {
            return [$"{answer?.Status} in place of {stop.Status}"];
        }

        var isPhone = name == "phone";
        await TourPictures.TakeAsync(page, stop, name, isPhone);
        var complaints = (await PageLook.ComplaintsAsync(page, width, isPhone)).ToList();
        if ((await answer.BodyAsync()).Length is var weight and > PageLook.HeaviestPage)
        {
            complaints.Add($"{weight / 1024} kB");
        }

        if (javaScript)
        {
            try
            {
                await Axe.AssertNothingSeriousAsync(page);
            }
            catch (Xunit.Sdk.XunitException serious)
            {
                complaints.Add(serious.Message);
            }
        }

        return complaints;
    }

    // A browser reports a page answered with 404 as an error of its own.
    private static bool IsServersAnswer(IConsoleMessage said) =>
        said.Type != "error" || said.Text.Contains("the server responded with a status of", StringComparison.Ordinal);
}
