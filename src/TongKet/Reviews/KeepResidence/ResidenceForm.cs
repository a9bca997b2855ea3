using System.Globalization;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Reviews.KeepResidence;

/// <summary>The batch form as sent: of each line what was typed and what stood there before.</summary>
public sealed class ResidenceForm(IFormCollection form)
{
    public string? this[string field] => form.TryGetValue(field, out var value) ? value.ToString() : null;

    public static string Name(long contactId, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"n.{contactId}.{field}");

    public IEnumerable<(string Field, string Typed)> Unread() =>
        form
            .Keys.Where(k => k.EndsWith(".tra", StringComparison.Ordinal) || k.EndsWith(".thoi", StringComparison.Ordinal))
            .Where(k => !string.IsNullOrWhiteSpace(this[k]) && VietnameseFormat.ReadDate(this[k]) is null)
            .Select(k => (k, this[k]!));

    public TypedComment? Read(long contactId) =>
        this[Name(contactId, "nhan-xet")] is { } text
            ? new(
                contactId,
                Text(text),
                VietnameseFormat.ReadDate(this[Name(contactId, "tra")]),
                VietnameseFormat.ReadDate(this[Name(contactId, "thoi")]),
                (Text(this[Name(contactId, "nhan-xet-cu")]), VietnameseFormat.ReadDate(this[Name(contactId, "tra-cu")]))
            )
            : null;

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Tidy(typed);
}

/// <summary>Somebody who comes to keep contact, as typed.</summary>
public sealed class ContactInput
{
    public string? Kind { get; set; }
    public string? CitizenId { get; set; }
    public string? FullName { get; set; }
    public string? MemberAt { get; set; }
    public string? FromOn { get; set; }
    public string? ExemptWhy { get; set; }

    public AddContactCommand Command(long cellId) =>
        new(
            cellId,
            Enum.TryParse<ContactKind>(Kind, out var kind) && Enum.IsDefined(kind) ? kind : ContactKind.Residence,
            FullName,
            string.IsNullOrWhiteSpace(CitizenId) ? null : string.Concat(CitizenId.Where(char.IsAsciiDigit)),
            MemberAt,
            VietnameseFormat.ReadDate(FromOn),
            ExemptWhy
        );

    /// <summary>The field that a refusal stands beside.</summary>
    public static string? FieldOf(string code) =>
        code switch
        {
            "review.residence.name.missing" or "review.residence.is-there" or "reviews.column.member" => "Form.FullName",
            "review.residence.number.unknown" or "review.residence.own-member" => "Form.CitizenId",
            "review.residence.member-at.missing" or "reviews.residence.member-at" => "Form.MemberAt",
            "review.residence.from.missing" or "review.residence.from.to-come" => "Form.FromOn",
            "reviews.residence.exempt" => "Form.ExemptWhy",
            _ => null,
        };
}
