using TongKet.Domain.Reviews;
using TongKet.Domain.Values;

namespace TongKet.Reviews.EnterBallot;

/// <summary>What stands against a round as it was typed, in the order of the paper.</summary>
internal static class BallotCheck
{
    public static IEnumerable<Refusal> All(EnterBallotCommand command, BallotDesk desk, Outcome<int> @base, DateOnly today)
    {
        var typed = command.Typed;
        if ((desk.Of(command.Round)?.Round.Revision ?? 0) != typed.Seen)
        {
            // Who comes second sees what the first entered and enters his own over it only knowingly.
            yield return new("review.ballot.changed-by-other");
            yield break;
        }

        foreach (var refusal in SheetRule.CheckMeeting(typed.HeldOn, typed.Minutes, hasProposals: true, today))
        {
            yield return refusal;
        }

        if (typed.Method is null)
        {
            yield return new("review.ballot.method.missing");
        }

        if (typed.ExemptAbsent > desk.Exempt)
        {
            yield return new("review.ballot.exempt-over", null, typed.ExemptAbsent, desk.Exempt);
        }

        foreach (var refusal in @base.Refusals)
        {
            yield return refusal;
        }

        if (typed.Lines.Count == 0)
        {
            yield return new("review.ballot.nobody");
        }

        var names = desk.Names.ToDictionary(m => m.Member.Id, m => m.Name);
        // Who may have been there at most is told by the base.
        foreach (var refusal in BallotRule.Check(typed.Tally, int.MaxValue, id => names.GetValueOrDefault(id, "")))
        {
            yield return refusal;
        }
    }
}
