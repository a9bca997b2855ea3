using System.Net;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Access.AddAccount;
using TongKet.Domain.Access;
using TongKet.Tests.Support;

namespace TongKet.Tests.Access;

public sealed class SignInTests
{
    private const string Password = "mùa thu Hà Nội 1945";

    [Theory, OnBothDatabases]
    public async Task A_link_is_used_once_to_set_a_password_that_then_signs_in(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var served = await ServedProgram.StartAsync(database);
        var link = await AddAsync(served, "quantri");
        var browser = served.AsNobody();

        var page = await browser.OpenAsync(link);
        Assert.Contains("quantri", page.Text, StringComparison.Ordinal);
        page = await browser.SendAsync(page, "main form", ("Form.Password", Password), ("Form.Again", Password));
        Assert.Equal("Đăng nhập", page.Title);
        Assert.Contains("không đúng, đã dùng hoặc đã hết hạn", (await browser.OpenAsync(link)).Text, StringComparison.Ordinal);

        page = await SignInAsync(browser, "/quan-tri/tai-khoan", "quantri", Password);
        Assert.Equal("Tài khoản", page.Title);
        Assert.Contains("quantri", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_password_that_is_short_plain_or_typed_two_ways_is_refused_beside_its_field(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var served = await ServedProgram.StartAsync(database);
        var link = await AddAsync(served, "quantri");
        var browser = served.AsNobody();

        foreach (
            var (one, two, field) in new[] { ("ngan", "ngan", 0), ("aaaaaaaaaaaa", "aaaaaaaaaaaa", 0), (Password, "khác", 1) }
        )
        {
            var page = await browser.OpenAsync(link);
            page = await browser.SendAsync(page, "main form", ("Form.Password", one), ("Form.Again", two));
            Assert.Equal("Đặt mật khẩu", page.Title);
            Assert.Single(page.Document.QuerySelectorAll(".field")[field].QuerySelectorAll(".field-error"));
            Assert.NotNull(page.Document.QuerySelector("[role=alert] a"));
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_link_does_not_live_longer_than_its_days(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var served = await ServedProgram.StartAsync(database);
        var link = await AddAsync(served, "quantri");

        served.Clock.Advance(Invitation.Lifetime);

        Assert.Contains("đã hết hạn", (await served.AsNobody().OpenAsync(link)).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Unknown_names_wrong_passwords_and_locked_accounts_are_answered_alike(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var served = await ServedProgram.StartAsync(database);
        await SetPasswordAsync(served, await AddAsync(served, "quantri"));
        var browser = served.AsNobody();

        var unknown = await SignInAsync(browser, "/", "khong-co", Password);
        var wrong = await SignInAsync(browser, "/", "quantri", "sai mật khẩu");
        Assert.Equal(unknown.Texts("[role=alert]"), wrong.Texts("[role=alert]"));
        for (var i = 0; i < 4; i++)
        {
            await SignInAsync(browser, "/", "quantri", "sai mật khẩu");
        }

        var locked = await SignInAsync(browser, "/", "quantri", Password);
        Assert.Equal("Đăng nhập", locked.Title);
        Assert.Equal(unknown.Texts("[role=alert]"), locked.Texts("[role=alert]"));
    }

    [Theory, OnBothDatabases]
    public async Task A_session_ends_after_half_an_hour_without_a_request_and_returns_to_the_page(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var served = await ServedProgram.StartAsync(database);
        var administrator = served.As(Actors.Administrator());
        Assert.Equal("Tài khoản", (await administrator.OpenAsync("/quan-tri/tai-khoan")).Title);

        served.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal("Tài khoản", (await administrator.OpenAsync("/quan-tri/tai-khoan")).Title);
        served.Clock.Advance(TimeSpan.FromMinutes(31));

        var page = await administrator.OpenAsync("/quan-tri/tai-khoan?tim=a");
        Assert.Equal("Đăng nhập", page.Title);
        Assert.EndsWith("tro-lai=%2Fquan-tri%2Ftai-khoan%3Ftim%3Da", page.Address, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Signing_out_ends_the_session_and_no_return_leads_elsewhere(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var served = await ServedProgram.StartAsync(database);
        await SetPasswordAsync(served, await AddAsync(served, "quantri"));
        var browser = served.AsNobody();
        var page = await SignInAsync(browser, "/dang-nhap?tro-lai=//elsewhere.example/", "quantri", Password);
        Assert.Equal("/", page.Address);

        page = await browser.SendAsync(await browser.OpenAsync("/quan-tri/tai-khoan"), "form[action='/dang-xuat']");
        Assert.Contains("Đã đăng xuất", page.Text, StringComparison.Ordinal);
        Assert.Equal("Đăng nhập", (await browser.OpenAsync("/quan-tri/tai-khoan")).Title);
    }

    [Theory, OnBothDatabases]
    public async Task A_form_without_its_token_is_refused_by_a_page_that_says_what_to_do(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var served = await ServedProgram.StartAsync(database);
        var administrator = served.As(Actors.Administrator());
        var page = await administrator.OpenAsync("/quan-tri/tai-khoan/them");

        page = await administrator.SendAsync(page, "main form", ("__RequestVerificationToken", "x"), ("Form.UserName", "ai-do"));

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("Chưa có gì được ghi", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Without_accounts_the_page_says_how_the_first_is_made(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var served = await ServedProgram.StartAsync(database);

        var page = await served.AsNobody().OpenAsync("/");

        Assert.Contains("./tongket account add", page.Text, StringComparison.Ordinal);
    }

    internal static async Task<string> AddAsync(ServedProgram served, string name)
    {
        await using var scope = served.Services.CreateAsyncScope();
        var outcome = await scope
            .ServiceProvider.GetRequiredService<AddAccountHandler>()
            .HandleAsync(
                new(name, "Lê Văn Quản", Role.SystemAdministrator, null),
                Actor.Operator("test"),
                TestContext.Current.CancellationToken
            );
        return outcome.Value!.Link.At("");
    }

    internal static async Task SetPasswordAsync(ServedProgram served, string link)
    {
        var browser = served.AsNobody();
        await browser.SendAsync(
            await browser.OpenAsync(link),
            "main form",
            ("Form.Password", Password),
            ("Form.Again", Password)
        );
    }

    internal static async Task<VisitedPage> SignInAsync(Visitor browser, string address, string name, string password) =>
        await browser.SendAsync(
            await browser.OpenAsync(address),
            "form[data-sign-in]",
            ("Form.UserName", name),
            ("Form.Password", password)
        );
}
