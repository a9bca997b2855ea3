using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Web;
using TongKet.Web.Components;

namespace TongKet.Members.RecordMovement;

/// <summary>What was typed about a movement, kept as typed until it can be saved.</summary>
public sealed class MovementTyped
{
    public string? On { get; set; }
    public string? Until { get; set; }
    public long? Cell { get; set; }
    public string? Place { get; set; }
    public string? Decision { get; set; }
    public long Seen { get; set; }

    public Movement? Read(MovementKind kind, DateOnly today, FormErrors errors)
    {
        // Taking back needs no day of its own: it is about the last movement.
        var on = kind == MovementKind.TakenBack ? today : ReadDay(On, "Form.On", true, errors);
        var until = ReadDay(Until, "Form.Until", false, errors);
        return errors.Any ? null : new(kind, on!.Value, Cell, Text(Place), Text(Decision), until);
    }

    public static DateOnly? ReadDay(string? typed, string field, bool needed, FormErrors errors)
    {
        if (VietnameseFormat.ReadDate(typed) is { } day)
        {
            return day;
        }

        if (!string.IsNullOrWhiteSpace(typed))
        {
            errors.Add(field, Words.Get("web.form.bad-date", typed));
        }
        else if (needed)
        {
            errors.Add(field, Words.Get("members.form.no-day"));
        }

        return null;
    }

    public static string? FieldOf(string code) =>
        code switch
        {
            "member.movement-in-future"
            or "member.movement-before-stay"
            or "member.movement-before-leaving"
            or "member.condition-overlaps" => "Form.On",
            "member.condition-ends-before" => "Form.Until",
            "member.no-other-place"
            or "member.no-cell-on-day"
            or "member.not-a-cell"
            or "member.cell-without-names"
            or "member.cell-ends"
            or "member.same-cell" => "Form.Cell",
            "member.two-other-places" or "members.record.from-place" or "members.record.to-place" => "Form.Place",
            "members.record.decision" => "Form.Decision",
            _ => null,
        };

    public static string? Text(string? typed) => VietnameseText.Tidy(typed ?? "") is { Length: > 0 } text ? text : null;
}
