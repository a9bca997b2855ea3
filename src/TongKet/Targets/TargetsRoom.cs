using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Domain.Values;
using TongKet.Figures;
using TongKet.Store;
using TongKet.Targets.AssignTarget;
using TongKet.Targets.CopyTargets;
using TongKet.Targets.ListTargets;
using TongKet.Targets.RecordResult;
using TongKet.Web;

namespace TongKet.Targets;

/// <summary>Targets of a year and what came of them.</summary>
public static class TargetsRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(new FigureSet(TargetFigures.All));
        services.AddSingleton(new OwnFigureSource(AnswerAsync, ListAsync));
        services.AddScoped<TargetsQuery>();
        services.AddScoped<TargetFormQuery>();
        services.AddScoped<AssignTargetHandler>();
        services.AddScoped<RemoveTargetHandler>();
        services.AddScoped<RecordResultHandler>();
        services.AddScoped<CopyTargetsHandler>();
        services.AddSingleton(new MenuEntry(4, "targets.menu", "/chi-tieu", "target-arrow", Acts.SeeTargets.Code));
    }

    /// <summary>
    /// Whose figures measure the targets of an organization: its own, and of a body that is no Party organization (ban,
    /// UBKT, văn phòng …) those of the Party organization it works for, since a body has no members below it.
    /// </summary>
    public static TreeNode? MeasuredOn(OrganizationTree tree, long organizationId) =>
        tree.Find(organizationId) is { } node ? tree.PartyOrganizationOf(node) : null;

    /// <summary>The organization's own targets of the table's year, each with what came of it.</summary>
    public static async Task<IReadOnlyList<(Target Target, TargetResult Result)>> MeasureAsync(
        AppStore store,
        FigureTable table,
        long organizationId,
        CancellationToken cancel
    )
    {
        var targets = await OfYearAsync(store, organizationId, table.On.Year, cancel);
        return [.. targets.Select(t => (t, TargetRule.Measure(t, MeasuredBy(table, t))))];
    }

    /// <summary>A target is never measured by figures of targets: it would wait for its own result.</summary>
    private static decimal? MeasuredBy(FigureTable table, Target target) =>
        target.FigureCode is null || TargetFigures.All.Any(f => f.Code == target.FigureCode) ? null
        : MeasuredOn(table.Tree, target.OrganizationId) is { } on ? table.Value(on.Id, target.FigureCode)
        : null;

    public static async Task<IReadOnlyList<Target>> OfYearAsync(
        AppStore store,
        long organizationId,
        int year,
        CancellationToken cancel
    ) =>
        await store
            .Set<Target>()
            .AsNoTracking()
            .Where(t => t.OrganizationId == organizationId && t.Year == year)
            .OrderBy(t => t.Code)
            .ToListAsync(cancel);

    private static async Task<IReadOnlyDictionary<string, decimal?>> AnswerAsync(
        AppStore store,
        FigureTable table,
        long organizationId,
        CancellationToken cancel
    )
    {
        var measured = await MeasureAsync(store, table, organizationId, cancel);
        if (measured.Count == 0)
        {
            return new Dictionary<string, decimal?>();
        }

        var answers = new Dictionary<string, decimal?>
        {
            [TargetFigures.Total] = measured.Count,
            [TargetFigures.Completed] = measured.Count(m => m.Result.IsMet == true),
            [TargetFigures.Missed] = measured.Count(m => m.Result.IsMet != true),
        };
        if (AdmissionTarget(measured) is { } target)
        {
            var admitted = MeasuredOn(table.Tree, organizationId) is { } on
                ? table.Value(on.Id, TargetFigures.MeasuresAdmissions)
                : null;
            var rate = Rounding.Percent(admitted, target.AssignedValue);
            answers[TargetFigures.NewMemberTarget] = target.AssignedValue;
            answers[TargetFigures.NewMemberTargetRate] = rate;
            answers[TargetFigures.NewMemberOverTargetRate] = rate - 100m;
            answers[TargetFigures.NewMemberOverTargetCount] = admitted - target.AssignedValue;
            answers[TargetFigures.NewMemberRemaining] = target.AssignedValue - admitted;
        }

        return answers;
    }

    private static async Task<IReadOnlyList<RecordLine>> ListAsync(
        AppStore store,
        FigureTable table,
        long organizationId,
        string code,
        CancellationToken cancel
    )
    {
        var measured = await MeasureAsync(store, table, organizationId, cancel);
        var behind = code switch
        {
            TargetFigures.Total => measured,
            TargetFigures.Completed => [.. measured.Where(m => m.Result.IsMet == true)],
            TargetFigures.Missed => [.. measured.Where(m => m.Result.IsMet != true)],
            _ => [.. measured.Where(m => m.Target == AdmissionTarget(measured))],
        };
        return
        [
            .. behind.Select(m => new RecordLine(
                m.Target.Id,
                m.Target.Name,
                m.Target.Code,
                m.Target.OrganizationId,
                null,
                "/chi-tieu",
                false
            )),
        ];
    }

    private static Target? AdmissionTarget(IEnumerable<(Target Target, TargetResult Result)> measured) =>
        measured.Select(m => m.Target).FirstOrDefault(t => t.FigureCode == TargetFigures.MeasuresAdmissions);
}
