using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>As what a member of another cell stands on the list of a cell.</summary>
public enum ContactKind : byte
{
    /// <summary>Giữ mối liên hệ với chi ủy nơi cư trú (QĐ 213-QĐ/TW 2020).</summary>
    Residence = 1,

    /// <summary>
    /// Sinh hoạt tạm thời: lives or studies here for less than a year or two, votes and is graded in his own cell, which takes the
    /// comment of this one (HD 21; HD 25).
    /// </summary>
    TemporaryAffiliation = 2,
}

/// <summary>
/// A member of another cell who keeps contact with the cell where he lives, or takes part in one for a time, on
/// [<see cref="FromOn"/>, <see cref="ToOn"/>). He is outside the head-count of this cell, which signs a comment on him
/// every year.
/// </summary>
public sealed class ResidenceContact
{
    public static readonly TextLength FullNameLength = new("reviews.column.member", 100);
    public static readonly TextLength MemberAtLength = new("reviews.residence.member-at", 200);
    public static readonly TextLength ExemptWhyLength = new("reviews.residence.exempt", 200);

    public long Id { get; init; }
    public ContactKind Kind { get; init; }

    /// <summary>The cell on whose list he stands.</summary>
    public long CellId { get; init; }

    /// <summary>Him in this register, whose own cell then reads the comment; null where he is not in it.</summary>
    public long? MemberId { get; init; }
    public required string FullName { get; set; }

    /// <summary>The cell or organization where he is a member, as its letter names it.</summary>
    public required string MemberAt { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }

    /// <summary>Why no comment on him is asked for; null where one is. Which kinds there are is for the committee to say.</summary>
    public string? ExemptWhy { get; set; }
}

/// <summary>The comment of a year on who keeps contact, and when it went back to his own cell.</summary>
public sealed class ResidenceComment
{
    public static readonly TextLength CommentLength = new("reviews.residence.comment", 1_000);

    public long Id { get; init; }
    public long ContactId { get; init; }
    public int Year { get; init; }
    public string? Text { get; set; }
    public DateOnly? ReturnedOn { get; set; }
}

public static class ResidenceRule
{
    public static IEnumerable<Refusal> CheckContact(
        string? name,
        string? memberAt,
        DateOnly? fromOn,
        string? exemptWhy,
        DateOnly today
    )
    {
        var lengths = TextLength.Check(
            (name, ResidenceContact.FullNameLength),
            (memberAt, ResidenceContact.MemberAtLength),
            (exemptWhy, ResidenceContact.ExemptWhyLength)
        );
        foreach (var tooLong in lengths)
        {
            yield return tooLong;
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new("review.residence.name.missing");
        }

        if (string.IsNullOrWhiteSpace(memberAt))
        {
            yield return new("review.residence.member-at.missing");
        }

        if (fromOn is null)
        {
            yield return new("review.residence.from.missing");
        }

        if (fromOn > today)
        {
            yield return new("review.residence.from.to-come");
        }
    }

    /// <summary>What goes back was commented on, not before the year began and not tomorrow.</summary>
    public static IEnumerable<Refusal> CheckComment(string name, string? text, DateOnly? returnedOn, int year, DateOnly today)
    {
        if (ResidenceComment.CommentLength.Check(text, whose: name) is { } tooLong)
        {
            yield return tooLong;
        }

        if (returnedOn is not null && string.IsNullOrWhiteSpace(text))
        {
            yield return new("review.residence.text.missing", null, name);
        }

        if (returnedOn > today)
        {
            yield return new("review.residence.returned.to-come", null, name);
        }

        if (returnedOn?.Year < year)
        {
            yield return new(
                "review.residence.returned.too-early",
                null,
                name,
                year.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
        }
    }
}
