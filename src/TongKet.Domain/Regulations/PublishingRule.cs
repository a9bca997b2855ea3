using TongKet.Domain.Values;

namespace TongKet.Domain.Regulations;

/// <summary>Whether a parameter may be published as somebody says it: of its shape, with a reason, and in itself possible.</summary>
public static class PublishingRule
{
    public static IReadOnlyList<Refusal> Check(RuleSet newest, ParameterPlace place, RuleParameter said, string? reason)
    {
        var refusals = new List<Refusal>();
        if (place.Shape.Check(said.Value) is { } wrong)
        {
            refusals.Add(wrong);
        }
        else if (Contradiction(newest.With(place.Name, said), place.Name) is { } contradiction)
        {
            refusals.Add(contradiction);
        }

        if (said.Confirmed && said.Article is null)
        {
            refusals.Add(new("regulation.article.needed"));
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            refusals.Add(new("regulation.reason.missing"));
        }

        refusals.AddRange(
            TextLength.Check(
                (said.Article, RuleSetVersion.ArticleLength),
                (said.Note, RuleSetVersion.NoteLength),
                (reason, RuleSetVersion.ReasonLength)
            )
        );
        if (refusals.Count == 0 && newest.With(place.Name, said).Hash == newest.Hash)
        {
            refusals.Add(new("regulation.publish.no-change"));
        }

        return refusals;
    }

    /// <summary>What each may say by itself and not together.</summary>
    private static Refusal? Contradiction(RuleSet set, string name) =>
        name switch
        {
            // A day that every year has.
            "roster_closed_month"
            or "roster_closed_day"
                when set["roster_closed_day"].Int > DateTime.DaysInMonth(2001, set["roster_closed_month"].Int) => new(
                "regulation.value.no-such-day",
                null,
                set["roster_closed_day"].Int,
                set["roster_closed_month"].Int
            ),
            "excellent_points"
            or "good_points"
            or "completed_points" when !Falls(set, "excellent_points", "good_points", "completed_points") => new(
                "regulation.value.points-order"
            ),
            "excellent_cap_percent"
            or "excellent_cap_exception_percent"
                when set["excellent_cap_exception_percent"].Known < set["excellent_cap_percent"].Decimal => new(
                "regulation.value.exception-below",
                null,
                set["excellent_cap_percent"].Decimal
            ),
            "young_age_from" or "young_age_to" when set["young_age_from"].Int > set["young_age_to"].Int => new(
                "regulation.value.ages-order"
            ),
            _ => null,
        };

    private static bool Falls(RuleSet set, params string[] names)
    {
        var known = names.Select(n => set[n].Known).OfType<decimal>().ToList();
        return known.Zip(known.Skip(1)).All(pair => pair.First > pair.Second);
    }
}
