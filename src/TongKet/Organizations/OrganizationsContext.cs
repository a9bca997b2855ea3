using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Store;
using TongKet.Web;
using Where = TongKet.Web.ChoicePosition;

namespace TongKet.Organizations;

/// <summary>
/// Which organization a page is about, the path to it, what else may be chosen, and the years there are: all from the
/// tree of the day and only within the actor's reach. What lies outside is answered as an unknown address.
/// </summary>
public sealed class OrganizationsContext(AppStore store, TreeReader trees) : PageContextPart
{
    private const int MostChoices = 120;

    public override int Order => 20;

    public override async ValueTask<PageContext> FillAsync(
        PageContext context,
        HttpContext request,
        CancellationToken cancellation
    )
    {
        if (context.Actor is not { } actor)
        {
            return context;
        }

        var tree = await trees.ReadAsync(context.TreeOn ?? context.AsOf, cancellation);
        context = context with { Years = await YearsAsync(context.Today, cancellation) };
        if (context.OrganizationId is not { } asked)
        {
            return Default(context, actor, tree);
        }

        if (Seen(actor, tree, asked) is { } node)
        {
            return Fill(context, actor, tree, node);
        }

        return await ElsewhenAsync(context, actor, tree, asked, cancellation);
    }

    private static PageContext NotFound(PageContext context) => context with { OrganizationId = null, IsNotFound = true };

    private static TreeNode? Seen(Actor actor, OrganizationTree tree, long id) =>
        tree.Find(id) is { HasEnded: false } node && ScopeRule.May(actor, Acts.SeeOrganizations, tree, node) ? node : null;

    private static PageContext Default(PageContext context, Actor actor, OrganizationTree tree) =>
        ScopeRule.Tops(actor, Acts.SeeOrganizations, tree).FirstOrDefault(n => !n.HasEnded) is { } top
            ? Fill(context, actor, tree, top)
            : context with
            {
                OrganizationId = null,
            };

    private static PageContext Fill(PageContext context, Actor actor, OrganizationTree tree, TreeNode node)
    {
        var above = tree.Path(node).Where(n => ScopeRule.May(actor, Acts.SeeOrganizations, tree, n)).ToList();
        var tops = ScopeRule.Tops(actor, Acts.SeeOrganizations, tree).Where(n => !n.HasEnded);
        // A few levels down as far as a list can still be read; the tree page finds the rest.
        var below = tree.Subtree(node).Skip(1).Where(IsChoice).Take(MostChoices + 1).ToList();
        if (below.Count > MostChoices)
        {
            below = [.. tree.Children(node).Where(IsChoice).Take(MostChoices)];
        }

        return context with
        {
            OrganizationId = node.Id,
            OrganizationName = node.Name,
            Path = [.. above.Select(n => new OrganizationChoice(n.Id, n.Name))],
            Choices =
            [
                .. above.SkipLast(1).Select(n => new OrganizationChoice(n.Id, n.Name, Where.Above)),
                new(node.Id, node.Name, Where.Here),
                .. tops.Where(n => above.All(a => a.Id != n.Id))
                    .Select(n => new OrganizationChoice(n.Id, n.Name, Where.Elsewhere)),
                .. below.Select(n => new OrganizationChoice(n.Id, n.Name, Where.Below, n.Depth - node.Depth - 1)),
            ],
        };

        bool IsChoice(TreeNode n) =>
            !n.HasEnded && n.Kind.IsPartyOrganization() && ScopeRule.May(actor, Acts.SeeOrganizations, tree, n);
    }

    /// <summary>
    /// Another year was chosen in which the organization was not there yet, or no longer: then its successor or
    /// predecessor is shown and the page says so. One that was never within reach is not there at all.
    /// </summary>
    private async Task<PageContext> ElsewhenAsync(
        PageContext context,
        Actor actor,
        OrganizationTree tree,
        long asked,
        CancellationToken cancel
    )
    {
        var last = await store
            .Set<OrganizationVersion>()
            .AsNoTracking()
            .Where(v => v.OrganizationId == asked)
            .OrderByDescending(v => v.FromOn)
            .FirstOrDefaultAsync(cancel);
        if (last is null || tree.Find(asked) is { HasEnded: false })
        {
            return NotFound(context);
        }

        var day = last.ToOn is { } end && end <= (context.TreeOn ?? context.AsOf) ? end.AddDays(-1) : last.FromOn;
        if (Seen(actor, await trees.ReadAsync(day, cancel), asked) is not { } then)
        {
            return NotFound(context);
        }

        var kin = await store
            .Set<OrganizationSuccession>()
            .AsNoTracking()
            .Where(s => s.OldId == asked || s.NewId == asked)
            .OrderBy(s => s.On)
            .ToListAsync(cancel);
        var near = kin.Select(s => s.OldId == asked ? s.NewId : s.OldId)
            .Select(id => Seen(actor, tree, id))
            .OfType<TreeNode>()
            .FirstOrDefault();
        context = context with { AbsentOrganization = then.Name };
        return near is null ? Default(context, actor, tree) : Fill(context, actor, tree, near);
    }

    private async Task<IReadOnlyList<int>> YearsAsync(DateOnly today, CancellationToken cancel)
    {
        var first = await trees.FirstYearAsync(cancel) ?? today.Year;
        first = Math.Max(first, today.Year - 14);
        return [.. Enumerable.Range(first, Math.Max(1, today.Year - first + 1)).Reverse()];
    }
}
