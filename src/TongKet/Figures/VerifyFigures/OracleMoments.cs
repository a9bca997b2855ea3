using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Figures.VerifyFigures.Oracle;

namespace TongKet.Figures.VerifyFigures;

/// <summary>
/// The moments that are checked, and what the second count needs to know of each: read from the rule sets by key,
/// without asking the figures what they make of them.
/// </summary>
public sealed class OracleMoments(RuleBook rules)
{
    public static IReadOnlyList<int> PartyKinds { get; } = Numbers(k => k.IsPartyOrganization());
    public static IReadOnlyList<int> CellKinds { get; } = Numbers(k => k.IsCell());

    public OracleMoment At(int year, DateOnly day)
    {
        var structure = rules.InForce("organization-structure", day);
        var review = rules.InForce("annual-review", new DateOnly(year, 12, 31));
        var register = rules.InForce("member-register", day);
        return new(
            year,
            day,
            new DateOnly(year, 1, 1),
            new DateOnly(year, review["roster_closed_month"].Int, review["roster_closed_day"].Int),
            day.AddYears(-register["young_age_to"].Int - 1),
            day.AddYears(-register["young_age_from"].Int),
            new(
                PartyKinds,
                Kinds(structure["grassroots_committee_kinds"]),
                Kinds(structure["grassroots_cell_kinds"]),
                Kinds(structure["subordinate_cell_kinds"]),
                [(int)OrganizationKind.SectionalOrganization],
                [.. review["not_graded_reasons"].List.Select(r => (int)Enum.Parse<NoGradeReason>(r))]
            )
        );
    }

    /// <summary>The days on their own trees and, where none were asked for, one as if organizations had stood as today.</summary>
    public IEnumerable<OracleMoment> Of(IEnumerable<DateOnly> days, VerifyCommand command, DateOnly today)
    {
        var asked = days.Select(d => At(d.Year, d) with { TreeDay = command.TreeOn ?? d });
        var lastEnd = new DateOnly(today.Year - 1, 12, 31);
        return command.Days is null && days.Contains(lastEnd)
            ? asked.Append(At(lastEnd.Year, lastEnd) with { TreeDay = today })
            : asked;
    }

    /// <summary>A tree that is not the moment's own stays.</summary>
    public OracleMoment LastYear(OracleMoment moment)
    {
        var before = At(moment.Year - 1, moment.Day.AddYears(-1));
        return moment.OtherTree is { } tree ? before with { TreeDay = tree } : before;
    }

    /// <summary>Middle and end of each year that has records, and today; next year has only its targets yet.</summary>
    public static IReadOnlyList<DateOnly> Days(IEnumerable<int> years, DateOnly today) =>
        [
            .. years
                .Where(y => y <= today.Year)
                .SelectMany(y => new[] { new DateOnly(y, 6, 30), new DateOnly(y, 12, 31) })
                .Append(today)
                .Distinct()
                .Order(),
        ];

    private static int[] Kinds(RuleParameter kinds) => [.. kinds.List.Select(k => (int)Enum.Parse<OrganizationKind>(k))];

    private static int[] Numbers(Func<OrganizationKind, bool> which) =>
        [.. Enum.GetValues<OrganizationKind>().Where(which).Select(k => (int)k)];
}
