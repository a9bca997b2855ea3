using TongKet.Domain.Commendations;
using TongKet.Web;

namespace TongKet.Commendations.RecordCommendation;

/// <summary>The form as typed.</summary>
public sealed class CommendationInput
{
    public string? Subject { get; set; }
    public string? Name { get; set; }
    public string? Kind { get; set; }
    public string? Level { get; set; }
    public string? Decision { get; set; }
    public string? DecidedOn { get; set; }
    public string? Note { get; set; }

    public static CommendationInput Of(Commendation? there) =>
        there is null
            ? new()
            : new()
            {
                Kind = there.Form.ToString(),
                Level = there.Level.ToString(),
                Decision = there.DecisionNumber,
                DecidedOn = VietnameseFormat.Date(there.DecidedOn),
                Note = there.Note,
            };

    public RecordCommendationCommand Command(long? id, long organizationId, int year, DateOnly? day) =>
        new(
            id,
            organizationId,
            year,
            Chosen<CommendationSubject>(Subject),
            Name ?? "",
            Chosen<CommendationForm>(Kind),
            Chosen<CommendationLevel>(Level),
            Decision ?? "",
            day,
            Note
        );

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code.Replace("commendations.form.", "commendation.", StringComparison.Ordinal).Split('.')[1] switch
        {
            "subject" => "Form.Subject",
            "name" or "organization" or "member" => "Form.Name",
            "form" => "Form.Kind",
            "level" => "Form.Level",
            "decision" or "is-there" => "Form.Decision",
            "day" => "Form.DecidedOn",
            "note" => "Form.Note",
            _ => null,
        };

    private static T? Chosen<T>(string? typed)
        where T : struct, Enum => Enum.TryParse<T>(typed, out var value) && Enum.IsDefined(value) ? value : null;
}
