using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace TongKet.Tests.Browser;

/// <summary>Somebody of the tour, as what he is there.</summary>
public enum TourPerson
{
    Office,
    ProvinceOffice,
    Leader,
    Secretary,
    Member,
    Auditor,
    Administrator,
    Nobody,
}

/// <summary>One page as one person opens it; what stands in braces comes from the world of the tour.</summary>
/// <param name="Status">What the page answers.</param>
/// <param name="Guide">The name of its picture in the users' guide, where it has one there.</param>
/// <param name="OnPhone">That picture is taken on a phone.</param>
public sealed record TourStop(TourPerson Who, string Address, int Status = 200, string? Guide = null, bool OnPhone = false)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>The pages of the program that no stop opens.</summary>
    public static IReadOnlyList<string> Missed(IEnumerable<TourStop> stops)
    {
        var paths = stops.Select(stop => stop.Address.Split('?')[0]).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. typeof(Program)
                .Assembly.GetTypes()
                .SelectMany(type => type.GetCustomAttributes<RouteAttribute>())
                .Select(route => route.Template)
                .Where(template => !paths.Any(path => Opens(path, template)))
                .Order(StringComparer.Ordinal),
        ];
    }

    // «/dang-vien/{Id:long}/sua» is opened by «/dang-vien/12/sua» and by «/dang-vien/{member}/sua», but not by a word.
    private static bool Opens(string path, string template) =>
        Regex.IsMatch(
            path,
            "^"
                + Regex.Replace(
                    template,
                    @"\{\w+(:\w+)?\}",
                    m => m.Value.Contains(':') ? @"(\d+|\{\w+\})" : "[^/]+",
                    RegexOptions.ExplicitCapture,
                    Patience
                )
                + "$",
            RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
            Patience
        );
}
