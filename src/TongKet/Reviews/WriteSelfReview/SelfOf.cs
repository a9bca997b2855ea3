using System.Globalization;
using TongKet.Domain.Reviews;

namespace TongKet.Reviews.WriteSelfReview;

/// <summary>Whose review of himself: a member's wherever he stands, else that of a line on the sheet of an organization.</summary>
public readonly record struct SelfOf(LineKey Key, long? OrganizationId)
{
    public static SelfOf Member(long id) => new(LineKey.Member(id), null);

    public bool IsMember => Key.As == ReviewSubject.Member;

    /// <summary>As an address asks for it; null where it names nobody.</summary>
    /// <param name="memberId">Which member, where no organization is named.</param>
    public static SelfOf? Asked(long? organizationId, string? line, long? memberId) =>
        organizationId is null
            ? memberId is { } member
                ? Member(member)
                : null
            : LineKey.Read(line) is { As: not ReviewSubject.Member } key
                ? new(key, organizationId)
                : null;

    /// <summary>What an address has after the review: nothing of a member, of others which line of which organization.</summary>
    public string Path => IsMember ? "" : string.Create(CultureInfo.InvariantCulture, $"/{OrganizationId}/{Key}");

    /// <summary>The page on which it is written; a member’s own without his number.</summary>
    public string Address(long cycleId) =>
        string.Create(CultureInfo.InvariantCulture, $"/kiem-diem/{cycleId}/tu-kiem-diem{Path}");
}
