using TongKet.Domain.Targets;
using TongKet.Web;

namespace TongKet.Targets.AssignTarget;

/// <summary>The form as typed.</summary>
public sealed class TargetInput
{
    public string? Code { get; set; }
    public string? Name { get; set; }
    public string? Unit { get; set; }
    public string? Direction { get; set; }
    public string? Value { get; set; }
    public string? Figure { get; set; }
    public string? Base { get; set; }
    public string? Note { get; set; }

    public static TargetInput Of(Target? target) =>
        target is null
            ? new() { Direction = nameof(TargetDirection.AtLeast) }
            : new()
            {
                Code = target.Code,
                Name = target.Name,
                Unit = target.Unit,
                Direction = target.Direction.ToString(),
                Value = VietnameseFormat.Number(target.AssignedValue, 4),
                Figure = target.FigureCode,
                Base = target.BaseName,
                Note = target.Note,
            };

    public AssignTargetCommand Command(long? id, long organizationId, int year, decimal? value) =>
        new(
            id,
            organizationId,
            year,
            Code ?? "",
            Name ?? "",
            Unit ?? "",
            Enum.TryParse<TargetDirection>(Direction, out var direction) && Enum.IsDefined(direction) ? direction : null,
            value,
            Figure,
            Base,
            Note
        );

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code.Replace("targets.form.", "target.", StringComparison.Ordinal).Split('.')[1] switch
        {
            "code" => "Form.Code",
            "name" => "Form.Name",
            "unit" => "Form.Unit",
            "direction" => "Form.Direction",
            "value" => "Form.Value",
            "figure" => "Form.Figure",
            "base" => "Form.Base",
            "note" => "Form.Note",
            _ => null,
        };
}
