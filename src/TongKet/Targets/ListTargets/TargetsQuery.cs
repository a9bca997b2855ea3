using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Targets;
using TongKet.Domain.Values;
using TongKet.Figures;
using TongKet.Figures.ListRecords;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Targets.ListTargets;

/// <summary>A target with what came of it.</summary>
/// <param name="BaseName">What a percentage is taken of; null where it is none, or where nobody has said it.</param>
/// <param name="RecordsAddress">The records behind the result, where a figure measures it.</param>
/// <param name="Remaining">How much is still to be done within the year.</param>
/// <param name="Conflicts">Where it disagrees with a regulation.</param>
public sealed record TargetLine(
    Target Target,
    TargetResult Result,
    string? BaseName,
    string? RecordsAddress,
    decimal? Remaining,
    IReadOnlyList<Refusal> Conflicts
)
{
    public bool IsByHand => Target.FigureCode is null;
    public bool LacksBase => TargetRule.IsPercent(Target.Unit) && BaseName is null;
}

/// <param name="MeasuredOn">The Party organization whose figures measure a body that is none; else null.</param>
/// <param name="NextYear">How many targets the next year has already.</param>
public sealed record TargetsView(
    TreeNode Organization,
    TreeNode? MeasuredOn,
    int Year,
    DateOnly AsOf,
    bool YearIsOver,
    IReadOnlyList<TargetLine> Lines,
    bool MayChange,
    int NextYear
)
{
    public int Met => Lines.Count(l => l.Result.IsMet == true);
    public int Unknown => Lines.Count(l => l.Result.IsMet is null);
}

/// <summary>The targets of an organization of a year. Within the year the result to date stands against the whole year's value.</summary>
public sealed class TargetsQuery(AppStore store, FigureBook book, RuleBook rules, IEnumerable<TargetConflict> conflicts)
{
    /// <summary>Null where the organization is not there or not in reach.</summary>
    public async Task<TargetsView?> AskAsync(Actor actor, long organizationId, int year, DateOnly? day, CancellationToken cancel)
    {
        var table = await book.CountBranchAsync(organizationId, year, day, cancel);
        if (
            table?.Tree.Find(organizationId) is not { HasEnded: false } node
            || !ScopeRule.May(actor, Acts.SeeTargets, table.Tree, node)
        )
        {
            return null;
        }

        var measured = await TargetsRoom.MeasureAsync(store, table, organizationId, cancel);
        var on = TargetsRoom.MeasuredOn(table.Tree, organizationId);
        return new(
            node,
            on is null || on == node ? null : on,
            year,
            table.On.Day,
            TargetRule.YearIsOver(year, table.On.Day),
            [.. measured.Select(m => Line(actor, table, on, m.Target, m.Result))],
            ScopeRule.May(actor, Acts.ChangeTargets, table.Tree, node),
            await store.Set<Target>().CountAsync(t => t.OrganizationId == organizationId && t.Year == year + 1, cancel)
        );
    }

    private TargetLine Line(Actor actor, FigureTable table, TreeNode? on, Target target, TargetResult result) =>
        new(
            target,
            result,
            book.Catalogue.Find(target.FigureCode ?? "") is RatioFigure ratio
                ? Words.Get("figures." + ratio.Base)
                : target.BaseName,
            target.FigureCode is { } code && on is not null && ScopeRule.May(actor, Acts.SeeFigures, table.Tree, on)
                ? RecordsAddress.Of(code, on.Id, table.On.Year, table.On.Day)
                : null,
            TargetRule.Remaining(target, result),
            [.. conflicts.Select(c => c.Find(rules, target)).OfType<Refusal>()]
        );
}
