using TongKet.Domain.Figures;
using TongKet.Domain.Regulations;

namespace TongKet.Figures.Engine;

/// <summary>What figures take from the rule sets, as columns were counted by it. Most versions change nothing of it.</summary>
internal sealed class RulesSeen(RuleBook rules)
{
    private IReadOnlyList<RuleSet>? seen;

    public string Text { get; private set; } = "";

    /// <summary>Looks at what is published now; where everything counted before is worthless by it, that is thrown away.</summary>
    public void Follow(Action throwAway)
    {
        var now = rules.All;
        if (ReferenceEquals(seen, now))
        {
            return;
        }

        var (isFirst, before) = (seen is null, Text);
        (seen, Text) = (now, FigureRules.TextOf(rules));
        if (!isFirst && Text != before)
        {
            throwAway();
        }
    }
}
