using TongKet.Domain.Meetings;
using TongKet.Web;

namespace TongKet.Meetings.RecordMeeting;

/// <summary>The form as typed.</summary>
public sealed class MeetingInput
{
    public string? Kind { get; set; } = nameof(MeetingKind.Regular);
    public string? HeldOn { get; set; }
    public string? Due { get; set; }
    public string? Present { get; set; }
    public string? Subject { get; set; }

    public RecordMeetingCommand Command(long cellId) =>
        new(
            cellId,
            Enum.TryParse<MeetingKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : null,
            VietnameseFormat.ReadDate(HeldOn),
            Whole(Due),
            Whole(Present),
            Subject
        );

    /// <summary>Fields in which something stands that is not what they ask for.</summary>
    public IEnumerable<(string Field, string Key, string Typed)> Unread()
    {
        if (!string.IsNullOrWhiteSpace(HeldOn) && VietnameseFormat.ReadDate(HeldOn) is null)
        {
            yield return ("Form.HeldOn", "web.form.bad-date", HeldOn);
        }

        foreach (var (field, typed) in new[] { ("Form.Due", Due), ("Form.Present", Present) })
        {
            if (!string.IsNullOrWhiteSpace(typed) && Whole(typed) is null)
            {
                yield return (field, "web.form.bad-number", typed);
            }
        }
    }

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code.Split('.')[1] switch
        {
            "kind" => "Form.Kind",
            "day" or "is-there" => "Form.HeldOn",
            "present" => "Form.Present",
            "due" => "Form.Due",
            _ when code == Meeting.SubjectLength.Label => "Form.Subject",
            _ => null,
        };

    private static int? Whole(string? typed) =>
        VietnameseFormat.ReadNumber(typed) is { } number && number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue
            ? (int)number
            : null;
}
