using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.FillSheet;
using TongKet.Web;

namespace TongKet.Reviews.KeepPeers;

/// <summary>The grades as their form is sent: of each body what was typed, and beside it what stood there before.</summary>
public sealed class PeersForm(IFormCollection form)
{
    public const string GradeField = "muc";
    public const string NumberField = "so";
    public const string DayField = "ngay";
    public const string Before = "cu";

    public string? this[PeerBody body, string field] =>
        form.TryGetValue(Name(body, field), out var typed) ? typed.ToString() : null;

    public static string Name(PeerBody body, string field) => $"{body}.{field}";

    /// <summary>An entry as the form carries along what it was.</summary>
    public static string Carried(PeerEntry entry) =>
        $"{SheetForm.CodeOf(entry.Grade, default)}|{VietnameseFormat.Typed(entry.DocumentOn)}|{entry.DocumentNumber}";

    public IEnumerable<(PeerBody Body, string Typed)> Unread() =>
        Enum.GetValues<PeerBody>()
            .Select(body => (body, this[body, DayField] ?? ""))
            .Where(f => !string.IsNullOrWhiteSpace(f.Item2) && VietnameseFormat.ReadDate(f.Item2) is null);

    public SavePeersCommand Command(long cycleId, long organizationId) =>
        new(
            cycleId,
            organizationId,
            [
                .. Enum.GetValues<PeerBody>()
                    .Where(body => this[body, GradeField] is not null)
                    .Select(body => new TypedPeer(body, Was(body), Typed(body))),
            ]
        );

    private PeerEntry Typed(PeerBody body) => Read(this[body, GradeField], this[body, DayField], this[body, NumberField]);

    private PeerEntry Was(PeerBody body) =>
        this[body, Before]?.Split('|', 3) is [var grade, var day, var number] ? Read(grade, day, number) : PeerEntry.Empty;

    private static PeerEntry Read(string? grade, string? day, string? number) =>
        new(
            SheetForm.GradeOf(grade),
            string.IsNullOrWhiteSpace(number) ? null : VietnameseText.Tidy(number),
            VietnameseFormat.ReadDate(day)
        );
}
