using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>Who works at an organization's level beside it and is graded by others (HD 21 part 2, B.1.3).</summary>
public enum PeerBody : byte
{
    Government = 1,
    FatherlandFront = 2,
    TradeUnion = 3,
    YouthUnion = 4,
    WomensUnion = 5,
    FarmersUnion = 6,
    VeteransAssociation = 7,
}

/// <summary>
/// The grade that government, Front or a union of an organization's level had for a year, by whose document. Entered once,
/// used by whatever of the organization depends on it.
/// </summary>
public sealed class PeerGrade
{
    public static readonly TextLength DocumentLength = new("reviews.local-criteria.number", 100);

    public long Id { get; init; }

    /// <summary>The Party organization of the same level.</summary>
    public long OrganizationId { get; init; }
    public int Year { get; init; }
    public PeerBody Body { get; init; }

    /// <summary>None where it was taken back.</summary>
    public Grade Grade { get; set; }
    public string? DocumentNumber { get; set; }
    public DateOnly? DocumentOn { get; set; }

    public PeerEntry Entry => new(Grade, DocumentNumber, DocumentOn);
}

/// <summary>What is said of one such body; nothing of it is no grade.</summary>
public sealed record PeerEntry(Grade Grade, string? DocumentNumber, DateOnly? DocumentOn)
{
    public static readonly PeerEntry Empty = new(Grade.None, null, null);
}

public static class PeerGradeRule
{
    /// <summary>The grade of the worst of them counts; null where none is known. Who has no such union leaves it out.</summary>
    public static Grade? Lowest(IEnumerable<Grade> grades) => grades.Where(g => g != Grade.None).Cast<Grade?>().Max();

    /// <summary>A grade stands with its document, and a document with its grade; none is of a day before the year.</summary>
    public static IEnumerable<Refusal> Check(PeerBody body, PeerEntry entry, int year, DateOnly today)
    {
        if (entry.Grade == Grade.None)
        {
            if (entry != PeerEntry.Empty)
            {
                yield return new("review.peers.grade", null, body);
            }

            yield break;
        }

        if (PeerGrade.DocumentLength.Check(entry.DocumentNumber, whose: body) is { } tooLong)
        {
            yield return tooLong;
        }

        if (string.IsNullOrWhiteSpace(entry.DocumentNumber) || entry.DocumentOn is not { } on)
        {
            yield return new("review.peers.document", null, body);
        }
        else if (on > today || on.Year < year)
        {
            yield return new("review.peers.day", null, body, year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
