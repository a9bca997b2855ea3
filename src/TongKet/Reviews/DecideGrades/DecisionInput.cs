using System.Globalization;
using TongKet.Web;

namespace TongKet.Reviews.DecideGrades;

/// <summary>The papers of a session as typed.</summary>
public sealed class DecisionInput
{
    public string? Body { get; set; }
    public string? DecidedOn { get; set; }
    public string? Number { get; set; }
    public bool KnowsOver { get; set; }

    public DecideGradesCommand Command(long cycleId, long bodyId, IReadOnlyCollection<long> organizations) =>
        new(cycleId, bodyId, Body, VietnameseFormat.ReadDate(DecidedOn), Number, KnowsOver, organizations);

    /// <summary>The sheets that are ticked, on whatever page of the list.</summary>
    public static HashSet<long> Chosen(IFormCollection form) =>
        [.. form["don-vi"].Select(id => long.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : 0)];

    /// <summary>How many sheets lie before the page that is asked for; null where the form is sent to be decided.</summary>
    public static int? TurnedTo(IFormCollection form) =>
        int.TryParse(form[DecisionTable.TurnTo], CultureInfo.InvariantCulture, out var rows) ? rows : null;

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code switch
        {
            "review.decision.body.missing" or "reviews.decision.body" => "Form.Body",
            "review.decision.day.missing" or "review.decision.day.to-come" or "review.decision.day.before-meeting" =>
                "Form.DecidedOn",
            "review.decision.number.missing" or "reviews.decision.number" => "Form.Number",
            _ => null,
        };
}
