using TongKet.Domain.Organizations;

namespace TongKet.Domain.Regulations;

/// <summary>All published rule sets; answers which one of a subject was in force on a day.</summary>
public sealed class RuleBook(IEnumerable<RuleSet> ruleSets)
{
    public const string OrganizationStructure = "organization-structure";
    public const string AnnualReview = "annual-review";
    public const string DocumentFormat = "document-format";
    public const string MemberRegister = "member-register";

    public IReadOnlyList<RuleSet> All { get; } = ruleSets.OrderBy(r => r.EffectiveFrom).ToList();

    /// <summary>The rule set of a subject in force on a day; the latest that began where two overlap; the first where the day is earlier than all.</summary>
    public RuleSet InForce(string subject, DateOnly on)
    {
        var ofSubject = All.Where(r => r.Subject == subject).ToList();
        return ofSubject.LastOrDefault(r => r.IsInForce(on))
            ?? ofSubject.LastOrDefault(r => r.EffectiveFrom <= on)
            ?? ofSubject.FirstOrDefault()
            ?? throw new InvalidOperationException($"No rule set of {subject}.");
    }

    /// <summary>The kinds that may stand right under a kind on a day (rule set «organization-structure»).</summary>
    public IReadOnlyList<OrganizationKind> ChildrenOf(OrganizationKind parent, DateOnly on)
    {
        var allowed = InForce(OrganizationStructure, on)["children"].Value;
        return allowed.TryGetProperty(parent.ToString(), out var children)
            ? children.EnumerateArray().Select(c => Enum.Parse<OrganizationKind>(c.GetString()!)).ToList()
            : [];
    }

    /// <summary>Kinds and parents as they stand on a day, for who draws or changes the tree.</summary>
    public StructureRules StructureOn(DateOnly on) =>
        new(
            InForce(OrganizationStructure, on).Document,
            [.. KindsOn(on)],
            KindsOn(on).ToDictionary(kind => kind, kind => ChildrenOf(kind, on))
        );

    /// <summary>The kinds that exist on a day.</summary>
    public IReadOnlyList<OrganizationKind> KindsOn(DateOnly on) =>
        InForce(OrganizationStructure, on)["kinds"].Names<OrganizationKind>();
}
