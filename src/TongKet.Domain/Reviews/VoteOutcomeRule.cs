using TongKet.Domain.Regulations;

namespace TongKet.Domain.Reviews;

/// <summary>What comes of a name after a round.</summary>
public enum VoteOutcome : byte
{
    /// <summary>One grade has the majority: it is proposed, or decided where the body decides.</summary>
    Majority = 1,

    /// <summary>None has; the name is voted on again.</summary>
    SecondBallot = 2,

    /// <summary>None has and there is no further round: it goes up without a proposal.</summary>
    Undecided = 3,
}

/// <param name="Grade">The grade with the majority; <see cref="Grade.None"/> where none has.</param>
/// <param name="Votes">Its votes; where none has the majority, the most that any grade has.</param>
/// <param name="Needed">The fewest votes that are a majority; null where no source tells.</param>
public sealed record VoteResult(VoteOutcome Outcome, Grade Grade, int Votes, int? Needed);

/// <summary>
/// Which grade of a name has the majority (<see cref="MajorityRule"/>), and what follows where none has: a second ballot
/// or up undecided, as the rule set says.
/// </summary>
public static class VoteOutcomeRule
{
    private static readonly Grade[] Grades = [Grade.Excellent, Grade.Good, Grade.Completed, Grade.NotCompleted];

    /// <param name="base">Of how many the votes are a share.</param>
    /// <param name="round">1 for the first ballot.</param>
    public static VoteResult Read(RuleSet set, TallyLine line, int @base, int round)
    {
        var most = Grades.MaxBy(line.For);
        // Where a rule set asks for so few that two grades have enough, neither is taken.
        var reached = Grades.Where(grade => MajorityRule.Reaches(set, line.For(grade), @base)).ToList();
        var outcome =
            reached.Count == 1 ? VoteOutcome.Majority
            : round < Rounds(set) ? VoteOutcome.SecondBallot
            : VoteOutcome.Undecided;
        return new(
            outcome,
            outcome == VoteOutcome.Majority ? reached[0] : Grade.None,
            line.For(most),
            MajorityRule.Needed(set, @base)
        );
    }

    /// <summary>How many ballots there may be on a name.</summary>
    public static int Rounds(RuleSet set) => set["vote_without_majority"] is { IsUnknown: false, Text: "SecondBallot" } ? 2 : 1;
}
