using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.EnterBallot;

namespace TongKet.Reviews.EnterSessionBallot;

/// <summary>What stands against an entry of a session: itself, then where it differs from the first.</summary>
internal static class SessionCheck
{
    private const int MostNamed = 12;

    public static IEnumerable<Refusal> All(TypedBallot typed, SessionDesk desk, Outcome<int> @base, DateOnly today)
    {
        if (typed.Seen != Seen(desk))
        {
            // Pressed twice, or entered by another one meanwhile: the second entry is one's own work.
            yield return new("review.session.first-is-there");
            yield break;
        }

        var names = desk.Names.ToDictionary(n => n.Line.Id, n => n.Name);
        var own = Papers(typed, @base, today)
            .Concat(BallotRule.Check(typed.Tally, typed.Body ?? 0, id => names.GetValueOrDefault(id, "")))
            .ToList();
        foreach (var refusal in own)
        {
            yield return refusal;
        }

        if (own.Count == 0 && desk.Open is { } first)
        {
            foreach (var refusal in Differences(typed, first, names))
            {
                yield return refusal;
            }
        }
    }

    /// <summary>As the page carries along what it showed.</summary>
    public static int Seen(SessionDesk desk) => desk.Rounds.Count + (desk.Open is null ? 0 : 1);

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

        if (typed.Lines.Count == 0)
        {
            yield return new("review.ballot.nobody");
        }
    }

    private static IEnumerable<Refusal> Differences(TypedBallot typed, StoredRound first, Dictionary<long, string> names)
    {
        var round = first.Round;
        if ((round.HeldOn, round.MinutesNumber, round.Official) != (typed.HeldOn, typed.Minutes, typed.Body))
        {
            yield return new("review.session.papers-differ", null, round.HeldOn, round.MinutesNumber, round.Official);
        }

        var tally = round.Tally([.. first.Votes.Select(v => v.Line)]);
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
