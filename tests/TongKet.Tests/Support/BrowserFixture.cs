using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(TongKet.Tests.Support.BrowserFixture))]

namespace TongKet.Tests.Support;

/// <summary>
/// One Chromium for the run, started on first use. A test takes it by its constructor and opens a context of its own;
/// such a test bears <c>[Trait("part", "browser")]</c>.
/// </summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    public static readonly ViewportSize Desktop = new() { Width = 1366, Height = 768 };
    public static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly SemaphoreSlim gate = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>A window of its own, speaking Vietnamese; dispose it with <c>await using</c>.</summary>
    public async Task<IBrowserContext> NewContextAsync(ViewportSize? size = null, bool javaScript = true)
    {
        await EnsureStartedAsync();
        var context = await browser!.NewContextAsync(
            new()
            {
                ViewportSize = size ?? Desktop,
                Locale = "vi-VN",
                TimezoneId = "Asia/Ho_Chi_Minh",
                JavaScriptEnabled = javaScript,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(15_000);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        gate.Dispose();
    }

    private async Task EnsureStartedAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (browser is not null)
            {
                return;
            }

            playwright ??= await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(
                new()
                {
                    ExecutablePath =
                        Programs.FirstOrDefault(File.Exists)
                        ?? throw new InvalidOperationException(
                            "These tests look at the pages in a browser, and none was found: apt-get install chromium"
                        ),
                    Args =
                    [
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                    ],
                }
            );
        }
        finally
        {
            gate.Release();
        }
    }
}
