using Microsoft.Playwright;
using TongKet.Domain.Access;
using TongKet.Tests.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Browser;

/// <summary>Pages of a review that have more lines than one page holds look right on a desk and on a phone.</summary>
[Trait("part", "browser")]
public sealed class LongPagesTests(BrowserFixture browser)
{
    private readonly ReviewWorld of = new();

    [Fact]
    public async Task A_long_sheet_a_session_half_entered_and_a_decision_on_many_look_right()
    {
        var members = of.Members.Concat(Enumerable.Range(0, 57).Select(_ => of.World.Enroll(of.First))).ToList();
        var cells = Enumerable.Range(0, 60).Select(i => of.World.FoundCell($"HX.B01.{100 + i}", of.Committee)).ToList();
        await using var served = await ServedWorld.OpenAsync(DatabaseKind.Sqlite, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var (secretary, office) = (Actors.Secretary(of.First.Id), Actors.Office(of.Committee.Id));
        var sheet = $"{cycle}/phieu?nam={Year}&to-chuc={of.First.Id}&tu=50";
        await LookAsync(served, secretary, sheet);
        await LongListTests.SendSheetAsync(served, cycle, of.First, members);
        await LongListTests.SubmitAsync(served, cells);
        var session = $"{cycle}/bieu-quyet-cap-uy?nam={Year}&to-chuc={of.Committee.Id}";
        var committee = served.As(office);
        await LongListTests.EnterAsync(committee, await committee.OpenAsync(session), "7");
        await LookAsync(served, office, sheet, session, $"{cycle}/quyet-dinh?nam={Year}&to-chuc={of.Committee.Id}");
    }

    private async Task LookAsync(ServedWorld served, Actor actor, params string[] addresses)
    {
        var session = await served.Program.SessionAsync(actor);
        foreach (var size in new[] { BrowserFixture.Desktop, BrowserFixture.Phone })
        {
            await using var context = await browser.NewContextAsync(size);
            await context.AddCookiesAsync([
                new()
                {
                    Name = session.Name,
                    Value = session.Value,
                    Domain = session.Domain,
                    Path = "/",
                },
            ]);
            var page = await context.NewPageAsync();
            foreach (var address in addresses)
            {
                await page.GotoAsync(new Uri(served.Program.Address, address).ToString());
                // What is counted while it is typed must not take a page for the whole sheet.
                if (await page.Locator(".sheet-counters").CountAsync() > 0)
                {
                    Assert.Contains(
                        "Danh sách: 60.",
                        await page.Locator(".sheet-counters").InnerTextAsync(),
                        StringComparison.Ordinal
                    );
                }

                Assert.Empty(await PageLook.ComplaintsAsync(page, size.Width, size == BrowserFixture.Phone));
                await Axe.AssertNothingSeriousAsync(page);
            }
        }
    }
}
