using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.EnterBallot;
using TongKet.Reviews.KeepResidence;
using TongKet.Reviews.ScoreCriteria;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>A member on the papers of his cell's review.</summary>
/// <param name="PartyPosts">Posts in Party organizations, this cell's first.</param>
/// <param name="OtherPosts">Posts in bodies that are no Party organization, each with its body.</param>
/// <param name="Reason">Why he is not graded; <see cref="NoGradeReason.None"/> where he is.</param>
/// <param name="IsReviewed">Reviewed and graded are two facts.</param>
/// <param name="Before">His grade of the year before, or the reason for none.</param>
public sealed record RollLine(
    long MemberId,
    string Name,
    PartialDate? Born,
    IReadOnlyList<string> PartyPosts,
    IReadOnlyList<string> OtherPosts,
    IReadOnlyList<string> Bodies,
    string? Occupation,
    bool IsOfficial,
    bool IsCommitteeMember,
    bool HoldsPost,
    NoGradeReason Reason,
    bool IsReviewed,
    (Grade Grade, NoGradeReason Reason) Before
)
{
    /// <summary>As lists call him: with his birth where another of the roll has the same name.</summary>
    public required string Called { get; init; }

    /// <summary>Works outside the political system, in a year that has a form for it.</summary>
    public bool WorksOutsideSystem { get; init; }

    /// <summary>Of a leader on the roll of a committee, the cell in which he is a member.</summary>
    public string? CellName { get; init; }

    public bool IsGraded => Reason == NoGradeReason.None;

    public bool IsExempt => Reason == NoGradeReason.Exempt;

    /// <summary>Official and not suspended; an exempt member votes where he comes.</summary>
    public bool Votes => IsOfficial && Reason != NoGradeReason.Suspended;
}

/// <summary>
/// A cell's members on a day, as the papers of its review need them, in the order in which they are reviewed; of a committee
/// its leaders.
/// </summary>
/// <param name="Superior">The Party organization above; null for a top.</param>
/// <param name="On">Roster, names and document format are those of this day.</param>
public sealed record ReviewRoll(
    TreeNode Cell,
    TreeNode? Superior,
    int Year,
    DateOnly On,
    ReviewForms Forms,
    DocumentFormat Format,
    IReadOnlyList<RollLine> Lines
)
{
    /// <summary>The vote as it was entered; null before it is, or where it is not for who prints.</summary>
    public StoredRound? Vote { get; init; }

    /// <summary>The second ballot on names without a majority.</summary>
    public StoredRound? SecondVote { get; init; }

    /// <summary>What was typed in reviews of oneself, by line; empty where it is not for who prints.</summary>
    public IReadOnlyDictionary<LineKey, SelfReview> Typed { get; init; } = new Dictionary<LineKey, SelfReview>();

    public bool IsOfCell { get; } = Cell.Kind.IsCell();

    /// <summary>Criteria with what they were given, as far as that is for who prints.</summary>
    public SheetCriteria? Criteria { get; init; }

    /// <summary>Of the collective: of a cell those of the cell itself.</summary>
    public ScoredCriteria? OfCollective => Criteria?.Of(CollectiveKey);

    public LineKey CollectiveKey => IsOfCell ? LineKey.Own : LineKey.Collective;

    /// <summary>The line of the sheet that somebody of the roll is reviewed on.</summary>
    public LineKey KeyOf(RollLine line) => IsOfCell ? LineKey.Member(line.MemberId) : LineKey.Leader(line.MemberId);

    /// <summary>Who keeps contact with this cell where he lives; none of them is on the roll.</summary>
    public IReadOnlyList<ResidenceLine> Contacts { get; init; } = [];

    /// <summary>What other cells say of those on the roll; nothing where it is not for who prints.</summary>
    public ILookup<long, CommentElsewhere> Elsewhere { get; init; } = Enumerable.Empty<CommentElsewhere>().ToLookup(_ => 0L);

    public bool AsksResidenceComments => Contacts.Any(line => line.Contact.ExemptWhy is null);

    public IReadOnlyList<RollLine> Graded { get; } = [.. Lines.Where(line => line.IsGraded)];

    public IReadOnlyList<RollLine> NotGraded { get; } = [.. Lines.Where(line => !line.IsGraded)];

    public int Official { get; } = Lines.Count(line => line.IsOfficial);

    public int Voters { get; } = Lines.Count(line => line.Votes);

    /// <summary>What the last ballot on a member says.</summary>
    public BallotVotes? VotesOf(long memberId) =>
        SecondVote?.Votes.FirstOrDefault(v => v.MemberId == memberId) ?? Vote?.Votes.FirstOrDefault(v => v.MemberId == memberId);

    /// <summary>Of how many the votes are a share.</summary>
    public int BaseOf(BallotVotes votes) => votes.RoundId == SecondVote?.Round.Id ? SecondVote.Round.Base : Vote?.Round.Base ?? 0;

    /// <summary>A cell with a committee (chi ủy) is reviewed as its committee, one without as the cell.</summary>
    public bool HasCommittee { get; } = Lines.Any(line => line.IsCommitteeMember);
}
