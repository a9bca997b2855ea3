using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Access;

public sealed class ManageAccountsTests
{
    [Theory, OnBothDatabases]
    public async Task The_administrator_adds_an_account_and_is_shown_its_link_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var world = new WorldBuilder();
        var district = world.Found("HX", OrganizationKind.DistrictOrganization);
        await world.SaveAsync(database, cancel: TestContext.Current.CancellationToken);
        await using var served = await ServedProgram.StartAsync(database);
        var administrator = served.As(Actors.Administrator());

        var page = await administrator.SendAsync(
            await administrator.OpenAsync("/quan-tri/tai-khoan/them"),
            "main form",
            ("Form.DisplayName", "Trần Thị Bích Ngọc"),
            ("Form.UserName", "ngoc.tran"),
            ("Form.Role", "office"),
            ("Form.Organization", "hx"),
            ("Form.FromOn", "1/7/2026")
        );

        Assert.Contains("/tai-khoan/kich-hoat/", page.Document.QuerySelector("main input[readonly]")!.GetAttribute("value"));
        await using var store = database.OpenStore();
        var account = await store
            .Set<Account>()
            .SingleAsync(a => a.UserName == "ngoc.tran", TestContext.Current.CancellationToken);
        var grant = await store
            .Set<RoleGrant>()
            .SingleAsync(g => g.AccountId == account.Id, TestContext.Current.CancellationToken);
        Assert.Equal(
            (Role.CommitteeOffice, district.Id, new DateOnly(2026, 7, 1)),
            (grant.Role, grant.OrganizationId, grant.FromOn)
        );
        Assert.Null(account.PasswordHash);

        page = await administrator.OpenAsync("/quan-tri/tai-khoan?tim=bich+ngoc");
        Assert.Contains("Trần Thị Bích Ngọc", page.Text, StringComparison.Ordinal);
        Assert.Contains("Chờ kích hoạt", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [OnBothDatabases("office", "", "Form-Organization")]
    [OnBothDatabases("office", "khong co", "Form-Organization")]
    [OnBothDatabases("administrator", "HX", "Form-Organization")]
    [OnBothDatabases("", "HX", "Form-Role")]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_stays(
        DatabaseKind kind,
        string role,
        string organization,
        string field
    )
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var world = new WorldBuilder();
        world.Found("HX", OrganizationKind.DistrictOrganization);
        await world.SaveAsync(database, cancel: TestContext.Current.CancellationToken);
        await using var served = await ServedProgram.StartAsync(database);
        var administrator = served.As(Actors.Administrator());

        var page = await administrator.SendAsync(
            await administrator.OpenAsync("/quan-tri/tai-khoan/them"),
            "main form",
            ("Form.DisplayName", "Trần Thị Bích Ngọc"),
            ("Form.UserName", "ngoc.tran"),
            ("Form.Role", role),
            ("Form.Organization", organization)
        );

        Assert.NotNull(page.Document.QuerySelector($"[role=alert] a[href='#{field}']"));
        Assert.NotNull(page.Document.GetElementById(field + "-loi"));
        Assert.Equal("ngoc.tran", page.Document.GetElementById("Form-UserName")!.GetAttribute("value"));
        await using var store = database.OpenStore();
        Assert.False(await store.Set<Account>().AnyAsync(a => a.UserName == "ngoc.tran", TestContext.Current.CancellationToken));
    }

    [Theory, OnBothDatabases]
    public async Task A_locked_account_is_signed_out_at_its_next_request(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var served = await ServedProgram.StartAsync(database);
        var administrator = served.As(Actors.Administrator());
        var other = served.As(Actors.Administrator() with { Name = "Người thứ hai" });
        Assert.Equal("Tài khoản", (await other.OpenAsync("/quan-tri/tai-khoan")).Title);

        var list = await administrator.OpenAsync("/quan-tri/tai-khoan");
        var page = await administrator.OpenAsync(list.LinkOf("Người thứ hai"));
        page = await administrator.SendAsync(page, "form:has(.btn-danger)");

        Assert.Contains("Đã khóa", page.Document.QuerySelector(".page-subtitle")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Đăng nhập", (await other.OpenAsync("/quan-tri/tai-khoan")).Title);
    }

    [Theory, OnBothDatabases]
    public async Task A_role_that_ends_ends_at_once_and_nobody_ends_his_own_administration(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var served = await ServedProgram.StartAsync(database);
        var administrator = served.As(Actors.Administrator() with { Name = "Người thứ nhất" });
        var other = served.As(Actors.Administrator() with { Name = "Người thứ hai" });
        await other.OpenAsync("/quan-tri/tai-khoan");

        var list = await administrator.OpenAsync("/quan-tri/tai-khoan");
        await administrator.SendAsync(await administrator.OpenAsync(list.LinkOf("Người thứ hai")), "td form");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.OpenAsync("/quan-tri/tai-khoan")).Status);

        var own = await administrator.SendAsync(await administrator.OpenAsync(list.LinkOf("Người thứ nhất")), "td form");
        Assert.Contains("Không thể tự khóa", own.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_no_administrator_sees_no_accounts_and_an_administrator_no_records(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var world = new WorldBuilder();
        var district = world.Found("HX", OrganizationKind.DistrictOrganization);
        await world.SaveAsync(database, cancel: TestContext.Current.CancellationToken);
        await using var served = await ServedProgram.StartAsync(database);

        var office = served.As(Actors.Office(district.Id));
        Assert.Equal(HttpStatusCode.Forbidden, (await office.OpenAsync("/quan-tri/tai-khoan")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await office.OpenAsync("/quan-tri/tai-khoan/1")).Status);
        var administrator = served.As(Actors.Administrator());
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync($"/bao-cao?to-chuc={district.Id}")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task An_account_of_the_demonstration_opens_nothing_where_the_program_serves_for_real(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        string link;
        await using (var demo = await ServedProgram.StartAsync(database, isDemo: true))
        {
            link = await SignInTests.AddAsync(demo, "trinhdien");
            await SignInTests.SetPasswordAsync(demo, link);
            await using var store = database.OpenStore();
            await store
                .Set<Account>()
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.IsDemo, true), TestContext.Current.CancellationToken);
            var page = await SignInTests.SignInAsync(demo.AsNobody(), "/quan-tri/tai-khoan", "trinhdien", "mùa thu Hà Nội 1945");
            Assert.Equal("Tài khoản", page.Title);
            Assert.NotNull(page.Document.QuerySelector(".demo-banner"));
        }

        await using var served = await ServedProgram.StartAsync(database);
        var refused = await SignInTests.SignInAsync(served.AsNobody(), "/quan-tri/tai-khoan", "trinhdien", "mùa thu Hà Nội 1945");
        Assert.Equal("Đăng nhập", refused.Title);
        Assert.Contains("./tongket account add", refused.Text, StringComparison.Ordinal);
    }
}
