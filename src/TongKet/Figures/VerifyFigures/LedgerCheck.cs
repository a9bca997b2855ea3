using TongKet.Figures.VerifyFigures.Oracle;

namespace TongKet.Figures.VerifyFigures;

/// <summary>
/// Opening and what came, less what went, is what is there: for every organization by the figures that the program
/// prints, and by whom it is not. Named at the lowest organization where it does not close.
/// </summary>
public sealed class LedgerCheck(Func<long, string> codeOf)
{
    public const string Open = "ledger-open";
    private const string Closing = "party_member_total";
    private static readonly string[] Flows =
    [
        "party_member_opening",
        "new_member_count",
        "member_transferred_in_count",
        "member_restored_count",
        "member_decrease_count",
    ];

    private readonly HashSet<(long, long?, int)> named = [];

    public int Closed { get; private set; }

    public IEnumerable<Difference> Check(OracleAnswer counted, FigureTable table, IReadOnlyList<LedgerGap> gaps)
    {
        var byPlace = gaps.ToLookup(g => g.Organization);
        var below = counted.Nodes.ToLookup(n => n.ParentId);
        foreach (var id in counted.Nodes.Select(n => n.Id))
        {
            var values = Flows.Select(code => table.Value(id, code)).ToList();
            // A unit that sends numbers instead of names need not send all of them.
            if (table.Value(id, Closing) is not { } present || values.Exists(v => v is null) || IsSent(counted, id))
            {
                continue;
            }

            Closed++;
            var due = values[..^1].Sum()!.Value - values[^1]!.Value;
            var inherited = below[id].SelectMany(b => byPlace[b.Id]).Select(g => g.Member).ToHashSet();
            foreach (var gap in byPlace[id].Where(g => !inherited.Contains(g.Member)))
            {
                if (named.Add((id, gap.Member, counted.Moment.Year)))
                {
                    yield return Name(id, Difference.NameOf("member", gap.Member), counted, gap.Due, gap.Present);
                }
            }

            if (due != present && !byPlace[id].Any() && named.Add((id, null, counted.Moment.Year)))
            {
                yield return Name(id, null, counted, due, present);
            }
        }
    }

    private Difference Name(long id, string? member, OracleAnswer counted, decimal due, decimal present) =>
        new(Open, codeOf(id), member, Closing, counted.Moment.Day, Difference.Shown(due), Difference.Shown(present));

    private static bool IsSent(OracleAnswer counted, long id) =>
        Flows
            .Append(Closing)
            .Concat([
                "member_transferred_out_count",
                "member_deceased_count",
                "member_struck_off_count",
                "member_expelled_count",
                "member_left_count",
            ])
            .Any(code => counted.IsSent(id, code));
}
