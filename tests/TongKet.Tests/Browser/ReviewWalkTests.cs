using Microsoft.Playwright;
using TongKet.Domain.Access;
using TongKet.Tests.Reviews;
using TongKet.Tests.Support;

namespace TongKet.Tests.Browser;

/// <summary>One whole review clicked through in each role, from its opening to figures that count it.</summary>
[Trait("part", "browser")]
public sealed class ReviewWalkTests(BrowserFixture browser)
{
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task A_review_is_clicked_through_from_its_opening_to_figures_that_are_frozen(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        await using var district = await SignInAsync(served, Actors.Office(of.District.Id));
        var office = await district.NewPageAsync();
        await OpenReviewAsync(served, office);
        var cycle = new Uri(
            await office.Locator("a[href*='/quyet-dinh']").First.EvaluateAsync<string>("a => a.href")
        ).AbsolutePath;
        cycle = cycle[..cycle.LastIndexOf('/')];

        await MemberReviewsHimselfAsync(served, cycle);
        await SecretaryFillsAsync(served, cycle);
        await SecondCellFillsAsync(served, cycle);
        await DecideAsync(served, Actors.Office(of.Committee.Id), cycle);
        await SendOwnAsync(served, Actors.Office(of.Committee.Id), cycle);
        await FillAloneAsync(served, cycle);
        await DecideAsync(served, Actors.Secretary(of.Alone.Id), cycle);
        await DecideAsync(served, Actors.Office(of.District.Id), cycle);

        await GoAsync(served, office, $"/kiem-diem?nam={ReviewWorld.Year}");
        await office.Locator("summary", new() { HasText = "Kết thúc đợt kiểm điểm" }).ClickAsync();
        await office.Locator(".close-cycle button").ClickAsync();
        await Assertions.Expect(office.Locator("main")).ToContainTextAsync("Đã kết thúc đợt kiểm điểm");

        await using var leader = await SignInAsync(served, Actors.Leader(of.District.Id));
        var reads = await leader.NewPageAsync();
        await GoAsync(served, reads, $"/so-lieu/org_good_count?nam={ReviewWorld.Year}");
        await Assertions.Expect(reads.Locator(".figure-value")).ToHaveTextAsync("2");
        await GoAsync(served, reads, $"/bao-cao?nam={ReviewWorld.Year}");
        await Assertions.Expect(reads.Locator("article.report")).ToContainTextAsync("Hoàn thành tốt nhiệm vụ");
        await served.AssertSoundAsync();
    }

    private static async Task OpenReviewAsync(ServedWorld served, IPage office)
    {
        await GoAsync(served, office, $"/kiem-diem?nam={ReviewWorld.Year}");
        await office.Locator("a", new() { HasText = "Mở đợt kiểm điểm" }).ClickAsync();
        await office.Locator("[name='Form.CellsDueOn']").FillAsync("10/12/2024");
        await office.Locator("[name='Form.GrassrootsDueOn']").FillAsync("20/12/2024");
        await office.Locator("[name='Form.DecidedDueOn']").FillAsync("15/01/2025");
        await office.Locator("form[data-keep] button[type=submit]").ClickAsync();
        await Assertions.Expect(office.Locator("main")).ToContainTextAsync("Đã mở đợt kiểm điểm");
    }

    private async Task MemberReviewsHimselfAsync(ServedWorld served, string cycle)
    {
        await using var window = await SignInAsync(served, Actors.Member(of.First.Id, of.Members[0].Id), BrowserFixture.Phone);
        var page = await window.NewPageAsync();
        await GoAsync(served, page, $"{cycle}/tu-kiem-diem");
        await page.Locator("[name='Form.Strengths']").FillAsync("Hoàn thành việc được giao");
        await page.Locator("[name='Form.Grade']").SelectOptionAsync("2");
        await page.Locator("form[data-keep] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã lưu bản tự kiểm điểm");
    }

    /// <summary>With the keyboard alone: a digit chooses, the arrow goes to the next row, and the counters follow.</summary>
    private async Task SecretaryFillsAsync(ServedWorld served, string cycle)
    {
        await using var window = await SignInAsync(served, Actors.Secretary(of.First.Id));
        var page = await window.NewPageAsync();
        await GoAsync(served, page, $"{cycle}/phieu?nam={ReviewWorld.Year}");
        await page.Locator("[name='ngay-hop']").FillAsync("05/12/2024");
        await page.Locator("[name='so-bien-ban']").FillAsync("12-BB/CB");
        var proposals = page.Locator("select[name$='.de-nghi']");
        await proposals.First.FocusAsync();
        foreach (var digit in new[] { "2", "2", "3", "2" })
        {
            await page.Keyboard.PressAsync(digit);
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await Assertions.Expect(proposals.Nth(2)).ToHaveValueAsync("3");
        await Assertions.Expect(page.Locator("[data-counters]")).ToContainTextAsync("tốt: 2, hoàn thành: 1");
        // What was typed is kept without a button: it is there when the page is opened anew, and nothing asks before leaving.
        await Assertions.Expect(page.Locator("[data-autosave-state]")).ToContainTextAsync("Đã tự lưu lúc");
        await page.ReloadAsync();
        await Assertions.Expect(proposals.Nth(2)).ToHaveValueAsync("3");
        await SendAsync(page);
    }

    private async Task SecondCellFillsAsync(ServedWorld served, string cycle)
    {
        await using var window = await SignInAsync(served, Actors.Secretary(of.Second.Id), BrowserFixture.Phone);
        await FillAsync(served, await window.NewPageAsync(), cycle);
    }

    private async Task FillAloneAsync(ServedWorld served, string cycle)
    {
        await using var window = await SignInAsync(served, Actors.Secretary(of.Alone.Id));
        await FillAsync(served, await window.NewPageAsync(), cycle);
    }

    private async Task SendOwnAsync(ServedWorld served, Actor who, string cycle)
    {
        await using var window = await SignInAsync(served, who);
        await FillAsync(served, await window.NewPageAsync(), cycle);
    }

    private static async Task FillAsync(ServedWorld served, IPage page, string cycle)
    {
        await GoAsync(served, page, $"{cycle}/phieu?nam={ReviewWorld.Year}");
        await page.Locator("[name='ngay-hop']").FillAsync("06/12/2024");
        await page.Locator("[name='so-bien-ban']").FillAsync("3-BB");
        foreach (var proposal in await page.Locator("select[name$='.de-nghi']").AllAsync())
        {
            await proposal.SelectOptionAsync("2");
        }

        await SendAsync(page);
    }

    private static async Task SendAsync(IPage page)
    {
        await page.Locator("button[value='gui']").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã gửi phiếu lên cấp quyết định");
    }

    /// <summary>Writes down what the body decided, and announces it.</summary>
    private async Task DecideAsync(ServedWorld served, Actor who, string cycle)
    {
        await using var window = await SignInAsync(served, who);
        var page = await window.NewPageAsync();
        await GoAsync(served, page, $"{cycle}/quyet-dinh?nam={ReviewWorld.Year}");
        await page.Locator("[name='Form.Body']").FillAsync("Ban Thường vụ");
        await page.Locator("[name='Form.DecidedOn']").FillAsync("20/12/2024");
        await page.Locator("[name='Form.Number']").FillAsync("7-QĐ/BTV");
        await page.Locator("form[data-keep] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã ghi quyết định");
        await page.Locator(".announce [name='On']").FillAsync("22/12/2024");
        await page.Locator(".announce button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã thông báo; kết quả");
    }

    private async Task<IBrowserContext> SignInAsync(ServedWorld served, Actor who, ViewportSize? size = null)
    {
        var context = await browser.NewContextAsync(size);
        var session = await served.Program.SessionAsync(who);
        await context.AddCookiesAsync([
            new()
            {
                Name = session.Name,
                Value = session.Value,
                Url = served.Program.Address.ToString(),
            },
        ]);
        return context;
    }

    private static Task<IResponse?> GoAsync(ServedWorld served, IPage page, string address) =>
        page.GotoAsync(new Uri(served.Program.Address, address).ToString());
}
