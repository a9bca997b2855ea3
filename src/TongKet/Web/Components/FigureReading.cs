namespace TongKet.Web.Components;

/// <summary>
/// One figure as a page shows it: what it counts, how much, on which base, against target and against an earlier
/// period, and where its records are. <see cref="Value"/> is null where it is not known.
/// </summary>
public sealed record FigureReading(string Label, decimal? Value)
{
    /// <summary>A share: printed with one decimal and «%», compared in points.</summary>
    public bool IsRate { get; init; }

    /// <summary>What one is: «đảng viên», «tổ chức đảng».</summary>
    public string? Unit { get; init; }

    public string? BaseLabel { get; init; }

    public decimal? BaseValue { get; init; }

    public decimal? Target { get; init; }

    /// <summary>Done in percent of the target, in the target's own direction.</summary>
    public decimal? Achieved { get; init; }

    /// <summary>How far it got where that is no percentage of the target: a share is compared in points.</summary>
    public string? AchievementText { get; init; }

    public bool YearIsOver { get; init; }

    public decimal? Before { get; init; }

    /// <summary>«năm 2022», «cùng kỳ năm trước».</summary>
    public string? BeforeLabel { get; init; }

    /// <summary>A definition changed in between.</summary>
    public bool IsNotComparable { get; init; }

    public string? RecordsAddress { get; init; }

    /// <summary>Holds counts of units that send no names.</summary>
    public bool HoldsCountsOnly { get; init; }

    public int UnapprovedSheets { get; init; }

    public string Text => IsRate ? VietnameseFormat.Percent(Value) : VietnameseFormat.Number(Value);

    public string? TargetText => IsRate ? VietnameseFormat.Percent(Target) : VietnameseFormat.Number(Target);
}
