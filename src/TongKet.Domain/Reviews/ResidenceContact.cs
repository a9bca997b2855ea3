using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// A member of another cell who keeps contact with the cell where he lives (QĐ 213-QĐ/TW 2020), on
/// [<see cref="FromOn"/>, <see cref="ToOn"/>). He is outside the head-count of this cell, which signs a comment on him
/// every year.
/// </summary>
public sealed class ResidenceContact
{
    public long Id { get; init; }

    /// <summary>The cell of the residence.</summary>
    public long CellId { get; init; }
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
    public long Id { get; init; }
    public long ContactId { get; init; }
    public int Year { get; init; }
    public string? Text { get; set; }
    public DateOnly? ReturnedOn { get; set; }
}

public static class ResidenceRule
{
    public static IEnumerable<Refusal> CheckContact(string? name, string? memberAt, DateOnly? fromOn, DateOnly today)
    {
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
