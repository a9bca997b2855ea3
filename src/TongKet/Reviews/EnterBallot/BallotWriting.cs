using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.EnterBallot;

/// <summary>Writes a round and what follows from it for the sheet; keeps what it changed for the log.</summary>
internal sealed class BallotWriting(AppStore store, CycleWork work, TreeNode cell, IdSupply ids)
{
    private readonly List<ChangedRecord> changed = [];
    private readonly List<BallotVotes> results = [];

    public IReadOnlyList<ChangedRecord> Changed => changed;

    public BallotRound Write(EnterBallotCommand command, BallotDesk desk, CellVoters voters, int @base)
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
                MinutesNumber = typed.Minutes!,
            };
            store.Add(round);
        }

        round.Take(typed.Tally, voters, @base);
        (round.HeldOn, round.MinutesNumber) = (typed.HeldOn!.Value, typed.Minutes!);
        Note(round, round.Id);
        var kept = (stored?.Votes ?? []).ToDictionary(v => v.MemberId);
        foreach (var line in typed.Lines)
        {
            if (!kept.Remove(line.SubjectId, out var votes))
            {
                votes = new()
                {
                    Id = ids.Next(),
                    RoundId = round.Id,
                    MemberId = line.SubjectId,
                };
                store.Add(votes);
            }

            votes.Take(line, VoteOutcomeRule.Read(work.Rules, line, @base, command.Round));
            Note(votes, votes.Id);
            results.Add(votes);
        }

        foreach (var gone in kept.Values)
        {
            Remove(gone);
        }

        return round;
    }

    /// <summary>The grade with the majority is what the cell proposes; where none has it, nothing is.</summary>
    public void Propose(EnterBallotCommand command, ReviewSheet? sheet, IReadOnlyCollection<Assessment> lines)
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

        (sheet.MetOn, sheet.MinutesNumber) = (command.Typed.HeldOn, command.Typed.Minutes);
        sheet.Revision++;
        Note(sheet, sheet.Id);
        var kept = lines.Where(a => a.MemberId is not null).ToDictionary(a => a.MemberId!.Value);
        foreach (var votes in results)
        {
            if (!kept.TryGetValue(votes.MemberId, out var line))
            {
                line = new()
                {
                    Id = ids.Next(),
                    CycleId = work.Cycle.Id,
                    SheetId = sheet.Id,
                    OrganizationId = cell.Id,
                    As = ReviewSubject.Member,
                    MemberId = votes.MemberId,
                };
                store.Add(line);
            }

            (line.Proposed, line.ProposedReason, line.Vote) = (votes.Grade, NoGradeReason.None, votes.Outcome);
            Note(line, line.Id);
        }
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
