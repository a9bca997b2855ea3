using Microsoft.Playwright;

namespace TongKet.Tests.Browser;

/// <summary>What a page must be for everybody, measured in the browser: as wide as the window, large enough to read and to touch.</summary>
public static class PageLook
{
    /// <summary>ui.md's page of fifty rows, in bytes before compression.</summary>
    public const int HeaviestPage = 150 * 1024;

    /// <summary>A finger's width; links that stand alone may be less high, as long as none lies on another.</summary>
    private const int Finger = 44;
    private const int Least = 24;

    /// <summary>Of one kind on one page; what is mended in one place is mended in all.</summary>
    private const int Enough = 5;

    public static async Task<IReadOnlyList<string>> ComplaintsAsync(IPage page, int width, bool isPhone)
    {
        var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        return
        [
            .. wide > width ? [$"{wide} pixels wide"] : Array.Empty<string>(),
            .. (await SmallTextAsync(page)).Take(Enough).Select(text => $"small text: {text}"),
            .. isPhone ? (await SmallTargetsAsync(page)).Take(Enough).Select(target => $"small to touch: {target}") : [],
        ];
    }

    /// <summary>Texts smaller than 16 pixels: nobody of seventy can read them.</summary>
    public static async Task<string[]> SmallTextAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('body *')]
                .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
                .filter(e => e.getClientRects().length && !e.closest('.visually-hidden') && parseFloat(getComputedStyle(e).fontSize) < 16)
                .map(e => e.tagName + '.' + e.className + ': ' + e.textContent.trim().slice(0, 40))
            """
        );

    /// <summary>What is pressed must be as high as a finger; a link within a sentence is read, not aimed at.</summary>
    private static async Task<string[]> SmallTargetsAsync(IPage page) =>
        await page.EvaluateAsync<string[]>(
            $$"""
            () => [...document.querySelectorAll('a[href], button, select, textarea, summary, input:not([type=hidden])')]
                .filter(e => e.getClientRects().length && !e.closest('.visually-hidden, .skip'))
                .map(e => {
                    const isTick = e.matches('[type=checkbox], [type=radio]');
                    const seen = (isTick && e.closest('label')) || e;
                    const alone = [...e.parentElement.childNodes].every(n => n === e || n.nodeType !== 3 || !n.textContent.trim());
                    const least = e.matches('a:not(.btn)') ? (alone ? {{Least}} : 0) : {{Finger}};
                    const high = Math.max(...[...seen.getClientRects()].map(r => r.height));
                    return high + 0.5 < least ? e.tagName + '.' + e.className + ' ' + Math.round(high) + ': ' + e.textContent.trim().slice(0, 40) : null;
                })
                .filter(said => said)
            """
        );
}
