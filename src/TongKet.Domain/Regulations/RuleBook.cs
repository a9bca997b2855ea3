using TongKet.Domain.Organizations;
using TongKet.Domain.Values;

namespace TongKet.Domain.Regulations;

/// <summary>
/// All rule sets: of each document the newest version, which answers what was in force on a day, and the older ones for
/// whoever pinned them by id and hash.
/// </summary>
public sealed class RuleBook
{
    public const string OrganizationStructure = "organization-structure";
    public const string AnnualReview = "annual-review";
    public const string DocumentFormat = "document-format";
    public const string MemberRegister = "member-register";

    private readonly IReadOnlyList<RuleSet> first;

    // Swapped whole, so that whoever reads meanwhile sees the one or the other.
    private volatile Shelf shelf;

    /// <param name="ruleSets">As they came with the program, one a document.</param>
    public RuleBook(IEnumerable<RuleSet> ruleSets)
    {
        first = [.. ruleSets];
        shelf = new(first, [], []);
    }

    /// <summary>The newest version of each document.</summary>
    public IReadOnlyList<RuleSet> All => shelf.Newest;

    /// <summary>Of each document what came with the program.</summary>
    public IReadOnlyList<RuleSet> First => first;

    /// <summary>Takes in all that was published since, the oldest first; the last of a document is its newest from now on.</summary>
    /// <param name="kept">What somebody pinned and may have come with an earlier program: found by its hash, in force for nobody else.</param>
    public void Take(IReadOnlyList<RuleSet> published, IReadOnlyList<RuleSet>? kept = null) =>
        shelf = new(first, published, kept ?? []);

    /// <summary>The version that somebody pinned, newest or not; refused where it is not here.</summary>
    public Outcome<RuleSet> Find(string id, string hash)
    {
        var here = shelf;
        return here.ByHash.TryGetValue((id, hash), out var pinned) ? pinned
            : here.Newest.FirstOrDefault(r => r.Id == id) is { } newest
                ? new Refusal("regulation.pin.differs", null, newest.Document, Short(hash), Short(newest.Hash))
            : new Refusal("regulation.pin.unknown", null, id);
    }

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

    /// <summary>So much of a hash as people compare.</summary>
    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;

    private sealed class Shelf
    {
        public Shelf(IReadOnlyList<RuleSet> first, IReadOnlyList<RuleSet> published, IReadOnlyList<RuleSet> kept)
        {
            var newest = first.ToDictionary(r => r.Id);
            foreach (var version in published)
            {
                newest[version.Id] = version;
            }

            Newest = [.. newest.Values.OrderBy(r => r.EffectiveFrom)];
            foreach (var version in first.Concat(published).Concat(kept))
            {
                ByHash[(version.Id, version.Hash)] = version;
            }
        }

        public IReadOnlyList<RuleSet> Newest { get; }

        public Dictionary<(string Id, string Hash), RuleSet> ByHash { get; } = [];
    }
}
