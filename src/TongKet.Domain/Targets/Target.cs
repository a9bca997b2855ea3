using TongKet.Domain.Values;

namespace TongKet.Domain.Targets;

/// <summary>
/// A target of a year assigned to an organization (or a body that is none): value, unit, direction, and the figure
/// that measures it, or a result entered by hand. Source: rules of target counting, rules.md §4.
/// </summary>
public sealed class Target
{
    public static readonly TextLength CodeLength = new("targets.form.code", 30);
    public static readonly TextLength NameLength = new("targets.form.name", 400);
    public static readonly TextLength UnitLength = new("targets.form.unit", 40);
    public static readonly TextLength BaseNameLength = new("targets.form.base", 200);
    public static readonly TextLength NoteLength = new("targets.form.note", 500);

    public long Id { get; init; }
    public long OrganizationId { get; init; }
    public int Year { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>Đơn vị tính, as written.</summary>
    public required string Unit { get; set; }

    /// <summary>What a percentage is taken of, where no figure of the catalogue says it: 90% of what is half a target.</summary>
    public string? BaseName { get; set; }
    public TargetDirection Direction { get; set; }
    public decimal AssignedValue { get; set; }

    /// <summary>Code of the figure that measures it; null = <see cref="ManualResult"/>.</summary>
    public string? FigureCode { get; set; }
    public decimal? ManualResult { get; set; }
    public string? Note { get; set; }
}
