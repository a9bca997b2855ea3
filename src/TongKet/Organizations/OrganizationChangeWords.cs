using TongKet.Domain.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Organizations;

/// <summary>Puts change lines of organizations into words.</summary>
public sealed class OrganizationChangeWords(OrganizationNames names)
{
    private const string Parent = "organization_place.parent_id";

    public async Task<ChangeWords> OfAsync(IReadOnlyList<ChangeEntry> entries, CancellationToken cancel)
    {
        var parents = entries
            .Where(e => e.Line.Entity == "organization_place")
            .SelectMany(e => e.Columns)
            .Where(c => c.Column == "parent_id")
            .SelectMany(c => new[] { c.Before, c.After })
            .Select(v => v is { ValueKind: System.Text.Json.JsonValueKind.Number } id ? id.GetInt64() : (long?)null);
        var called = await names.ReadAsync(parents, cancel);
        return new(
            "organizations",
            new Dictionary<string, Func<long, string>>(StringComparer.Ordinal)
            {
                ["organization_version.kind"] = kind => Words.Of((OrganizationKind)kind),
                [Parent] = id => called.Latest(id) ?? VietnameseFormat.Unknown,
            },
            new HashSet<string>(StringComparer.Ordinal)
        );
    }
}
