namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>An organization on the tree of the moment.</summary>
public sealed record OracleNode(long Id, long? ParentId, bool HasEnded, bool IsParty);

/// <summary>What the second count answers for one moment: (organization, code, value).</summary>
public sealed class OracleAnswer(OracleMoment moment, IReadOnlyList<OracleNode> nodes)
{
    private readonly Dictionary<(long Organization, string Code), (long Total, long Own)> counts = [];
    private readonly Dictionary<(long Organization, string Set), (long Known, long TooYoung)> marks = [];
    private readonly Dictionary<(long Organization, string Code), (long Total, long Own)> sent = [];
    private readonly Dictionary<string, string> setOf = [];
    private readonly Dictionary<(long Organization, string Code), decimal?> derived = [];
    private readonly HashSet<string> derivedCodes = [];
    private readonly Dictionary<long, OracleNode> byId = nodes.ToDictionary(n => n.Id);

    public OracleMoment Moment { get; } = moment;
    public IReadOnlyList<OracleNode> Nodes { get; } = nodes;

    public IEnumerable<string> Codes => setOf.Keys.Concat(derivedCodes);

    /// <summary>Counts that are the sum of what an organization has itself and of those below it.</summary>
    public IEnumerable<string> AdditiveCodes =>
        setOf.Keys.Where(code => code is not ("member_transferred_in_count" or "member_transferred_out_count"));

    /// <summary>Null where the records are not there.</summary>
    public decimal? Value(long organization, string code)
    {
        if (!setOf.TryGetValue(code, out var set))
        {
            return derived.GetValueOrDefault((organization, code));
        }

        var mark = marks.GetValueOrDefault((organization, set));
        var isSent = sent.TryGetValue((organization, code), out var number);
        return mark.TooYoung > 0 || (mark.Known == 0 && !isSent)
            ? null
            : counts.GetValueOrDefault((organization, code)).Total + number.Total;
    }

    /// <summary>The organization itself; of a body that is no Party organization the one above it that is.</summary>
    public long? PartyOf(long organization)
    {
        var node = byId.GetValueOrDefault(organization);
        while (node is { IsParty: false })
        {
            node = node.ParentId is { } parent ? byId.GetValueOrDefault(parent) : null;
        }

        return node?.Id;
    }

    /// <summary>What lies at the organization itself, without those below it.</summary>
    public long Own(long organization, string code) =>
        counts.GetValueOrDefault((organization, code)).Own + sent.GetValueOrDefault((organization, code)).Own;

    public bool IsSent(long organization, string code) => sent.ContainsKey((organization, code));

    internal void Know(string code, string set) => setOf[code] = set;

    internal void Mark(long organization, string set, long known, long tooYoung)
    {
        var before = marks.GetValueOrDefault((organization, set));
        marks[(organization, set)] = (before.Known + known, before.TooYoung + tooYoung);
    }

    internal void Add(long organization, string code, bool isOwn, long count) => Add(counts, (organization, code), isOwn, count);

    internal void AddSent(long organization, string code, bool isOwn, long count) =>
        Add(sent, (organization, code), isOwn, count);

    internal void Derive(long organization, string code, decimal? value) => derived[(organization, code)] = value;

    internal void KnowDerived(IEnumerable<string> codes) => derivedCodes.UnionWith(codes);

    private static void Add(Dictionary<(long, string), (long Total, long Own)> where, (long, string) key, bool isOwn, long count)
    {
        var before = where.GetValueOrDefault(key);
        where[key] = (before.Total + count, before.Own + (isOwn ? count : 0));
    }
}
