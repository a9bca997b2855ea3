using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Reviews.EnterBallot;
using TongKet.Store;

namespace TongKet.Reviews.EnterSessionBallot;

/// <summary>Writes a page of a session's vote; keeps what it changed for the log.</summary>
internal sealed class SessionWriting(AppStore store, CycleWork work, TreeNode body, SessionDesk desk)
{
    private readonly List<ChangedRecord> changed = [];
    private readonly Dictionary<long, Assessment> lines = desk.Names.ToDictionary(n => n.Line.Id, n => n.Line);

    public IReadOnlyList<ChangedRecord> Changed => changed;

    /// <summary>A page of the first entry; with its last name the entry is whole.</summary>
    public BallotRound Enter(ReviewSubject subject, TypedBallot typed, IReadOnlySet<long> page, int @base, IdSupply ids)
    {
        var tally = typed.Tally;
        var round = desk.Open?.Round;
        var before = (round?.Tally([]), round?.Official, round?.HeldOn, round?.MinutesNumber);
        if (round is null)
        {
            round = new()
            {
                Id = ids.Next(),
                CycleId = work.Cycle.Id,
                OrganizationId = body.Id,
                As = subject,
                Round = desk.Rounds.Count + 1,
                MinutesNumber = typed.Minutes!,
            };
            store.Add(round);
        }

        round.Take(tally, new(typed.Body!.Value, tally.Present, tally.VotesPerName, 0, 0), @base);
        (round.HeldOn, round.MinutesNumber) = (typed.HeldOn!.Value, typed.Minutes!);
        round.IsWhole = desk.Waiting.All(n => page.Contains(n.Line.Id));
        Note(round, round.Id, body.Id);
        if (before != (round.Tally([]), round.Official, round.HeldOn, round.MinutesNumber))
        {
            ReadAnew(desk.Open?.Votes ?? [], @base);
        }

        var counts = typed.Lines.ToDictionary(l => l.SubjectId);
        foreach (var id in page)
        {
            var votes = new BallotVotes
            {
                Id = ids.Next(),
                RoundId = round.Id,
                AssessmentId = id,
                MemberId = lines[id].MemberId,
                IsLeftOut = !counts.ContainsKey(id),
            };
            store.Add(votes);
            if (counts.TryGetValue(id, out var counted))
            {
                votes.Take(counted, Read(counted, lines[id], @base));
            }

            Note(votes, votes.Id, lines[id].OrganizationId);
        }

        return round;
    }

    /// <summary>A page of the second entry, which said the same; with its last name the round holds.</summary>
    public BallotRound Repeat(IReadOnlySet<long> page)
    {
        var (round, entered) = (desk.Open!.Round, desk.Open.Votes);
        round.IsAgreed = desk.Waiting.All(n => page.Contains(n.Line.Id));
        round.Revision++;
        Note(round, round.Id, body.Id);
        foreach (var votes in entered.Where(v => page.Contains(v.AssessmentId)))
        {
            votes.IsRepeated = true;
        }

        foreach (var votes in round.IsAgreed ? entered : entered.Where(v => page.Contains(v.AssessmentId)))
        {
            // Who went meanwhile was not come to a second time: what was entered once does not hold.
            var leaves = round.IsAgreed && (votes.IsLeftOut || !votes.IsRepeated);
            if (leaves)
            {
                store.Remove(votes);
            }

            changed.Add(new(votes, votes.Id, PlaceOf(votes), work.Cycle.Year, IsRemoved: leaves));
        }

        if (round.IsAgreed)
        {
            NoteGrades(entered.Where(v => v is { IsLeftOut: false, IsRepeated: true }));
        }

        return round;
    }

    /// <summary>What has the majority is noted; sent back or decided since, nothing is.</summary>
    private void NoteGrades(IEnumerable<BallotVotes> entered)
    {
        foreach (var votes in entered)
        {
            if (lines.TryGetValue(votes.AssessmentId, out var line))
            {
                line.DecidingVote = votes.Outcome;
                (line.Decided, line.DecidedReason) = (votes.Grade, NoGradeReason.None);
                Note(line, line.Id, line.OrganizationId);
            }
        }
    }

    /// <summary>The head was corrected: what comes of the votes follows it, and the second entry begins anew.</summary>
    private void ReadAnew(IEnumerable<BallotVotes> entered, int @base)
    {
        foreach (var votes in entered)
        {
            if (!votes.IsLeftOut && lines.TryGetValue(votes.AssessmentId, out var line))
            {
                votes.Take(votes.Line, Read(votes.Line, line, @base));
            }

            votes.IsRepeated = false;
            Note(votes, votes.Id, PlaceOf(votes));
        }
    }

    private VoteResult Read(TallyLine counted, Assessment line, int @base) =>
        VoteOutcomeRule.Read(work.Rules, counted, @base, line.DecidingVote == VoteOutcome.SecondBallot ? 2 : 1);

    private long PlaceOf(BallotVotes votes) =>
        lines.TryGetValue(votes.AssessmentId, out var line) ? line.OrganizationId : body.Id;

    private void Note(object record, long id, long place) => changed.Add(new(record, id, place, work.Cycle.Year));
}
