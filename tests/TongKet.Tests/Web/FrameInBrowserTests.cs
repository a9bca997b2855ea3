using Microsoft.Playwright;
using TongKet.Tests.Access;
using TongKet.Tests.Support;

namespace TongKet.Tests.Web;

/// <summary>The frame and the pieces of every page, seen by a real browser under the program's own content policy.</summary>
[Trait("part", "browser")]
public sealed class FrameInBrowserTests(BrowserFixture browser)
{
    private const string Password = "mùa thu Hà Nội 1945";

    [Theory]
    [InlineData("/thanh-phan", true)]
    [InlineData("/thanh-phan?loi=1&chay=1", true)]
    [InlineData("/thanh-phan?rong=1", true)]
    [InlineData("/thanh-phan", false)]
    [InlineData("/dang-nhap", true)]
    [InlineData("/loi/404", true)]
    public async Task Nothing_is_seriously_wrong_too_wide_or_asked_of_another_host(string address, bool javaScript)
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var served = await ServedProgram.StartAsync(database);
        foreach (var size in new[] { BrowserFixture.Desktop, BrowserFixture.Phone })
        {
            await using var context = await browser.NewContextAsync(size, javaScript);
            var page = await context.NewPageAsync();
            var complaints = new List<string>();
            page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : []);
            page.Request += (_, request) => complaints.AddRange(new Uri(request.Url).Host == "127.0.0.1" ? [] : [request.Url]);

            await page.GotoAsync(new Uri(served.Address, address).ToString());

            // A browser reports a page answered with 404 as an error of its own.
            Assert.DoesNotContain(complaints, said => !said.Contains("404", StringComparison.Ordinal));
            Assert.Equal(size.Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Empty(await SmallTextAsync(page));
            if (javaScript)
            {
                await Axe.AssertNothingSeriousAsync(page);
            }
        }
    }

    [Fact]
    public async Task The_menu_and_the_choice_of_organization_open_on_a_phone_without_script()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var served = await ServedProgram.StartAsync(database);
        await using var context = await browser.NewContextAsync(BrowserFixture.Phone, javaScript: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(served.Address, "/thanh-phan").ToString());

        Assert.False(await page.Locator(".context-form").IsVisibleAsync());
        await page.Locator(".context-change").ClickAsync();
        Assert.True(await page.Locator(".context-form select").First.IsVisibleAsync());

        await page.Locator(".menu-phone > summary").ClickAsync();
        Assert.True(await page.Locator(".menu-phone .account").IsVisibleAsync());
    }

    [Fact]
    public async Task Idleness_warns_signs_out_and_brings_back_what_was_typed()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await using var served = await ServedProgram.StartAsync(database);
        await SignInTests.SetPasswordAsync(served, await SignInTests.AddAsync(served, "quantri"));
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync(new Uri(served.Address, "/quan-tri/tai-khoan/them").ToString());
        await SignInAsync(page);
        await page.Locator("[name='Form.DisplayName']").FillAsync("Trần Thị Bích Ngọc");

        await page.Clock.FastForwardAsync("29:30");
        await page.GetByRole(AriaRole.Alertdialog).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ở lại làm việc tiếp" }).ClickAsync();
        await page.Clock.FastForwardAsync("29:30");
        await page.GetByRole(AriaRole.Alertdialog).WaitForAsync();
        await page.Clock.FastForwardAsync("00:40");

        await page.GetByText("lâu không có thao tác").WaitForAsync();
        await SignInAsync(page);
        await page.GetByText("đã được khôi phục").WaitForAsync();
        Assert.Equal("Trần Thị Bích Ngọc", await page.Locator("[name='Form.DisplayName']").InputValueAsync());
    }

    private static async Task SignInAsync(IPage page)
    {
        await page.Locator("[name='Form.UserName']").FillAsync("quantri");
        await page.Locator("[name='Form.Password']").FillAsync(Password);
        await page.Locator("main button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/them");
    }

    /// <summary>Texts smaller than 16 pixels: nobody of seventy can read them.</summary>
    private static async Task<string[]> SmallTextAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('body *')]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
                .filter(e => e.getClientRects().length && !e.closest('.visually-hidden') && parseFloat(getComputedStyle(e).fontSize) < 16)
                .map(e => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 40))
            """
        );
}
