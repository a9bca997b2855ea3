using System.Text.Json;
using TongKet.Domain.Members;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Members;

/// <summary>Puts change lines of members and of what hangs on them into words; numbers of persons stay masked.</summary>
public sealed class MemberChangeWords(OrganizationNames names)
{
    private static readonly HashSet<string> Organizations =
    [
        "cell_id",
        "came_from_id",
        "went_to_id",
        "organization_id",
        "managed_by_id",
    ];
    private static readonly HashSet<string> Masked = ["citizen_id", "old_identity_number", "card_number", "record_number"];

    public async Task<ChangeWords> OfAsync(IReadOnlyList<ChangeEntry> entries, CancellationToken cancel)
    {
        var ids = entries
            .SelectMany(e => e.Columns)
            .Where(c => Organizations.Contains(c.Column))
            .SelectMany(c => new[] { c.Before, c.After })
            .Select(v => v is { ValueKind: JsonValueKind.Number } id ? id.GetInt64() : (long?)null);
        var called = await names.ReadAsync(ids, cancel);
        var numbers = new Dictionary<string, Func<long, string>>(StringComparer.Ordinal)
        {
            ["member.sex"] = word => Words.Of((Sex)word),
            ["stay.how_in"] = word => Words.Of((HowIn)word),
            ["stay.how_out"] = word => Words.Of((HowOut)word),
            ["member_condition_span.condition"] = word => Words.Of((MemberCondition)word),
        };
        string[] places =
        [
            "stay.cell_id",
            "stay.came_from_id",
            "stay.went_to_id",
            "member_post.organization_id",
            "member_post.managed_by_id",
        ];
        foreach (var column in places)
        {
            numbers[column] = id => called.Latest(id) ?? VietnameseFormat.Unknown;
        }

        return new("members", numbers, Masked);
    }
}
