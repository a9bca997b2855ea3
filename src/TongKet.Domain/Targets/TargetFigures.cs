using TongKet.Domain.Figures;

namespace TongKet.Domain.Targets;

/// <summary>«N/N targets met» and admissions against their target (figures.md): the organization's own targets only.</summary>
public static class TargetFigures
{
    /// <summary>The figure that a target of admissions is measured by.</summary>
    public const string MeasuresAdmissions = "new_member_count";
    public const string Total = "target_total";
    public const string Completed = "target_completed_count";
    public const string Missed = "target_missed_count";
    public const string NewMemberTarget = "new_member_target";
    public const string NewMemberTargetRate = "new_member_target_rate";
    public const string NewMemberOverTargetRate = "new_member_over_target_rate";
    public const string NewMemberOverTargetCount = "new_member_over_target_count";
    public const string NewMemberRemaining = "new_member_remaining";

    public static readonly IReadOnlyList<Figure> All =
    [
        new OwnFigure(Total, FigureUnit.Count),
        new OwnFigure(Completed, FigureUnit.Count),
        new OwnFigure(Missed, FigureUnit.Count),
        new OwnFigure(NewMemberTarget, FigureUnit.Target),
        new OwnFigure(NewMemberTargetRate, FigureUnit.Percent),
        new OwnFigure(NewMemberOverTargetRate, FigureUnit.Percent),
        new OwnFigure(NewMemberOverTargetCount, FigureUnit.Count),
        new OwnFigure(NewMemberRemaining, FigureUnit.Count),
    ];
}
