using Microsoft.Playwright;
using TongKet.Domain.Access;
using TongKet.Tests.Reviews;
using TongKet.Tests.Support;

namespace TongKet.Tests.Browser;

/// <summary>Criteria are scored on a phone and by the keyboard, with the sum following what is typed.</summary>
[Trait("part", "browser")]
public sealed class CriteriaWalkTests(BrowserFixture browser)
{
    private const int DeskWidth = 1366;
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task Points_are_typed_on_a_phone_and_the_sum_follows(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2025);
        await using var window = await SignInAsync(served, Actors.Secretary(of.Second.Id), BrowserFixture.Phone);
        var page = await window.NewPageAsync();
        await GoAsync(served, page, $"{cycle}/phieu/{of.Other.Id}?nam=2025");
        await page.Locator("main a", new() { HasText = "Chấm từng tiêu chí" }).ClickAsync();

        await page.Locator("[name='t.CommonCriteria']").FillAsync("27,5");
        await page.Locator("[name='t.TaskResultsProgress']").FillAsync("20");
        await page.Locator("[name='t.TaskResultsQuality']").FillAsync("44");
        await Assertions.Expect(page.Locator("[data-sum]")).ToHaveTextAsync("91,5");
        await page.Locator("[name='t.Bonus']").FillAsync("9");
        await Assertions.Expect(page.Locator("[data-sum]")).ToHaveTextAsync("98,5");
        await LookAsync(page, BrowserFixture.Phone.Width, isPhone: true);
        // What the browser sums is shown; what counts is checked on the other side.
        await page.Locator(".criteria-form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".field-error")).ToContainTextAsync("Điểm phải từ 0 đến 7");
        await page.Locator("[name='t.Bonus']").FillAsync("1");
        await page.Locator(".criteria-form button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã lưu kết quả chấm tiêu chí");
        await Assertions.Expect(page.Locator("[data-sum]")).ToHaveTextAsync("92,5");
    }

    [Theory, OnBothDatabases]
    public async Task Levels_are_ticked_with_the_keyboard_alone_and_taken_back(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await using var window = await SignInAsync(served, Actors.Secretary(of.Second.Id));
        var page = await window.NewPageAsync();
        await GoAsync(served, page, $"{cycle}/phieu/{of.Other.Id}/tieu-chi?nam={ReviewWorld.Year}");

        await page.Locator("[name='t.DutyResults'][value='1']").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("ArrowRight");
        await LookAsync(page, DeskWidth, isPhone: false);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã lưu kết quả chấm tiêu chí");
        await Assertions.Expect(page.Locator("[name='t.DutyResults'][value='2']")).ToBeCheckedAsync();
        await page.Locator("[name='t.DutyResults'][value='']").CheckAsync();
        await page.Locator(".criteria-form button[type=submit]").ClickAsync();
        await GoAsync(served, page, $"{cycle}/phieu/{of.Other.Id}?nam={ReviewWorld.Year}");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("Tiêu chí đã chấm");
    }

    [Theory, OnBothDatabases]
    public async Task The_lists_of_a_committee_and_the_grades_of_its_peers_fit_a_phone(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2025);
        await using var window = await SignInAsync(served, Actors.Office(of.Committee.Id), BrowserFixture.Phone);
        var page = await window.NewPageAsync();

        await GoAsync(served, page, "/kiem-diem/tieu-chi?nam=2025");
        await page.Locator("main summary").ClickAsync();
        await LookAsync(page, BrowserFixture.Phone.Width, isPhone: true);
        await GoAsync(served, page, $"{cycle}/cung-cap?nam=2025");
        await LookAsync(page, BrowserFixture.Phone.Width, isPhone: true);
        await GoAsync(served, page, $"{cycle}/phieu/don-vi?nam=2025");
        await LookAsync(page, BrowserFixture.Phone.Width, isPhone: true);
    }

    private static async Task LookAsync(IPage page, int width, bool isPhone)
    {
        Assert.Empty(await PageLook.ComplaintsAsync(page, width, isPhone));
        await Axe.AssertNothingSeriousAsync(page);
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
