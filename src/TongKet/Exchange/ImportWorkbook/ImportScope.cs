using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Organizations;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>The organizations an import may touch; null is all of them, and then also a new top.</summary>
public sealed record ImportScope(IReadOnlySet<long>? OrganizationIds)
{
    public static readonly ImportScope All = new((IReadOnlySet<long>?)null);

    public bool Holds(long organizationId) => OrganizationIds is null || OrganizationIds.Contains(organizationId);

    /// <summary>
    /// What the actor reaches on the tree of the file's year or on today's: a file of last year may name what has ended
    /// since, and what has come since stays his.
    /// </summary>
    public static async Task<ImportScope> OfAsync(
        Actor actor,
        TreeReader trees,
        Workbook workbook,
        DateOnly today,
        CancellationToken cancel
    )
    {
        if (actor.IsOperator)
        {
            return All;
        }

        var ids = new HashSet<long>();
        DateOnly[] days = workbook.Year is { } year ? [today, new(year, 12, 31)] : [today];
        foreach (var day in days)
        {
            ids.UnionWith(
                ScopeRule.Reached(actor, Acts.ImportWorkbooks, await trees.ReadAsync(day, cancel)).Select(node => node.Id)
            );
        }

        return new(ids);
    }
}
