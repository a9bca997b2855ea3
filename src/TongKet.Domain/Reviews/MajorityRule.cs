using TongKet.Domain.Regulations;

namespace TongKet.Domain.Reviews;

/// <summary>Who is counted when a cell votes, by its minutes.</summary>
/// <param name="Official">Official members of the cell; those on probation do not vote.</param>
/// <param name="Present">Of them, those who were there.</param>
/// <param name="Valid">Valid ballots.</param>
/// <param name="Elsewhere">Official members who are temporarily active in another cell.</param>
/// <param name="ExemptAbsent">Exempt members who were not there.</param>
public sealed record CellVoters(int Official, int Present, int Valid, int Elsewhere, int ExemptAbsent);

/// <summary>
/// Whether a grade has the votes to be proposed: more than so many percent of a base. Whoever is absent for any other
/// reason stays in the base (QĐ 294 point 9.3.2).
/// </summary>
public static class MajorityRule
{
    /// <summary>False also where no source tells how many are needed: then nobody has been told that it is enough.</summary>
    public static bool Reaches(RuleSet set, int votes, int @base) =>
        set["vote_majority_over_percent"].Known is { } percent && @base > 0 && votes * 100m > @base * percent;

    /// <summary>The fewest votes that reach it.</summary>
    public static int? Needed(RuleSet set, int @base) =>
        set["vote_majority_over_percent"].Known is { } percent ? (int)Math.Floor(@base * percent / 100m) + 1 : null;

    /// <summary>Of how many the votes of a cell are a share.</summary>
    public static int BaseOf(RuleSet set, CellVoters voters)
    {
        var leftOut = set["cell_vote_base_leaves_out"].List;
        return set["cell_vote_base"].Text switch
        {
            "ValidBallots" => voters.Valid,
            "PresentMembers" => voters.Present,
            _ => voters.Official
                - (leftOut.Contains("TemporarilyElsewhere") ? voters.Elsewhere : 0)
                - (leftOut.Contains("ExemptAbsent") ? voters.ExemptAbsent : 0),
        };
    }
}
