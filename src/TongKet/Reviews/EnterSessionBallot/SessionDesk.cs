using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Reviews.DecideGrades;
using TongKet.Reviews.EnterBallot;
using TongKet.Store;

namespace TongKet.Reviews.EnterSessionBallot;

/// <summary>Whose grade a session votes on.</summary>
public sealed record SessionName(Assessment Line, string Name, TreeNode Place);

/// <summary>What a deciding body votes on, and what was entered so far.</summary>
/// <param name="Names">Of the sheets sent in, whoever is to be graded and is not decided.</param>
/// <param name="Open">Entered once and waiting for the second time.</param>
/// <param name="Last">The last round that was entered twice alike.</param>
public sealed record SessionDesk(
    IReadOnlyList<DecisionLine> Lines,
    IReadOnlyList<SessionName> Names,
    IReadOnlyList<StoredRound> Rounds,
    StoredRound? Open,
    StoredRound? Last
)
{
    private readonly Dictionary<long, BallotVotes> entered = Open?.Votes.ToDictionary(v => v.AssessmentId) ?? [];

    /// <summary>Every name was entered once, and the second entry is to say the same.</summary>
    public bool IsSecond => Open is { Round.IsWhole: true };

    /// <summary>The names that this entry goes through; what was sent in since the first is for another round.</summary>
    public IEnumerable<SessionName> Asked => IsSecond ? Names.Where(n => entered.ContainsKey(n.Line.Id)) : Names;

    /// <summary>Those whom this entry has not come to yet; a page takes the first of them.</summary>
    public IEnumerable<SessionName> Waiting =>
        IsSecond ? Asked.Where(n => !entered[n.Line.Id].IsRepeated) : Names.Where(n => !entered.ContainsKey(n.Line.Id));

    /// <summary>The head of the paper was typed in this entry already, with an earlier page.</summary>
    public bool HasHead => Open is not null && (!IsSecond || Open.Votes.Any(v => v.IsRepeated));

    public static async Task<SessionDesk> ReadAsync(
        AppStore store,
        CycleWork work,
        TreeNode body,
        ReviewSubject subject,
        CancellationToken cancel
    )
    {
        var lines = await DecisionQuery.LinesAsync(store, work, body, cancel);
        var rounds = (await BallotDesk.RoundsAsync(store, work.Cycle.Id, body.Id, cancel))
            .Where(r => r.Round.As == subject)
            .ToList();
        var asked = lines
            .Where(l => l.State == SheetState.Submitted)
            .SelectMany(l => l.Lines.Select(a => (l.Node, Line: a)))
            .Where(l => l.Line.As == subject && !l.Line.IsDecided && IsGraded(l.Line))
            .ToList();
        return new(
            lines,
            await NamesAsync(store, asked, cancel),
            rounds,
            rounds.Find(r => !r.Round.IsAgreed),
            rounds.FindLast(r => r.Round.IsAgreed)
        );
    }

    // Who has a reason for no grade is not voted on.
    private static bool IsGraded(Assessment line) =>
        line.Effective != Grade.None || line.EffectiveReason == Domain.Regulations.NoGradeReason.None;

    private static async Task<IReadOnlyList<SessionName>> NamesAsync(
        AppStore store,
        IReadOnlyList<(TreeNode Node, Assessment Line)> asked,
        CancellationToken cancel
    )
    {
        var ids = asked.Select(l => l.Line.MemberId).OfType<long>().ToArray();
        var members = await store
            .Set<Member>()
            .AsNoTracking()
            .Where(m => ids.Contains(m.Id))
            .Select(m => new
            {
                m.Id,
                m.FullName,
                m.BornOn,
                m.BornPrecision,
                m.RegisterOrder,
            })
            .ToDictionaryAsync(m => m.Id, cancel);
        var called = Namesakes.Called(members.Values.Select(m => (m.Id, m.FullName, Namesakes.Born(m.BornOn, m.BornPrecision))));
        return
        [
            .. asked
                .OrderBy(l => l.Node.At)
                .ThenBy(l => l.Line.MemberId is { } id ? members[id].RegisterOrder : 0)
                .ThenBy(l => l.Line.MemberId)
                .Select(l => new SessionName(l.Line, l.Line.MemberId is { } id ? called[id] : l.Node.Name, l.Node)),
        ];
    }
}
