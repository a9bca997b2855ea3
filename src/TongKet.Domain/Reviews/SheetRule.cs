using TongKet.Domain.Regulations;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>What a line says that was typed: a grade of one's own, and a proposal or the reason for none.</summary>
public sealed record SheetEntry(Grade Self, Grade Proposed, NoGradeReason Reason, string? Note)
{
    public static readonly SheetEntry Empty = new(Grade.None, Grade.None, NoGradeReason.None, null);

    public bool IsProposed => Proposed != Grade.None || Reason != NoGradeReason.None;

    public static SheetEntry Of(Assessment line) => new(line.Self, line.Proposed, line.ProposedReason, line.Note);
}

/// <summary>When a sheet may be saved and sent in.</summary>
public static class SheetRule
{
    /// <summary>Grades come out of a meeting: before its day and minutes nothing is proposed.</summary>
    public static IEnumerable<Refusal> CheckMeeting(DateOnly? metOn, string? minutes, bool hasProposals, DateOnly today)
    {
        if (metOn > today)
        {
            yield return new("review.sheet.met.to-come");
        }

        if (hasProposals && metOn is null)
        {
            yield return new("review.sheet.met.missing");
        }

        if (hasProposals && string.IsNullOrWhiteSpace(minutes))
        {
            yield return new("review.sheet.minutes.missing");
        }

        if (ReviewSheet.MinutesLength.Check(minutes) is { } tooLong)
        {
            yield return tooLong;
        }
    }

    /// <summary>Whoever stands on the roster has a proposal or a reason, and so has the organization itself.</summary>
    /// <param name="missing">Names of those without.</param>
    public static IEnumerable<Refusal> CheckComplete(IReadOnlyList<string> missing, bool hasOwn, bool hasMinutes)
    {
        const int Named = 5;
        if (missing.Count > 0)
        {
            var more = missing.Count > Named ? ", …" : "";
            yield return new("review.sheet.incomplete", null, missing.Count, string.Join(", ", missing.Take(Named)) + more);
        }

        if (!hasOwn)
        {
            yield return new("review.sheet.own.missing");
        }

        if (!hasMinutes)
        {
            yield return new("review.sheet.minutes.missing");
        }
    }

    /// <summary>
    /// Two at once: of each part of a line, what only one of them changed is taken from him; where both changed the same
    /// part to different things, the later one is told and decides again.
    /// </summary>
    /// <param name="was">What the later one had before him when he began to type.</param>
    /// <returns>The line with all that the later one typed, and the parts over which the two differ.</returns>
    public static (SheetEntry Entry, IReadOnlyList<SheetPart> Conflicts) Merge(
        SheetEntry stored,
        SheetEntry was,
        SheetEntry typed
    )
    {
        var conflicts = new List<SheetPart>();
        var (proposed, reason) = Take(SheetPart.Proposed, e => (e.Proposed, e.Reason));
        return (new(Take(SheetPart.Self, e => e.Self), proposed, reason, Take(SheetPart.Note, e => e.Note)), conflicts);

        T Take<T>(SheetPart part, Func<SheetEntry, T> of)
        {
            if (Equals(of(typed), of(was)))
            {
                return of(stored);
            }

            if (!Equals(of(stored), of(was)) && !Equals(of(stored), of(typed)))
            {
                conflicts.Add(part);
            }

            return of(typed);
        }
    }
}

/// <summary>What of a line two people may type each on his own.</summary>
public enum SheetPart : byte
{
    Self,
    Proposed,
    Note,
}
