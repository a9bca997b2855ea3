using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;

namespace TongKet.Domain.Figures;

/// <summary>
/// The moment a question is asked about: the end of <see cref="Day"/>, the period from 1 January of its year, the
/// day on which the year's roster was closed, and what the rule sets in force make of it.
/// </summary>
public sealed record AsOf(DateOnly Day, DateOnly PeriodStart, DateOnly RosterOn, FigureRules Rules)
{
    public int Year => PeriodStart.Year;

    /// <summary>The end of this day closed the period before.</summary>
    public DateOnly Eve => PeriodStart.AddDays(-1);

    public bool YearIsOver => Day >= PeriodStart.AddYears(1).AddDays(-1);

    /// <summary>Grades of the year are known only once its roster was closed.</summary>
    public bool RosterIsClosed => RosterOn <= Day;

    /// <summary>Born after this day: at most the young age of the rule set on <see cref="Day"/>.</summary>
    public DateOnly YoungBornAfter => Day.AddYears(-Rules.YoungAgeTo - 1);
    public DateOnly YoungBornUntil => Day.AddYears(-Rules.YoungAgeFrom);

    /// <summary>The same day of the year before, under the rule sets of that day.</summary>
    public AsOf LastYear(RuleBook rules) => At(rules, Year - 1, Day.AddYears(-1));

    /// <summary>The end of a day, with a period of any length before it; for flows, which know no roster.</summary>
    public static AsOf Between(RuleBook rules, DateOnly from, DateOnly to) => At(rules, to.Year, to) with { PeriodStart = from };

    /// <summary>The year's end, or another day of the year.</summary>
    public static AsOf At(RuleBook rules, int year, DateOnly? day = null)
    {
        var on = day ?? new DateOnly(year, 12, 31);
        var review = rules.InForce(RuleBook.AnnualReview, new DateOnly(year, 12, 31));
        var rosterOn = new DateOnly(year, review["roster_closed_month"].Int, review["roster_closed_day"].Int);
        return new(on, new DateOnly(year, 1, 1), rosterOn, FigureRules.On(rules, on, review));
    }
}

/// <summary>What rule sets in force on a day give to the figures: which kinds count as what, which reasons are outside.</summary>
/// <param name="GrassrootsDefinition">Names the definition of TCCSĐ, so that figures across a change of it are not compared.</param>
public sealed record FigureRules(
    string GrassrootsDefinition,
    OrganizationKind[] GrassrootsCommitteeKinds,
    OrganizationKind[] GrassrootsCellKinds,
    OrganizationKind[] SubordinateCellKinds,
    NoGradeReason[] NotSubjectReasons,
    int YoungAgeFrom,
    int YoungAgeTo
)
{
    /// <summary>All that moments of figures take from the rule sets.</summary>
    private static readonly string[] Taken =
    [
        "grassroots_definition",
        "grassroots_committee_kinds",
        "grassroots_cell_kinds",
        "subordinate_cell_kinds",
        "not_graded_reasons",
        "young_age_from",
        "young_age_to",
        "roster_closed_month",
        "roster_closed_day",
    ];

    /// <summary>What was counted under rules with the same text need not be counted again when a version is published.</summary>
    public static string TextOf(RuleBook rules) =>
        string.Join(
            '\n',
            rules.All.SelectMany(set =>
                Taken.Where(set.Parameters.ContainsKey).Select(name => $"{set.Id} {name} {RuleSetText.Of(set[name].Value)}")
            )
        );

    /// <summary>Whether both say the same; lists are compared by what stands in them.</summary>
    public bool SameAs(FigureRules other) =>
        GrassrootsDefinition == other.GrassrootsDefinition
        && GrassrootsCommitteeKinds.AsSpan().SequenceEqual(other.GrassrootsCommitteeKinds)
        && GrassrootsCellKinds.AsSpan().SequenceEqual(other.GrassrootsCellKinds)
        && SubordinateCellKinds.AsSpan().SequenceEqual(other.SubordinateCellKinds)
        && NotSubjectReasons.AsSpan().SequenceEqual(other.NotSubjectReasons)
        && (YoungAgeFrom, YoungAgeTo) == (other.YoungAgeFrom, other.YoungAgeTo);

    /// <summary>What counts as TCCSĐ: committees and cells together.</summary>
    public OrganizationKind[] GrassrootsKinds { get; } = [.. GrassrootsCommitteeKinds, .. GrassrootsCellKinds];

    /// <summary>The rules of a day; the reasons are those of the year's review.</summary>
    public static FigureRules On(RuleBook rules, DateOnly on, RuleSet review)
    {
        var structure = rules.InForce(RuleBook.OrganizationStructure, on);
        var register = rules.InForce(RuleBook.MemberRegister, on);
        return new(
            structure["grassroots_definition"].Text,
            structure["grassroots_committee_kinds"].Names<OrganizationKind>(),
            structure["grassroots_cell_kinds"].Names<OrganizationKind>(),
            structure["subordinate_cell_kinds"].Names<OrganizationKind>(),
            review["not_graded_reasons"].Names<NoGradeReason>(),
            register["young_age_from"].Int,
            register["young_age_to"].Int
        );
    }
}
