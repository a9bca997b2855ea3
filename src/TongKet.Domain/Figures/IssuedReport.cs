namespace TongKet.Domain.Figures;

/// <summary>
/// A report that was taken out of the program as a file: from then on its figures stand on paper, whatever is put right
/// later. Never changed; a corrected figure finds here who still has the old one.
/// </summary>
public sealed class IssuedReport
{
    public long Id { get; init; }
    public long OrganizationId { get; init; }
    public int Year { get; init; }

    /// <summary>The day up to which it counts.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>The day of the tree where it is another one: as if organizations had stood as on that day.</summary>
    public DateOnly? TreeOn { get; init; }

    /// <summary>The roster of the year was closed on that day, so the grades of the year are in it.</summary>
    public bool HasGrades { get; init; }

    /// <summary>«docx», «xlsx», «html» or «pdf».</summary>
    public required string Ending { get; init; }
    public DateTimeOffset IssuedAt { get; init; }
    public required string IssuedBy { get; init; }

    /// <summary>The years of reports in which the grades of a year stand: its own, and the next beside which it is last year.</summary>
    public static int[] YearsWith(int gradesOf) => [gradesOf, gradesOf + 1];
}
