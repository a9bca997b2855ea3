using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>What a document allows a group beyond the usual share of Excellent.</summary>
public enum CapAllowanceKind : byte
{
    /// <summary>A higher share, for places with outstanding results (QĐ 366, art. 11-14).</summary>
    HigherShare = 1,

    /// <summary>One Excellent in a group too small for the share to reach one.</summary>
    OneOfSmallGroup = 2,

    /// <summary>The share may be exceeded, and the document names no other; it explains and gives no room.</summary>
    Excess = 3,
}

/// <summary>
/// Within which group a share of Excellent is kept, seen from the body that decides on it: the members of its
/// organization, or the organizations of one group.
/// </summary>
/// <param name="Group">Empty for members, and for organizations that no group is recorded of.</param>
public readonly record struct CapKey(ReviewSubject As, string Group)
{
    public static readonly CapKey Members = new(ReviewSubject.Member, "");

    private const string MembersText = "dang-vien";
    private const string OrganizationsMark = "to-chuc:";

    public static CapKey Organizations(string group) => new(ReviewSubject.Organization, group);

    /// <summary>What forms call it.</summary>
    public override string ToString() => As == ReviewSubject.Member ? MembersText : OrganizationsMark + Group;

    /// <summary>Null where it names no group.</summary>
    public static CapKey? Read(string? text) =>
        text == MembersText ? Members
        : text?.StartsWith(OrganizationsMark, StringComparison.Ordinal) == true ? Organizations(text[OrganizationsMark.Length..])
        : null;
}

/// <summary>
/// Văn bản cho phép vượt tỷ lệ khống chế of one group in one review. Withdrawn by a second act and never overwritten, so
/// that a report can say what held when grades were given.
/// </summary>
public sealed class CapAllowance
{
    public static readonly TextLength NumberLength = new("reviews.allowance.number", 100);
    public static readonly TextLength WithdrawnWhyLength = new("reviews.allowance.why", 500);

    public long Id { get; init; }
    public long CycleId { get; init; }

    /// <summary>The organization whose body decides on the group.</summary>
    public long OrganizationId { get; init; }
    public ReviewSubject As { get; init; }
    public required string Group { get; init; }
    public CapAllowanceKind Kind { get; init; }

    /// <summary>The higher share in percent; null where the document is of another kind.</summary>
    public decimal? Percent { get; init; }

    /// <summary>Number of the document.</summary>
    public required string Number { get; init; }
    public DateOnly SignedOn { get; init; }

    /// <summary>Who entered it, and when.</summary>
    public required string EnteredBy { get; init; }
    public DateOnly EnteredOn { get; init; }
    public DateOnly? WithdrawnOn { get; set; }
    public string? WithdrawnBy { get; set; }
    public string? WithdrawnWhy { get; set; }

    public CapKey Key => new(As, Group);

    public bool IsInForce => WithdrawnOn is null;

    public CapDecision Decision => Of(Kind, Number, Percent);

    public static CapDecision Of(CapAllowanceKind kind, string number, decimal? percent) =>
        new(number, kind == CapAllowanceKind.HigherShare ? percent : null, kind == CapAllowanceKind.OneOfSmallGroup);
}

/// <summary>What entering and withdrawing such a document needs.</summary>
public static class CapAllowanceRule
{
    /// <param name="inForce">What the group has already; it is withdrawn before another is entered.</param>
    public static IReadOnlyList<Refusal> Check(
        CapRules rules,
        CapAllowanceKind? kind,
        decimal? percent,
        string? number,
        DateOnly? signedOn,
        CapAllowance? inForce,
        DateOnly today
    )
    {
        var refusals = new List<Refusal>();
        Refuse(kind is null, new("review.allowance.kind-missing"));
        Refuse(kind == CapAllowanceKind.HigherShare && percent is null, new("review.allowance.percent-missing"));
        Refuse(kind == CapAllowanceKind.Excess && rules.Blocks, new("review.allowance.blocked", rules.Article));
        Refuse(signedOn is null, new("review.allowance.day-missing"));
        Refuse(signedOn > today, new("review.allowance.day-to-come"));
        Refuse(inForce is not null, new("review.allowance.there", null, inForce?.Number ?? ""));
        if (kind is { } of && ExcellentCapRule.Check(rules, CapAllowance.Of(of, number ?? "", percent)) is { } refused)
        {
            refusals.Add(refused);
        }

        refusals.AddRange(TextLength.Check((number, CapAllowance.NumberLength)));
        return refusals;

        void Refuse(bool isWrong, Refusal refusal)
        {
            if (isWrong)
            {
                refusals.Add(refusal);
            }
        }
    }
}
