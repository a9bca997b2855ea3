using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace TongKet.Tests.Support;

/// <summary>Accessibility of a page as axe sees it: nothing serious and nothing critical.</summary>
public static class Axe
{
    public static async Task AssertNothingSeriousAsync(IPage page)
    {
        var result = await page.RunAxe();
        var serious = result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(Describe);
        Assert.True(!serious.Any(), $"{page.Url}\n{string.Join('\n', serious)}");
    }

    private static string Describe(AxeResultItem item) =>
        $"{item.Impact}: {item.Id}, {item.Help}\n  {string.Join("\n  ", item.Nodes.Select(node => node.Html))}";
}
