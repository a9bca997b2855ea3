using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Targets.AssignTarget;

/// <summary>What the forms of a target begin with: whose it is, the target where there is one, and what can measure it.</summary>
public sealed record TargetFormView(
    TreeNode Organization,
    Target? Target,
    IReadOnlyList<FigureChoice> Shares,
    IReadOnlyList<FigureChoice> Counts
);

/// <param name="BaseName">What a share is taken of.</param>
public sealed record FigureChoice(string Code, string Name, string? BaseName);

public sealed class TargetFormQuery(AppStore store, TreeReader trees, Catalogue catalogue)
{
    /// <summary>For a new target of an organization; null where it is not there or not in reach.</summary>
    public async Task<TargetFormView?> NewAsync(Actor actor, long organizationId, DateOnly day, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(day, cancel);
        return tree.Find(organizationId) is { HasEnded: false } node && ScopeRule.May(actor, Acts.ChangeTargets, tree, node)
            ? View(node, null)
            : null;
    }

    /// <summary>For a target that is there; null where it is not there or not in reach.</summary>
    public async Task<TargetFormView?> FindAsync(Actor actor, long id, DateOnly today, CancellationToken cancel)
    {
        if (await store.Set<Target>().AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, cancel) is not { } target)
        {
            return null;
        }

        var tree = await trees.ReadAsync(PageContext.UsualAsOf(target.Year, today), cancel);
        return tree.Find(target.OrganizationId) is { } node && ScopeRule.May(actor, Acts.ChangeTargets, tree, node)
            ? View(node, target)
            : null;
    }

    private TargetFormView View(TreeNode node, Target? target)
    {
        // Figures of targets cannot measure a target.
        var choices = catalogue.All.Where(f => f is not OwnFigure).ToList();
        return new(node, target, Of(FigureUnit.Percent), Of(FigureUnit.Count));

        List<FigureChoice> Of(FigureUnit unit) =>
            [
                .. choices
                    .Where(f => f.Unit == unit)
                    .Select(f => new FigureChoice(
                        f.Code,
                        Words.Get("figures." + f.Code),
                        f is RatioFigure ratio ? Words.Get("figures." + ratio.Base) : null
                    )),
            ];
    }
}
