using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.EnterBallot;

/// <summary>Writes a round and what follows from it for the sheet; keeps what it changed for the log.</summary>
internal sealed class BallotWriting(AppStore store, CycleWork work, TreeNode cell, IdSupply ids)
{
    private readonly List<ChangedRecord> changed = [];

    public IReadOnlyList<ChangedRecord> Changed => changed;

    public BallotRound Write(
        EnterBallotCommand command,
        BallotDesk desk,
        CellVoters voters,
        int @base,
        IReadOnlyDictionary<long, Assessment> lines
    )
    {
        var typed = command.Typed;
        var stored = desk.Of(command.Round);
        var round = stored?.Round;
        if (round is null)
        {
            round = new()
            {
                Id = ids.Next(),
                CycleId = work.Cycle.Id,
                OrganizationId = cell.Id,
                Round = command.Round,
                IsWhole = true,
                IsAgreed = true,
                MinutesNumber = typed.Minutes!,
            };
            store.Add(round);
        }

        round.Take(typed.Tally, voters, @base);
        (round.HeldOn, round.MinutesNumber) = (typed.HeldOn!.Value, typed.Minutes!);
        Note(round, round.Id);
        var kept = (stored?.Votes ?? []).ToDictionary(v => v.AssessmentId);
        foreach (var counted in typed.Lines)
        {
            var line = lines[counted.SubjectId];
            if (!kept.Remove(line.Id, out var votes))
            {
                votes = new()
                {
                    Id = ids.Next(),
                    RoundId = round.Id,
                    AssessmentId = line.Id,
                    MemberId = line.MemberId,
                };
                store.Add(votes);
            }

            votes.Take(counted, VoteOutcomeRule.Read(work.Rules, counted, @base, command.Round));
            Note(votes, votes.Id);
            // The grade with the majority is what the cell proposes; where none has it, nothing is.
            (line.Proposed, line.ProposedReason, line.Vote) = (votes.Grade, NoGradeReason.None, votes.Outcome);
        }

        foreach (var gone in kept.Values)
        {
            Remove(gone);
        }

        return round;
    }

    /// <summary>The sheet with a line for each name that was voted on.</summary>
    public IReadOnlyDictionary<long, Assessment> Sheet(
        TypedBallot typed,
        ReviewSheet? sheet,
        IReadOnlyCollection<Assessment> stored
    )
    {
        if (sheet is null)
        {
            sheet = new()
            {
                Id = ids.Next(),
                CycleId = work.Cycle.Id,
                OrganizationId = cell.Id,
                State = SheetState.InWork,
            };
            store.Add(sheet);
        }

        (sheet.MetOn, sheet.MinutesNumber) = (typed.HeldOn, typed.Minutes);
        sheet.Revision++;
        Note(sheet, sheet.Id);
        var lines = stored.Where(a => a.As == ReviewSubject.Member).ToDictionary(a => a.MemberId!.Value);
        foreach (var memberId in typed.Lines.Select(l => l.SubjectId))
        {
            if (!lines.TryGetValue(memberId, out var line))
            {
                line = new()
                {
                    Id = ids.Next(),
                    CycleId = work.Cycle.Id,
                    SheetId = sheet.Id,
                    OrganizationId = cell.Id,
                    As = ReviewSubject.Member,
                    MemberId = memberId,
                };
                store.Add(line);
                lines[memberId] = line;
            }

            Note(line, line.Id);
        }

        return lines;
    }

    public void Remove(StoredRound round)
    {
        foreach (var votes in round.Votes)
        {
            Remove(votes);
        }

        store.Remove(round.Round);
        changed.Add(new(round.Round, round.Round.Id, cell.Id, work.Cycle.Year, IsRemoved: true));
    }

    private void Remove(BallotVotes votes)
    {
        store.Remove(votes);
        changed.Add(new(votes, votes.Id, cell.Id, work.Cycle.Year, IsRemoved: true));
    }

    private void Note(object record, long id) => changed.Add(new(record, id, cell.Id, work.Cycle.Year));
}
