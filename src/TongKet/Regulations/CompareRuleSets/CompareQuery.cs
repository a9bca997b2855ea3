using TongKet.Domain.Regulations;

namespace TongKet.Regulations.CompareRuleSets;

/// <summary>What two documents say to one parameter; null where one says nothing of it.</summary>
public sealed record ComparedParameter(string Label, ParameterInWords? A, ParameterInWords? B, bool Differs);

/// <param name="Choices">The documents of the same subject, the latest first.</param>
public sealed record ComparisonView(
    RuleSet A,
    RuleSet B,
    IReadOnlyList<RuleSet> Choices,
    IReadOnlyList<(string Section, IReadOnlyList<ComparedParameter> Parameters)> Sections
)
{
    public int Count => Sections.Sum(s => s.Parameters.Count);
    public int Differing => Sections.Sum(s => s.Parameters.Count(p => p.Differs));
}

/// <summary>Two documents of one subject side by side, each as its newest version has it.</summary>
public sealed class CompareQuery(RuleBook rules)
{
    /// <summary>Null where there is no such document, or the two rule different things.</summary>
    public ComparisonView? Ask(string? a, string? b)
    {
        if (
            rules.All.FirstOrDefault(r => r.Id == a) is not { } one
            || rules.All.FirstOrDefault(r => r.Id == b) is not { } other
            || one.Subject != other.Subject
        )
        {
            return null;
        }

        return new(
            one,
            other,
            [.. rules.All.Where(r => r.Subject == one.Subject).Reverse()],
            [
                .. ParameterShapes
                    .All.Where(p => one.Find(p.Name) is not null || other.Find(p.Name) is not null)
                    .GroupBy(p => p.Section)
                    .Select(g =>
                        (
                            ParameterInWords.SectionOf(g.First()),
                            (IReadOnlyList<ComparedParameter>)
                                [.. g.Select(p => Compare(p.Name, one.Find(p.Name), other.Find(p.Name)))]
                        )
                    ),
            ]
        );
    }

    /// <summary>They differ by what they say, not by where it stands or how sure it is.</summary>
    private static ComparedParameter Compare(string name, RuleParameter? a, RuleParameter? b) =>
        new(
            ParameterInWords.LabelOf(name),
            a is null ? null : ParameterInWords.Of(name, a),
            b is null ? null : ParameterInWords.Of(name, b),
            a is null || b is null || RuleSetText.Of(a.Value) != RuleSetText.Of(b.Value)
        );
}
