using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Figures;
using TongKet.Figures.ListRecords;
using TongKet.Store;

namespace TongKet.Portal.ShowMyWork;

/// <summary>An organization right below whose admissions have not reached their target.</summary>
public sealed record BehindLine(TreeNode Organization, Target Target, TargetResult Result, string RecordsAddress);

/// <param name="Assigned">How many organizations right below have a target of admissions.</param>
public sealed record BehindView(int Assigned, int Behind, IReadOnlyList<BehindLine> Lines);

/// <summary>Who is behind: the organizations right below by how far they got with their admissions, the least far first.</summary>
public sealed class BehindQuery(AppStore store)
{
    private const int Most = 5;

    public async Task<BehindView> AskAsync(FigureTable table, TreeNode organization, CancellationToken cancel)
    {
        var below = table
            .Tree.Children(organization)
            .Where(n => !n.HasEnded && n.Kind.IsPartyOrganization())
            .ToDictionary(n => n.Id);
        var (ids, year) = (below.Keys.ToArray(), table.On.Year);
        var targets = await store
            .Set<Target>()
            .AsNoTracking()
            .Where(t =>
                ids.Contains(t.OrganizationId)
                && t.Year == year
                && t.FigureCode == TargetFigures.MeasuresAdmissions
                && t.Direction == TargetDirection.AtLeast
            )
            .ToListAsync(cancel);
        var behind = targets
            .Select(t => (Target: t, Result: TargetRule.Measure(t, table.Value(t.OrganizationId, t.FigureCode!))))
            .Where(t => t.Result.IsMet == false)
            .OrderBy(t => t.Result.DonePercent)
            .ThenBy(t => below[t.Target.OrganizationId].At)
            .ToList();
        return new(
            targets.Count,
            behind.Count,
            [
                .. behind
                    .Take(Most)
                    .Select(t => new BehindLine(
                        below[t.Target.OrganizationId],
                        t.Target,
                        t.Result,
                        RecordsAddress.Of(t.Target.FigureCode!, t.Target.OrganizationId, year, table.On.Day)
                    )),
            ]
        );
    }
}
