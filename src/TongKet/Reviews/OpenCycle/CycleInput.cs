using System.Globalization;
using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Reviews.OpenCycle;

/// <summary>The form as typed.</summary>
public sealed class CycleInput
{
    public string? Kind { get; set; } = nameof(CycleKind.Year);
    public string? Quarter { get; set; }
    public string? Name { get; set; }
    public string? RosterOn { get; set; }
    public string? CellsDueOn { get; set; }
    public string? GrassrootsDueOn { get; set; }
    public string? DecidedDueOn { get; set; }

    public OpenCycleCommand Command(long organizationId, int year) =>
        new(
            organizationId,
            year,
            Enum.TryParse<CycleKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null,
            int.TryParse(Quarter, CultureInfo.InvariantCulture, out var quarter) ? quarter : null,
            Name,
            VietnameseFormat.ReadDate(RosterOn),
            VietnameseFormat.ReadDate(CellsDueOn),
            VietnameseFormat.ReadDate(GrassrootsDueOn),
            VietnameseFormat.ReadDate(DecidedDueOn)
        );

    /// <summary>Days that are none.</summary>
    public IEnumerable<(string Field, string Typed)> Unread() =>
        new[]
        {
            ("Form.RosterOn", RosterOn),
            ("Form.CellsDueOn", CellsDueOn),
            ("Form.GrassrootsDueOn", GrassrootsDueOn),
            ("Form.DecidedDueOn", DecidedDueOn),
        }
            .Where(d => !string.IsNullOrWhiteSpace(d.Item2) && VietnameseFormat.ReadDate(d.Item2) is null)
            .Select(d => (d.Item1, d.Item2!));

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code.Split('.') is ["review" or "reviews", "cycle", var field, ..]
            ? field switch
            {
                "name" => "Form.Name",
                "kind" => "Form.Kind",
                "quarter" => "Form.Quarter",
                "roster" => "Form.RosterOn",
                "cells-due" => "Form.CellsDueOn",
                "grassroots-due" => "Form.GrassrootsDueOn",
                "decided-due" => "Form.DecidedDueOn",
                _ => null,
            }
            : null;
}
