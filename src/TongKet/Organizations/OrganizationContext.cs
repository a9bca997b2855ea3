using TongKet.Access;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Web;

namespace TongKet.Organizations;

/// <summary>
/// Which organization a page is about, its path in the tree of the day, and what the line on top offers. What lies
/// outside the account's reach is as if it were not there.
/// </summary>
public sealed class OrganizationContext(TreeReader trees, CurrentActor current) : PageContextPart
{
    private const int YearsBack = 6;
    private const int MostBeside = 200;
    private const int MostBelow = 500;

    public override int Order => 2;

    public override async ValueTask<PageContext> FillAsync(
        PageContext context,
        HttpContext request,
        CancellationToken cancellation
    )
    {
        var actor = await current.GetAsync(cancellation);
        if (!actor.GrantsFor(Acts.SeeOrganizations).Any())
        {
            // A member or an administrator has no tree; an organization named to him is foreign.
            return context with { OrganizationId = null, IsMissing = context.OrganizationId is not null };
        }

        context = context with { Years = [.. Enumerable.Range(0, YearsBack + 1).Select(back => context.Today.Year - back)] };
        var tree = await trees.ReadAsync(context.AsOf, cancellation);
        var tops = ScopeRule.Tops(actor, Acts.SeeOrganizations, tree);
        if (context.OrganizationId is { } asked && !(tree.Find(asked) is { HasEnded: false } node && May(actor, tree, node)))
        {
            // His on another day only: shown what he has on this day, and told so. Else it is not there at all.
            var now = await trees.ReadAsync(context.Today, cancellation);
            if (now.Find(asked) is not { } later || !May(actor, now, later))
            {
                return context with { OrganizationId = null, IsMissing = true };
            }

            context = context with
            {
                OrganizationId = null,
                Notices =
                [
                    .. context.Notices,
                    Words.Get("organizations.context.not-on-day", later.Name, VietnameseFormat.Date(context.AsOf)),
                ],
            };
        }

        var here =
            context.OrganizationId is { } id ? tree.Find(id)
            : tops.Count > 0 ? tops[0]
            : null;
        return here is null
            ? context with
            {
                OrganizationId = null,
                Notices = [.. context.Notices, Words.Get("organizations.context.nothing", VietnameseFormat.Date(context.AsOf))],
            }
            : Fill(context, actor, tree, tops, here);
    }

    private static PageContext Fill(
        PageContext context,
        Actor actor,
        OrganizationTree tree,
        IReadOnlyList<TreeNode> tops,
        TreeNode here
    )
    {
        var path = tree.Path(here).Where(node => May(actor, tree, node)).ToList();
        var above = path.SkipLast(1).Concat(tops.Where(top => !path.Contains(top)));
        var below = tree.Children(here).Where(node => !node.HasEnded && May(actor, tree, node)).Take(MostBelow).ToList();
        // From a leaf one goes sideways; elsewhere the list would only grow.
        var beside =
            below.Count == 0 && tree.Parent(here) is { } parent && May(actor, tree, parent)
                ? tree.Children(parent).Where(node => !node.HasEnded && node.Id != here.Id).Take(MostBeside)
                : [];
        return context with
        {
            OrganizationId = here.Id,
            OrganizationName = here.Name,
            Path = [.. path.Select(node => Choice(node, OrganizationPosition.Above))],
            Choices =
            [
                .. above.Select(node => Choice(node, OrganizationPosition.Above)),
                Choice(here, OrganizationPosition.Here),
                .. below.Select(node => Choice(node, OrganizationPosition.Below)),
                .. beside.Select(node => Choice(node, OrganizationPosition.Beside)),
            ],
        };
    }

    private static OrganizationChoice Choice(TreeNode node, OrganizationPosition position) => new(node.Id, node.Name, position);

    private static bool May(Actor actor, OrganizationTree tree, TreeNode node) =>
        ScopeRule.May(actor, Acts.SeeOrganizations, tree, node);
}
