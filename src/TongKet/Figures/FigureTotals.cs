using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;

namespace TongKet.Figures;

/// <summary>
/// The figures of an organization, and of those directly under it, without a row for each organization further down: so
/// that a page of a nation costs what a page of a commune does. SQL, where there are no columns, counts them all.
/// </summary>
public sealed partial class FigureBook
{
    /// <summary>One organization alone, beside last year. Answers of a second step are to be asked for.</summary>
    public async Task<FigureTable?> CountTotalAsync(
        long organizationId,
        int year,
        DateOnly? day,
        CancellationToken cancel,
        DateOnly? treeOn = null
    )
    {
        var asked = new Asking(AsOf.At(rules, year, day), treeOn) { IsTotal = true };
        return await CountTotalsAsync(tree => Named(tree, [organizationId]), asked, cancel);
    }

    /// <summary>The organization and those directly under it, beside last year, with the answers of a second step.</summary>
    public async Task<FigureTable?> CountBranchAsync(
        long organizationId,
        int year,
        DateOnly? day,
        CancellationToken cancel,
        DateOnly? treeOn = null
    )
    {
        var asked = new Asking(AsOf.At(rules, year, day), treeOn) { IsTotal = true };
        if (await CountTotalsAsync(tree => Branch(tree, organizationId), asked, cancel) is not { } now)
        {
            return null;
        }

        await AnswerAsync(now, organizationId, cancel);
        return now;
    }

    /// <summary>The same at one moment alone.</summary>
    public Task<FigureTable?> CountBranchAsync(long organizationId, AsOf on, CancellationToken cancel, DateOnly? treeOn = null) =>
        CountAsync(tree => Branch(tree, organizationId), new(on, treeOn) { IsTotal = true }, cancel);

    /// <summary>Some organizations at one moment, each with all below it.</summary>
    public Task<FigureTable?> CountTotalsAsync(IReadOnlyCollection<long> organizationIds, AsOf on, CancellationToken cancel) =>
        CountAsync(tree => Named(tree, organizationIds), new(on, null) { IsTotal = true }, cancel);

    private async Task<FigureTable?> CountTotalsAsync(
        Func<OrganizationTree, List<TreeNode>?> topsOf,
        Asking asked,
        CancellationToken cancel
    )
    {
        var now = await CountAsync(topsOf, asked, cancel);
        if (now is not null)
        {
            // What stands under it today may have stood elsewhere a year ago.
            var named = topsOf(now.Tree)!.Select(n => n.Id);
            now.LastYear = await CountAsync(tree => Named(tree, named), asked.LastYear(rules), cancel);
        }

        return now;
    }

    private static List<TreeNode>? Branch(OrganizationTree tree, long organizationId) =>
        tree.Find(organizationId) is { } node ? [node, .. tree.Children(node).Where(n => n.Kind.IsPartyOrganization())] : null;
}
