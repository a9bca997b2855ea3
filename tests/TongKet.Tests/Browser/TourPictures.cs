using Microsoft.Playwright;
using TongKet.Tests.Support;

namespace TongKet.Tests.Browser;

/// <summary>The pictures of the tour: all of them whole under artifacts/screenshots, a few as one sees them for the guide.</summary>
internal static class TourPictures
{
    /// <summary>Chromium draws nothing higher in one piece.</summary>
    private const int Highest = 16_000;

    /// <summary>The head of a page tells which it is; more only weighs.</summary>
    private const int GuideHeight = 600;

    /// <summary>Only pages with a picture in the guide are opened where those pictures are made.</summary>
    public static bool Wants(TourStop stop, bool isPhone, bool javaScript) =>
        !ForGuide || (stop.Guide is not null && stop.OnPhone == isPhone && javaScript);

    private static bool ForGuide => Environment.GetEnvironmentVariable("TONGKET_GUIDE") == "1";

    public static async Task TakeAsync(IPage page, TourStop stop, string name, bool isPhone)
    {
        if (ForGuide)
        {
            var (wide, high) = (page.ViewportSize!.Width, isPhone ? page.ViewportSize.Height : GuideHeight);
            var clip = new Clip { Width = wide, Height = high };
            await page.ScreenshotAsync(new() { Path = In("docs/huong-dan/hinh", stop.Guide + ".png"), Clip = clip });
            return;
        }

        var height = await page.EvaluateAsync<int>("document.documentElement.scrollHeight");
        await page.ScreenshotAsync(new() { Path = In("artifacts/screenshots", FileOf(stop, name)), FullPage = height < Highest });
    }

    private static string In(string folder, string file)
    {
        var path = Path.Combine([SourceTree.Root, .. folder.Split('/')]);
        Directory.CreateDirectory(path);
        return Path.Combine(path, file);
    }

    private static string FileOf(TourStop stop, string name)
    {
        var words = stop
            .Address.Split(['/', '?', '&'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('{', '}'));
        return $"{stop.Who.ToString().ToLowerInvariant()}-{string.Join('-', words.DefaultIfEmpty("trang-dau"))}-{name}.png";
    }
}
