using System.Globalization;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.DecideGrades;
using TongKet.Web;

namespace TongKet.Reviews.FillSheet;

/// <summary>
/// The sheet as its form is sent: of each line what was typed, and beside it what stood there when the page was opened,
/// so that two who type at once do not wipe each other out.
/// </summary>
public sealed class SheetForm(IFormCollection form)
{
    /// <summary>The field that only a form of notes bears; its buttons to other pages are those of the sheet.</summary>
    public const string OfNotes = "y-kien";

    /// <summary>What the deciding session notes of a sheet that was sent; every other form is the sheet itself.</summary>
    public bool IsOfNotes => form.ContainsKey(OfNotes);

    public string? MetOn => form["ngay-hop"];

    public string? Minutes => form["so-bien-ban"];

    public string? MetOnWas => form["ngay-hop.cu"];

    public string? MinutesWas => form["so-bien-ban.cu"];

    public bool IsSending => form["viec"] == "gui";

    /// <summary>Of a long sheet, which page is shown once this one is kept: the next, the one before, or this.</summary>
    public int PagesOn =>
        form["viec"].ToString() switch
        {
            "tiep" => 1,
            "lui" => -1,
            _ => 0,
        };

    public static string Name(LineKey key, string field) => $"d.{key}.{field}";

    /// <summary>What was typed in a line; null where the form has no such line.</summary>
    public SheetEntry? Typed(LineKey key) =>
        form.ContainsKey(Name(key, "de-nghi"))
            ? new(
                GradeOf(form[Name(key, "tu-xep")]),
                GradeOf(form[Name(key, "de-nghi")]),
                ReasonOf(form[Name(key, "de-nghi")]),
                Note(form[Name(key, "ghi-chu")])
            )
            : null;

    public SheetEntry Was(LineKey key)
    {
        var parts = form[Name(key, "cu")].ToString().Split('|', 3);
        return parts.Length < 3
            ? SheetEntry.Empty
            : new(GradeOf(parts[0]), GradeOf(parts[1]), ReasonOf(parts[1]), Note(parts[2]));
    }

    /// <summary>A line as the form carries along what it was.</summary>
    public static string Carried(SheetEntry entry) =>
        $"{CodeOf(entry.Self, NoGradeReason.None)}|{CodeOf(entry.Proposed, entry.Reason)}|{entry.Note}";

    /// <summary>«1» to «4», «r1» for a reason, nothing for nothing yet.</summary>
    public static string CodeOf(Grade grade, NoGradeReason reason) =>
        grade != Grade.None ? Number((int)grade)
        : reason != NoGradeReason.None ? "r" + Number((int)reason)
        : "";

    /// <summary>The lines of which a field was sent.</summary>
    private IEnumerable<LineKey> Keys(string field) =>
        form
            .Keys.Where(k => k.StartsWith("d.", StringComparison.Ordinal) && k.EndsWith("." + field, StringComparison.Ordinal))
            .Select(k => LineKey.Read(k["d.".Length..^(field.Length + 1)]))
            .OfType<LineKey>();

    public static Grade GradeOf(string? code) =>
        byte.TryParse(code, CultureInfo.InvariantCulture, out var number) && Enum.IsDefined((Grade)number)
            ? (Grade)number
            : Grade.None;

    public static NoGradeReason ReasonOf(string? code) =>
        code is ['r', .. var rest]
        && byte.TryParse(rest, CultureInfo.InvariantCulture, out var number)
        && Enum.IsDefined((NoGradeReason)number)
            ? (NoGradeReason)number
            : NoGradeReason.None;

    /// <summary>Why a line may have no grade.</summary>
    public static IReadOnlyList<NoGradeReason> ReasonsOf(LineKey key) =>
        key.MemberId is null
            ? [NoGradeReason.FoundedUnderSixMonths, NoGradeReason.NotYetReviewed]
            : [NoGradeReason.Exempt, NoGradeReason.AdmittedUnderSixMonths, NoGradeReason.Suspended, NoGradeReason.NotYetReviewed];

    /// <summary>The lines that were sent, as the handler takes them.</summary>
    public SaveSheetCommand Command(long cycleId, long organizationId) =>
        new(
            cycleId,
            organizationId,
            new(VietnameseFormat.ReadDate(MetOn), Note(Minutes)),
            new(VietnameseFormat.ReadDate(MetOnWas), Note(MinutesWas)),
            [.. Keys("de-nghi").Select(key => new TypedLine(key, Was(key), Typed(key)!))],
            IsSending
        );

    /// <summary>What the session of the deciding level says of a line; null where the form has no such field.</summary>
    public string? Noted(LineKey key) => form.TryGetValue(Name(key, "quyet-dinh"), out var code) ? code.ToString() : null;

    public NoteDecisionCommand Notes(long cycleId, long organizationId) =>
        new(
            cycleId,
            organizationId,
            [.. Keys("quyet-dinh").Select(key => new NotedLine(key, GradeOf(Noted(key)), ReasonOf(Noted(key))))]
        );

    private static string? Note(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Tidy(typed);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
