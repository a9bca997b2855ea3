using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews.FillSheet;

internal sealed record MergedLine(LineKey Key, SheetEntry Entry);

/// <param name="Refusals">Where two changed the same to different things, or a line is nobody's of this cell.</param>
internal sealed record MergedSheet(MeetingOfSheet Meeting, IReadOnlyList<MergedLine> Lines, IReadOnlyList<Refusal> Refusals);

/// <summary>What becomes of a sheet when somebody saves it who may not be the only one.</summary>
internal static class SheetChanges
{
    public static MergedSheet Merge(
        SaveSheetCommand command,
        ReviewSheet sheet,
        IReadOnlyList<Assessment> stored,
        IReadOnlyList<OwedLine> owed
    )
    {
        var refusals = new List<Refusal>();
        var lines = new List<MergedLine>();
        var kept = stored.ToDictionary(a => a.Key);
        var typed = command.Lines.ToLookup(l => l.Key);
        foreach (var (key, name) in owed.Select(l => (l.Key, l.Name)))
        {
            var before = kept.TryGetValue(key, out var line) ? SheetEntry.Of(line) : SheetEntry.Empty;
            if (typed[key].FirstOrDefault() is not { } sent)
            {
                lines.Add(new(key, before));
                continue;
            }

            var (entry, conflicts) = SheetRule.Merge(before, sent.Was, sent.Typed);
            refusals.AddRange(
                conflicts.Select(part => new Refusal(
                    "review.sheet.changed-by-other",
                    null,
                    name,
                    Said(before, part),
                    Said(sent.Typed, part)
                ))
            );
            if (Assessment.NoteLength.Check(entry.Note, before.Note, name) is { } tooLong)
            {
                refusals.Add(tooLong);
            }

            lines.Add(new(key, entry));
        }

        // Who moved away while the page was open: what was typed for him counts nowhere, and it is said.
        var there = owed.Select(l => l.Key).ToHashSet();
        var gone = command.Lines.Count(l => !there.Contains(l.Key) && l.Typed != l.Was);
        if (gone > 0)
        {
            refusals.Add(new("review.sheet.gone", null, gone));
        }

        var meeting = new MeetingOfSheet(
            Take(sheet.MetOn, command.MeetingWas.MetOn, command.Meeting.MetOn),
            Take(sheet.MinutesNumber, command.MeetingWas.Minutes, command.Meeting.Minutes)
        );
        return new(meeting, lines, refusals);
    }

    /// <summary>Writes the lines that are other than before, and gives them back for the log.</summary>
    public static IReadOnlyList<Assessment> Apply(
        MergedSheet merged,
        IReadOnlyList<Assessment> stored,
        IReadOnlyList<OwedLine> owed,
        ReviewSheet sheet,
        IdSupply supply,
        AppStore store
    )
    {
        var kept = stored.ToDictionary(a => a.Key);
        var managed = owed.ToDictionary(l => l.Key, l => l.ManagedById);
        var changed = new List<Assessment>();
        foreach (var (key, entry) in merged.Lines)
        {
            var line = kept.GetValueOrDefault(key);
            var isManagedAsBefore = line is null || line.ManagedById == managed[key];
            if ((line is null ? SheetEntry.Empty : SheetEntry.Of(line)) == entry && isManagedAsBefore)
            {
                continue;
            }

            if (line is null)
            {
                line = new()
                {
                    Id = supply.Next(),
                    CycleId = sheet.CycleId,
                    SheetId = sheet.Id,
                    OrganizationId = sheet.OrganizationId,
                    As = key.As,
                    MemberId = key.MemberId,
                };
                store.Add(line);
            }

            line.ManagedById = managed[key];
            (line.Self, line.Proposed, line.ProposedReason, line.Note) = (entry.Self, entry.Proposed, entry.Reason, entry.Note);
            changed.Add(line);
        }

        return changed;
    }

    /// <summary>Whoever typed something else than he found has his way; the meeting is one line on the page.</summary>
    private static T Take<T>(T stored, T was, T typed) => EqualityComparer<T>.Default.Equals(typed, was) ? stored : typed;

    private static string Said(SheetEntry entry, SheetPart part) =>
        part switch
        {
            SheetPart.Self when entry.Self != Grade.None => Words.Of(entry.Self),
            SheetPart.Proposed when entry.Proposed != Grade.None => Words.Of(entry.Proposed),
            SheetPart.Proposed when entry.IsProposed => Words.Of(entry.Reason),
            SheetPart.Note when entry.Note is { } note => note,
            _ => Words.Get("reviews.sheet.nothing-yet"),
        };
}
