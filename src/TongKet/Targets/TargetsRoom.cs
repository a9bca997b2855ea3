using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Targets;
using TongKet.Domain.Values;
using TongKet.Figures;
using TongKet.Store;

namespace TongKet.Targets;

/// <summary>Targets of a year and what came of them.</summary>
public static class TargetsRoom
{
    private const string MeasuresAdmissions = "new_member_count";

    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(new FigureSet(TargetFigures.All));
        services.AddSingleton(new OwnFigureSource(AnswerAsync, ListAsync));
    }

    /// <summary>The organization's own targets of the table's year, each with what came of it.</summary>
    public static async Task<IReadOnlyList<(Target Target, TargetResult Result)>> MeasureAsync(
        AppStore store,
        FigureTable table,
        long organizationId,
        CancellationToken cancel
    )
    {
        var year = table.On.Year;
        var targets = await store
            .Set<Target>()
            .AsNoTracking()
            .Where(t => t.OrganizationId == organizationId && t.Year == year)
            .OrderBy(t => t.Code)
            .ToListAsync(cancel);
        return
        [
            .. targets.Select(t =>
                (t, TargetRule.Measure(t, t.FigureCode is null ? null : table.Value(organizationId, t.FigureCode)))
            ),
        ];
    }

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
            var admitted = table.Value(organizationId, MeasuresAdmissions);
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
        measured.Select(m => m.Target).FirstOrDefault(t => t.FigureCode == MeasuresAdmissions);
}
