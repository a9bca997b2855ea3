using Microsoft.Playwright;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Tests.Reviews;
using TongKet.Tests.Support;

namespace TongKet.Tests.Browser;

/// <summary>
/// One whole review of the demo's district clicked through in each role, from its opening to figures that count it. Of each
/// role one person clicks; all the others of the district send the same forms without a browser.
/// </summary>
[Trait("part", "browser")]
public sealed class ReviewWalkTests(BrowserFixture browser)
{
    private const string Reviewed = "Đã kết thúc đợt kiểm điểm";

    [Theory, OnBothDatabases]
    public async Task The_review_of_the_demo_district_is_clicked_through_from_its_opening_to_figures_that_are_frozen(
        DatabaseKind kind
    )
    {
        await using var district = await DemoDistrict.OpenAsync(kind);
        await using var officeWindow = await SignInAsync(district, Actors.Office(district.Top.Id));
        var office = await officeWindow.NewPageAsync();
        var cycle = await OpenReviewAsync(district, office);

        await MemberReviewsHimselfAsync(district, cycle);
        await SecretaryFillsAsync(district, cycle);
        await district.FillAllAsync(cycle, but: district.Village);

        await CommitteeDecidesAsync(district, cycle);
        await district.DecideAllBelowAsync(cycle);
        await DecideAsync(district, office, cycle);

        await GoAsync(district, office, $"/kiem-diem?nam={DemoDistrict.Year}");
        await office.Locator("summary", new() { HasText = "Kết thúc đợt kiểm điểm" }).ClickAsync();
        await office.Locator(".close-cycle button").ClickAsync();
        await Assertions.Expect(office.Locator("main")).ToContainTextAsync(Reviewed);

        await LeaderReadsAsync(district);
        await district.Served.AssertSoundAsync();
    }

    private static async Task<string> OpenReviewAsync(DemoDistrict district, IPage office)
    {
        await GoAsync(district, office, $"/kiem-diem?nam={DemoDistrict.Year}");
        await office.Locator("a", new() { HasText = "Mở đợt kiểm điểm" }).ClickAsync();
        await office.Locator("[name='Form.CellsDueOn']").FillAsync("10/12/2024");
        await office.Locator("[name='Form.GrassrootsDueOn']").FillAsync("20/12/2024");
        await office.Locator("[name='Form.DecidedDueOn']").FillAsync("15/01/2025");
        await office.Locator("form[data-keep] button[type=submit]").ClickAsync();
        await Assertions.Expect(office.Locator("main")).ToContainTextAsync("Đã mở đợt kiểm điểm");
        var decisions = await office.Locator("a[href*='/quyet-dinh']").First.EvaluateAsync<string>("a => a.href");
        var cycle = new Uri(decisions).AbsolutePath;
        return cycle[..cycle.LastIndexOf('/')];
    }

    private async Task MemberReviewsHimselfAsync(DemoDistrict district, string cycle)
    {
        var who = Actors.Member(district.Village.Id, district.Villager);
        await using var window = await SignInAsync(district, who, BrowserFixture.Phone);
        var page = await window.NewPageAsync();
        await GoAsync(district, page, $"{cycle}/tu-kiem-diem?nam={DemoDistrict.Year}");
        await page.Locator("[name='Form.Strengths']").FillAsync("Hoàn thành việc được giao");
        await page.Locator("[name='Form.Grade']").SelectOptionAsync("2");
        await page.Locator("form[data-keep] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã lưu bản tự kiểm điểm");
    }

    /// <summary>With the keyboard: a digit chooses, the arrow goes to the next row, the counters follow, and it keeps itself.</summary>
    private async Task SecretaryFillsAsync(DemoDistrict district, string cycle)
    {
        await using var window = await SignInAsync(district, Actors.Secretary(district.Village.Id));
        var page = await window.NewPageAsync();
        await GoAsync(district, page, $"{cycle}/phieu?nam={DemoDistrict.Year}");
        await page.Locator("[name='ngay-hop']").FillAsync("05/12/2024");
        await page.Locator("[name='so-bien-ban']").FillAsync("12-BB/CB");
        var proposals = page.Locator("select[name$='.de-nghi']");
        var typed = district.GradesOf(district.Village, await SheetOf(district, cycle));
        await proposals.First.FocusAsync();
        for (var i = 0; i < typed.Count; i++)
        {
            if (typed[i].Length == 1)
            {
                await page.Keyboard.PressAsync(typed[i]);
            }
            else
            {
                await proposals.Nth(i).SelectOptionAsync(typed[i]);
                await proposals.Nth(i).FocusAsync();
            }

            await page.Keyboard.PressAsync("ArrowDown");
        }

        await Assertions.Expect(proposals.Last).ToHaveValueAsync(typed[^1]);
        var counted = $"tốt: {typed.SkipLast(1).Count(t => t == "2")}, hoàn thành: {typed.SkipLast(1).Count(t => t == "3")}";
        await Assertions.Expect(page.Locator("[data-counters]")).ToContainTextAsync(counted);
        // It is there when the page is opened anew though no button was pressed, and nothing asks before leaving.
        await Assertions.Expect(page.Locator("[data-autosave-state]")).ToContainTextAsync("Đã tự lưu lúc");
        await page.ReloadAsync();
        await Assertions.Expect(proposals.First).ToHaveValueAsync(typed[0]);
        await Assertions.Expect(proposals.Last).ToHaveValueAsync(typed[^1]);
        await page.Locator("button[value='gui']").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã gửi phiếu lên cấp quyết định");
    }

    private static Task<VisitedPage> SheetOf(DemoDistrict district, string cycle) =>
        district.Served.As(Actors.Secretary(district.Village.Id)).OpenAsync($"{cycle}/phieu?nam={DemoDistrict.Year}");

    private async Task CommitteeDecidesAsync(DemoDistrict district, string cycle)
    {
        await using var window = await SignInAsync(district, Actors.Office(district.Committee.Id));
        await DecideAsync(district, await window.NewPageAsync(), cycle);
    }

    /// <summary>Writes down what the body decided, and announces it.</summary>
    private static async Task DecideAsync(DemoDistrict district, IPage page, string cycle)
    {
        await GoAsync(district, page, $"{cycle}/quyet-dinh?nam={DemoDistrict.Year}");
        await page.Locator("[name='Form.Body']").FillAsync("Ban Thường vụ");
        await page.Locator("[name='Form.DecidedOn']").FillAsync("20/12/2024");
        await page.Locator("[name='Form.Number']").FillAsync("7-QĐ/BTV");
        await page.Locator("form[data-keep] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã ghi quyết định");
        await page.Locator(".announce [name='On']").FillAsync("22/12/2024");
        await page.Locator(".announce button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Đã thông báo; kết quả");
    }

    /// <summary>The figures are the sum of what was typed, each opens to as many records, and the report says them.</summary>
    private async Task LeaderReadsAsync(DemoDistrict district)
    {
        await using var window = await SignInAsync(district, Actors.Leader(district.Top.Id));
        var page = await window.NewPageAsync();
        foreach (
            var (figure, grade) in new[]
            {
                ("member_good_count", "2"),
                ("member_completed_count", "3"),
                ("member_excellent_count", "1"),
            }
        )
        {
            await GoAsync(district, page, $"/so-lieu/{figure}?nam={DemoDistrict.Year}");
            Assert.NotEqual(0, district.Typed(grade));
            await Assertions.Expect(page.Locator(".figure-value")).ToHaveTextAsync($"{district.Typed(grade)}");
        }

        // The last of them opens to the very members behind it, for a reason that is written down.
        await page.Locator(".open-list [name='Reason']").FillAsync("đối chiếu số liệu");
        await page.Locator(".open-list button").ClickAsync();
        await Assertions.Expect(page.Locator("#danh-sach ~ * tbody tr")).ToHaveCountAsync(district.Typed("1"));

        await GoAsync(district, page, $"/so-lieu/org_good_count?nam={DemoDistrict.Year}");
        await Assertions.Expect(page.Locator(".figure-value")).ToHaveTextAsync($"{district.Grassroots.Count}");
        await GoAsync(district, page, $"/bao-cao?nam={DemoDistrict.Year}");
        await Assertions.Expect(page.Locator("article.report")).ToContainTextAsync("Hoàn thành tốt nhiệm vụ");
    }

    private async Task<IBrowserContext> SignInAsync(DemoDistrict district, Actor who, ViewportSize? size = null)
    {
        var context = await browser.NewContextAsync(size);
        var session = await district.Served.Program.SessionAsync(who);
        await context.AddCookiesAsync([
            new()
            {
                Name = session.Name,
                Value = session.Value,
                Url = district.Served.Program.Address.ToString(),
            },
        ]);
        return context;
    }

    private static Task<IResponse?> GoAsync(DemoDistrict district, IPage page, string address) =>
        page.GotoAsync(new Uri(district.Served.Program.Address, address).ToString());
}
