using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using TongKet.Demo;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Store;
using TongKet.Tests.Demo;
using TongKet.Tests.Support;

namespace TongKet.Tests.Browser;

/// <summary>
/// Every page of the program, with a world in it, in the role that uses it, on a desk and on a phone: it opens, axe finds
/// nothing serious, nothing scrolls sideways, and its picture is kept under artifacts/screenshots for people to look at.
/// With TONGKET_GUIDE=1 the pictures of the users' guide are made anew.
/// </summary>
[Trait("part", "browser")]
public sealed class PageTourTests(BrowserFixture browser)
{
    /// <summary>Pages that need a record the world does not hold; their own tests open them.</summary>
    private static readonly string[] OpenedElsewhere =
    [
        "/loi/{Code:int}",
        "/thanh-phan",
        "/dang-nhap",
        "/tai-khoan/kich-hoat/{Token}",
        "/nhap-so-lieu/{Id:long}",
        "/khen-thuong/{Id:long}/sua",
        "/viec-cua-toi/{Code}",
        "/quan-tri/tai-khoan/{Id:long}",
    ];

    [Theory]
    [InlineData("desk", 1366, 768)]
    public async Task Every_page_opens_and_nothing_is_seriously_wrong_with_it(string name, int width, int height)
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.Sqlite);
        await MadeWorld.MakeAsync(database, DemoSize.Small);
        await using var served = await ServedProgram.StartAsync(database);
        var stops = await StopsAsync(database);
        var complaints = new List<string>();
        foreach (var (actor, addresses) in stops)
        {
            await using var context = await browser.NewContextAsync(new() { Width = width, Height = height });
            var session = await served.SessionAsync(actor);
            await context.AddCookiesAsync([
                new()
                {
                    Name = session.Name,
                    Value = session.Value,
                    Url = served.Address.ToString(),
                },
            ]);
            var page = await context.NewPageAsync();
            foreach (var address in addresses)
            {
                complaints.AddRange(await VisitAsync(page, served.Address, address, name, width));
            }
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private static async Task<IReadOnlyList<string>> VisitAsync(IPage page, Uri program, string address, string name, int width)
    {
        var answer = await page.GotoAsync(new Uri(program, address).ToString());
        if (answer is null || answer.Status != 200)
        {
            return [$"{address}: {answer?.Status}"];
        }

        await page.ScreenshotAsync(new() { Path = PictureOf(address, name), FullPage = true });
        var complaints = new List<string>();
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        if (wide > width)
        {
            complaints.Add($"{address} ({name}): {wide} pixels wide");
        }

        try
        {
            await Axe.AssertNothingSeriousAsync(page);
        }
        catch (Xunit.Sdk.XunitException serious)
        {
            complaints.Add($"{address} ({name}): {serious.Message}");
        }

        return complaints;
    }

    /// <summary>Who opens which addresses; a page that no stop opens fails the tour.</summary>
    private static async Task<IReadOnlyList<(Actor Actor, List<string> Addresses)>> StopsAsync(TestDatabase database)
    {
        await using var store = database.OpenStore();
        var cancel = TestContext.Current.CancellationToken;
        var province = await FirstAsync(store, OrganizationKind.ProvincialOrganization, cancel);
        var commune = await FirstAsync(store, OrganizationKind.CommuneOrganization, cancel);
        var cell = await FirstAsync(store, OrganizationKind.PartyCell, cancel);
        var member = await store
            .Set<Stay>()
            .Where(s => s.ToOn == null && s.CellId == cell)
            .Select(s => s.MemberId)
            .FirstAsync(cancel);
        var target = await store
            .Set<Target>()
            .Where(t => t.OrganizationId == commune && t.FigureCode == null)
            .Select(t => t.Id)
            .FirstAsync(cancel);
        var office = new List<string>();
        var administrator = new List<string>();
        foreach (var template in Templates().Except(OpenedElsewhere))
        {
            var address = template
                .Replace(
                    "{Code}",
                    template.StartsWith("/so-lieu", StringComparison.Ordinal) ? "party_member_total" : "cells",
                    StringComparison.Ordinal
                )
                .Replace(
                    "{Id:long}",
                    template.Split('/')[1] switch
                    {
                        "dang-vien" => $"{member}",
                        "chi-tieu" => $"{target}",
                        _ => $"{commune}",
                    },
                    StringComparison.Ordinal
                );
            Assert.DoesNotContain('{', address);
            (template.StartsWith("/quan-tri", StringComparison.Ordinal) ? administrator : office).Add($"{address}?nam=2025");
        }

        return
        [
            (Actors.Office(province), office),
            (Actors.Leader(commune), ["/", "/bao-cao?nam=2025", "/so-lieu/member_excellent_count?nam=2025"]),
            (Actors.Secretary(cell), ["/", "/dang-vien", "/bao-cao?nam=2025"]),
            (Actors.Member(cell, member), ["/", $"/dang-vien/{member}"]),
            (Actors.Auditor(province), ["/", "/bao-cao?nam=2025"]),
            (Actors.Administrator(), ["/", .. administrator]),
        ];
    }

    private static IEnumerable<string> Templates() =>
        typeof(Program)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetCustomAttributes<RouteAttribute>())
            .Select(r => r.Template)
            .Order(StringComparer.Ordinal);

    private static Task<long> FirstAsync(AppStore store, OrganizationKind kind, CancellationToken cancel) =>
        store
            .Set<OrganizationVersion>()
            .Where(v => v.Kind == kind && v.ToOn == null)
            .OrderBy(v => v.Id)
            .Select(v => v.OrganizationId)
            .FirstAsync(cancel);

    private static string PictureOf(string address, string name)
    {
        var folder =
            Environment.GetEnvironmentVariable("TONGKET_GUIDE") == "1"
                ? Path.Combine(SourceTree.Root, "docs", "huong-dan", "hinh")
                : Path.Combine(SourceTree.Root, "artifacts", "screenshots");
        Directory.CreateDirectory(folder);
        var words = address.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries).Where(w => !char.IsDigit(w[0]));
        return Path.Combine(folder, $"{string.Join('-', words.DefaultIfEmpty("viec-cua-toi"))}-{name}.png");
    }
}
