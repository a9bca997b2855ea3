using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Reviews.FillSheet;
using TongKet.Reviews.KeepPeers;
using TongKet.Reviews.KeepResidence;
using TongKet.Store;

namespace TongKet.Reviews.RecordFacts;

/// <param name="Conditions">What stands against each grade by the facts written down so far.</param>
/// <param name="Peers">Grades of government, Front and unions of the organization's level; of its own line alone.</param>
/// <param name="MayRecord">The sheet lies with those who propose, and the actor is one of them.</param>
public sealed record FactsView(
    SheetView Sheet,
    SheetLine Line,
    AssessmentFacts? Facts,
    GradeConditions Conditions,
    IReadOnlyDictionary<PeerBody, PeerEntry> Peers,
    bool MayRecord
)
{
    /// <summary>What other cells say of the member.</summary>
    public IEnumerable<CommentElsewhere> Elsewhere => Line.IsMember ? Sheet.Elsewhere[Line.Key.MemberId!.Value] : [];
}

/// <summary>The facts of one line of a sheet, and which grades they bar.</summary>
public sealed class FactsQuery(AppStore store, SheetQuery sheets, LineConditions conditions)
{
    /// <summary>Null where there is no such line, or the sheet is not for the actor.</summary>
    public async Task<FactsView?> AskAsync(Actor actor, long cycleId, long organizationId, string? line, CancellationToken cancel)
    {
        if (
            LineKey.Read(line) is not { } key
            || await sheets.AskAsync(actor, cycleId, organizationId, cancel) is not { } sheet
            || sheet.Lines.FirstOrDefault(l => l.Key == key) is not { } found
        )
        {
            return null;
        }

        var known = await conditions.FactsOfAsync(found.Stored is { } stored ? [stored.Id] : [], cancel);
        var facts = known.Values.FirstOrDefault();
        var peers = key == LineKey.Own ? await PeersQuery.OfAsync(store, sheet.Node.Id, sheet.Work.Cycle.Year, cancel) : [];
        return new(
            sheet,
            found,
            facts,
            LineConditions.Of(sheet.Work, key.As, facts, peers.Values.Select(p => p.Grade)),
            peers,
            sheet is { MayFill: true, IsOpen: true }
        );
    }
}
