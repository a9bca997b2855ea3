using System.Globalization;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Reviews.RecordFacts;

/// <summary>The facts as typed. Empty is not known, never nought.</summary>
public sealed class FactsInput
{
    public string? Points { get; set; }
    public string? OnTime { get; set; }
    public string? AbovePlan { get; set; }
    public string? Late { get; set; }
    public string? Remedied { get; set; }
    public string? SickLeave { get; set; }
    public string? StateGrade { get; set; }
    public string? StateDocument { get; set; }
    public string? StateDocumentOn { get; set; }
    public string? Disciplined { get; set; }

    public static FactsInput Of(AssessmentFacts? facts) =>
        facts is null
            ? new()
            : new()
            {
                Points = Shown(facts.Points),
                OnTime = Shown(facts.OnTimePercent),
                AbovePlan = Shown(facts.AbovePlanPercent),
                Late = Shown(facts.LatePercent),
                Remedied = Shown(facts.RemediedPercent),
                SickLeave = Shown(facts.SickLeaveMonths),
                StateGrade = facts.StateGrade?.ToString(),
                StateDocument = facts.StateDocument,
                StateDocumentOn = VietnameseFormat.Typed(facts.StateDocumentOn),
                Disciplined = facts.IsDisciplined is { } disciplined
                    ? disciplined
                        ? "co"
                        : "khong"
                    : null,
            };

    public RecordFactsCommand Command(long cycleId, long organizationId, LineKey line) =>
        new(
            cycleId,
            organizationId,
            line,
            Number(Points),
            Number(OnTime),
            Number(AbovePlan),
            Number(Late),
            Number(Remedied),
            Number(SickLeave),
            GradeOf(StateGrade),
            string.IsNullOrWhiteSpace(StateDocument) ? null : VietnameseText.Tidy(StateDocument),
            VietnameseFormat.ReadDate(StateDocumentOn),
            Disciplined switch
            {
                "co" => true,
                "khong" => false,
                _ => null,
            }
        );

    /// <summary>Fields in which something stands that is no number.</summary>
    public IEnumerable<(string Field, string Typed)> Unread() =>
        new[]
        {
            ("Form.Points", Points),
            ("Form.OnTime", OnTime),
            ("Form.AbovePlan", AbovePlan),
            ("Form.Late", Late),
            ("Form.Remedied", Remedied),
            ("Form.SickLeave", SickLeave),
        }
            .Where(f => !string.IsNullOrWhiteSpace(f.Item2) && Number(f.Item2) is null)
            .Select(f => (f.Item1, f.Item2!));

    private static decimal? Number(string? typed) => VietnameseFormat.ReadNumber(typed);

    private static Grade? GradeOf(string? typed) =>
        Enum.TryParse<Grade>(typed, out var grade) && grade != Grade.None ? grade : null;

    private static string? Shown(decimal? number) => number?.ToString("0.##", Words.Vietnamese);
}
