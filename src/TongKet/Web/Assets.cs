using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace TongKet.Web;

/// <summary>
/// Addresses of styles, scripts and fonts. They carry a mark of the file's content, so that a browser may keep them for
/// a year and still sees a new version at once.
/// </summary>
public sealed class Assets(IWebHostEnvironment environment)
{
    private readonly ConcurrentDictionary<string, string> addresses = new(StringComparer.Ordinal);

    public string this[string path] => addresses.GetOrAdd(path, Mark);

    public static void KeepInBrowser(StaticFileResponseContext answer) =>
        answer.Context.Response.Headers.CacheControl =
            answer.Context.Request.Query.ContainsKey("v") || answer.File.Name.EndsWith(".woff2", StringComparison.Ordinal)
                ? "public, max-age=31536000, immutable"
                : "public, max-age=3600";

    private string Mark(string path)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        if (!file.Exists)
        {
            return "/" + path;
        }

        using var content = file.CreateReadStream();
        return $"/{path}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..12]}";
    }
}
