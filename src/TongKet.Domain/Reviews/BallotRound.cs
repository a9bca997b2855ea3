namespace TongKet.Domain.Reviews;

/// <summary>
/// One round of a vote as the counting team wrote it down: of a cell on its members, or of a deciding body in session.
/// Counts only, never who voted what; what is corrected stays in the change log.
/// </summary>
public sealed class BallotRound
{
    public long Id { get; init; }
    public long CycleId { get; init; }

    /// <summary>The organization whose body voted.</summary>
    public long OrganizationId { get; init; }

    /// <summary>As what the names are graded.</summary>
    public ReviewSubject As { get; init; } = ReviewSubject.Member;

    /// <summary>Of a cell 1 for the first ballot, 2 for the second on names without a majority; of a session counted on.</summary>
    public int Round { get; init; }

    /// <summary>Every name was entered once: a cell's at once, a session's with the last page of the first entry.</summary>
    public bool IsWhole { get; set; }

    /// <summary>It holds: a cell's at once, a session's when it was entered twice alike.</summary>
    public bool IsAgreed { get; set; }
    public VoteMethod Method { get; set; }
    public DateOnly HeldOn { get; set; }
    public required string MinutesNumber { get; set; }

    /// <summary>Official members of the cell; of a body all its members.</summary>
    public int Official { get; set; }
    public int Elsewhere { get; set; }
    public int ExemptAbsent { get; set; }
    public int Present { get; set; }
    public int Issued { get; set; }
    public int Returned { get; set; }
    public int Valid { get; set; }
    public int Invalid { get; set; }

    /// <summary>Of how many the votes are a share, by the rule set on that day.</summary>
    public int Base { get; set; }

    /// <summary>Counts the savings, so that who saves second sees what the first changed.</summary>
    public int Revision { get; set; }

    public CellVoters Voters => new(Official, Present, Valid, Elsewhere, ExemptAbsent);

    public TallyRecord Tally(IReadOnlyList<TallyLine> lines) => new(Method, Present, Issued, Returned, Valid, Invalid, lines);

    /// <summary>Takes over what was typed.</summary>
    public void Take(TallyRecord tally, CellVoters voters, int @base)
    {
        (Method, Official, Elsewhere, ExemptAbsent) = (tally.Method, voters.Official, voters.Elsewhere, voters.ExemptAbsent);
        (Present, Issued, Returned) = (tally.Present, tally.Issued, tally.Returned);
        (Valid, Invalid, Base) = (tally.Valid, tally.Invalid, @base);
        Revision++;
    }
}

/// <summary>The votes for one name in a round.</summary>
public sealed class BallotVotes
{
    public long Id { get; init; }
    public long RoundId { get; init; }
    public long AssessmentId { get; init; }

    /// <summary>Null where an organization is voted on.</summary>
    public long? MemberId { get; init; }
    public int Excellent { get; set; }
    public int Good { get; set; }
    public int Completed { get; set; }
    public int NotCompleted { get; set; }
    public int NoOpinion { get; set; }

    /// <summary>Was left empty while a session is being entered: not voted on. Gone once the round holds.</summary>
    public bool IsLeftOut { get; set; }

    /// <summary>The second entry of a session said the same.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>What came of it, as read when it was entered.</summary>
    public VoteOutcome Outcome { get; set; }

    /// <summary>The grade with the majority.</summary>
    public Grade Grade { get; set; }

    public TallyLine Line => new(AssessmentId, Excellent, Good, Completed, NotCompleted, NoOpinion);

    public void Take(TallyLine line, VoteResult result)
    {
        (Excellent, Good, Completed) = (line.Excellent, line.Good, line.Completed);
        (NotCompleted, NoOpinion) = (line.NotCompleted, line.NoOpinion);
        (Outcome, Grade) = (result.Outcome, result.Grade);
    }
}
