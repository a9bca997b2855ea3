using TongKet.Domain.Targets;
using TongKet.Web;

namespace TongKet.Targets;

/// <summary>A target in the words of an office: «từ 90% trở lên», «đạt 103,4%, vượt 3,4% chỉ tiêu», «Hoàn thành».</summary>
public static class TargetWords
{
    public static string Assigned(Target target) =>
        Words.Get("targets.assigned." + target.Direction.ToString().ToLowerInvariant(), Number(target, target.AssignedValue));

    public static string Actual(Target target, TargetResult result) => Number(target, result.Actual);

    /// <summary>How far it got. A share is compared in points: half of 90% is not what 45% means to anybody.</summary>
    public static string Achievement(Target target, TargetResult result, bool yearIsOver) =>
        result switch
        {
            { Actual: null } => VietnameseFormat.Unknown,
            _ when IsPercent(target) && result.Actual == target.AssignedValue => Words.Get("targets.equal"),
            _ when IsPercent(target) => Words.Get(
                result.Actual > target.AssignedValue ? "targets.points-above" : "targets.points-below",
                VietnameseFormat.Number(Math.Abs(result.Actual.Value - target.AssignedValue), 1)
            ),
            { DonePercent: { } done } when target.Direction == TargetDirection.AtLeast => VietnameseFormat.Achievement(
                done,
                yearIsOver
            ),
            { DonePercent: { } done } => Words.Get("targets.of-limit", VietnameseFormat.Percent(done)),
            _ => VietnameseFormat.Unknown,
        };

    public static string State(TargetResult result, bool yearIsOver) =>
        Words.Get(
            result.IsMet switch
            {
                null => "targets.state.unknown",
                true => "targets.state.met",
                false => yearIsOver ? "targets.state.missed" : "targets.state.not-yet",
            }
        );

    /// <summary>«còn phải kết nạp 59 đảng viên trong 6 tháng còn lại»; null where nothing is left to be done.</summary>
    public static string? Remaining(Target target, TargetResult result, DateOnly asOf) =>
        TargetRule.Remaining(target, result) is not { } left ? null
        : TargetRule.MonthsLeft(asOf) is var months and > 0
            ? Words.Get(
                target.FigureCode == TargetFigures.MeasuresAdmissions ? "targets.remaining.admissions" : "targets.remaining",
                Number(target, left),
                months
            )
        : Words.Get("targets.short-of", Number(target, left));

    private static string Number(Target target, decimal? value) =>
        value is null ? VietnameseFormat.Unknown
        : IsPercent(target) ? VietnameseFormat.Number(value, 1) + "%"
        : VietnameseFormat.Number(value) + " " + target.Unit;

    private static bool IsPercent(Target target) => TargetRule.IsPercent(target.Unit);
}
