namespace TongKet.Domain.Reviews;

/// <summary>How a cell or a committee votes; which of the two is for each place to say.</summary>
public enum VoteMethod : byte
{
    /// <summary>Bỏ phiếu kín.</summary>
    SecretBallot = 1,

    /// <summary>Giơ tay: no paper is given out, who is there and may vote is counted.</summary>
    ShowOfHands = 2,
}

/// <summary>The votes for one name, as counts: who voted what is never known.</summary>
/// <param name="SubjectId">Whose grade is voted on.</param>
public sealed record TallyLine(long SubjectId, int Excellent, int Good, int Completed, int NotCompleted, int NoOpinion)
{
    public int Total => Excellent + Good + Completed + NotCompleted + NoOpinion;

    public bool HasNegative => Excellent < 0 || Good < 0 || Completed < 0 || NotCompleted < 0 || NoOpinion < 0;

    public int For(Grade grade) =>
        grade switch
        {
            Grade.Excellent => Excellent,
            Grade.Good => Good,
            Grade.Completed => Completed,
            Grade.NotCompleted => NotCompleted,
            _ => NoOpinion,
        };
}

/// <summary>
/// Biên bản kiểm phiếu: what the counting team wrote down of one round. A ballot is valid or not as a whole, so every
/// name has as many votes as there are valid ballots, those without an opinion among them.
/// </summary>
/// <param name="Present">Who was there and may vote.</param>
/// <param name="Issued">Ballots given out; with a show of hands none, as all that follow.</param>
public sealed record TallyRecord(
    VoteMethod Method,
    int Present,
    int Issued,
    int Returned,
    int Valid,
    int Invalid,
    IReadOnlyList<TallyLine> Lines
)
{
    /// <summary>How many votes each name has.</summary>
    public int VotesPerName => Method == VoteMethod.SecretBallot ? Valid : Present;
}
