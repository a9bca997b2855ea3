using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.EnterBallot;

namespace TongKet.Reviews.EnterSessionBallot;

/// <summary>What stands against an entry of a session: itself, then where it differs from the first.</summary>
internal static class SessionCheck
{
    /// <summary>The first entry became whole meanwhile; what was typed is no second one.</summary>
    public const string FirstIsThere = "review.session.first-is-there";

    private const int MostNamed = 12;
    private const int MostSavings = 10_000;

    /// <param name="typed">The head of the paper and the rows of one page.</param>
    /// <param name="page">Whom the page asked for, those left empty among them.</param>
    public static IEnumerable<Refusal> All(
        TypedBallot typed,
        IReadOnlyCollection<long> page,
        SessionDesk desk,
        Outcome<int> @base,
        DateOnly today
    )
    {
        if (typed.Seen != Seen(desk) || (page.Count == 0 && desk.Waiting.Any()))
        {
            // Pressed twice, or entered by another one meanwhile: the second entry is one's own work.
            yield return new(desk.IsSecond ? FirstIsThere : "review.session.page-is-there");
            yield break;
        }

        var names = desk.Names.ToDictionary(n => n.Line.Id, n => n.Name);
        // What the head says holds for the pages before, too.
        var before = desk.IsSecond ? [] : Lines(desk.Open?.Votes ?? []);
        var tally = typed.Tally with { Lines = [.. typed.Lines, .. before] };
        var own = Papers(typed, @base, today)
            .Concat(BallotRule.Check(tally, typed.Body ?? 0, id => names.GetValueOrDefault(id, "")))
            .ToList();
        if (tally.Lines.Count == 0 && !HasRepeated(desk) && desk.Waiting.All(n => page.Contains(n.Line.Id)))
        {
            own.Add(new("review.ballot.nobody"));
        }

        foreach (var refusal in own)
        {
            yield return refusal;
        }

        if (own.Count == 0 && desk is { IsSecond: true, Open: { } first })
        {
            foreach (var refusal in Differences(typed, page, first, names))
            {
                yield return refusal;
            }
        }
    }

    /// <summary>As the page carries along what it showed: which round, and how often it was saved.</summary>
    public static int Seen(SessionDesk desk) => (desk.Rounds.Count * MostSavings) + (desk.Open?.Round.Revision ?? 0);

    // Where the names went meanwhile, an empty page would agree with nothing.
    private static bool HasRepeated(SessionDesk desk) =>
        desk is { IsSecond: true, Open: { } open } && open.Votes.Any(v => v is { IsRepeated: true, IsLeftOut: false });

    private static IReadOnlyList<TallyLine> Lines(IEnumerable<BallotVotes> votes) =>
        [.. votes.Where(v => !v.IsLeftOut).Select(v => v.Line)];

    private static IEnumerable<Refusal> Papers(TypedBallot typed, Outcome<int> @base, DateOnly today)
    {
        foreach (var refusal in SheetRule.CheckMeeting(typed.HeldOn, typed.Minutes, hasProposals: true, today))
        {
            yield return refusal;
        }

        if (typed.Method is null)
        {
            yield return new("review.ballot.method.missing");
        }

        foreach (var refusal in @base.Refusals)
        {
            yield return refusal;
        }
    }

    private static IEnumerable<Refusal> Differences(
        TypedBallot typed,
        IReadOnlyCollection<long> page,
        StoredRound first,
        Dictionary<long, string> names
    )
    {
        var round = first.Round;
        if ((round.HeldOn, round.MinutesNumber, round.Official) != (typed.HeldOn, typed.Minutes, typed.Body))
        {
            yield return new("review.session.papers-differ", null, round.HeldOn, round.MinutesNumber, round.Official);
        }

        var tally = round.Tally(Lines(first.Votes.Where(v => page.Contains(v.AssessmentId))));
        foreach (var found in TallyAgreement.Differences(tally, typed.Tally).Take(MostNamed))
        {
            yield return (found.SubjectId, found.Field) switch
            {
                (null, TallyField.Method) => new("review.session.method-differs", null, round.Method),
                (null, _) => new("review.session.head-differs", null, found.Field, found.First, found.Second),
                ({ } id, TallyField.Name) => new("review.session.name-differs", null, names.GetValueOrDefault(id, "")),
                ({ } id, _) => new(
                    "review.session.differs",
                    null,
                    names.GetValueOrDefault(id, ""),
                    found.Field,
                    found.First,
                    found.Second
                ),
            };
        }
    }
}
