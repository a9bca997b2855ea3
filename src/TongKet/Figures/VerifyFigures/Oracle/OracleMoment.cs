using System.Globalization;

namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>A moment as the SQL takes it: its days, and what the rule sets in force make of it as numbers of the columns.</summary>
/// <param name="BornAfter">Who was born after this day and until <paramref name="BornUntil"/> is of young age.</param>
public sealed record OracleMoment(
    int Year,
    DateOnly Day,
    DateOnly PeriodStart,
    DateOnly RosterOn,
    DateOnly BornAfter,
    DateOnly BornUntil,
    OracleWords Words
)
{
    /// <summary>The day of the tree; another than the moment's own asks «as if organizations had stood as then».</summary>
    public DateOnly TreeDay { get; init; } = Day;

    public DateOnly? OtherTree => TreeDay == Day ? null : TreeDay;

    public IEnumerable<(string Name, object Value)> Parameters() =>
        [
            ("year", Year),
            ("day", Day),
            ("tree_day", TreeDay),
            ("period_start", PeriodStart),
            ("year_end", new DateOnly(Year, 12, 31)),
            ("eve", PeriodStart.AddDays(-1)),
            ("roster_on", RosterOn),
            ("born_after", BornAfter),
            ("born_until", BornUntil),
            ("party_kinds", Listed(Words.PartyKinds)),
            ("committee_kinds", Listed(Words.GrassrootsCommitteeKinds)),
            ("grassroots_cell_kinds", Listed(Words.GrassrootsCellKinds)),
            ("subordinate_cell_kinds", Listed(Words.SubordinateCellKinds)),
            ("sectional_kinds", Listed(Words.SectionalKinds)),
            ("not_subject_reasons", Listed(Words.NotSubjectReasons)),
        ];

    /// <summary>«,9,10,»: a list that both engines can search as text, so that it is one parameter.</summary>
    public static string Listed(IEnumerable<int> numbers) =>
        "," + string.Concat(numbers.Select(n => n.ToString(CultureInfo.InvariantCulture) + ","));
}

/// <summary>The numbers that columns hold for the words of the rule sets.</summary>
public sealed record OracleWords(
    IReadOnlyList<int> PartyKinds,
    IReadOnlyList<int> GrassrootsCommitteeKinds,
    IReadOnlyList<int> GrassrootsCellKinds,
    IReadOnlyList<int> SubordinateCellKinds,
    IReadOnlyList<int> SectionalKinds,
    IReadOnlyList<int> NotSubjectReasons
);
