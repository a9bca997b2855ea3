using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;

namespace TongKet.Demo;

internal sealed record PlaceList(
    string Note,
    string Province,
    string ProvinceCode,
    string ProvinceLetters,
    string District,
    string DistrictCode,
    string Town,
    IReadOnlyList<string> Communes,
    IReadOnlyList<string> MinorityCommunes,
    IReadOnlyList<string> Successors,
    IReadOnlyList<string> VillageFirst,
    IReadOnlyList<string> VillageSecond,
    IReadOnlyList<string> OutsideBefore,
    IReadOnlyList<string> OutsideAfter,
    IReadOnlyList<string> Forces,
    IReadOnlyList<string> ProvincialAgencies,
    string ProvincialPolice,
    IReadOnlyList<string> OtherHomes
);

internal sealed record NameList(
    IReadOnlyDictionary<string, int> Family,
    IReadOnlyList<MinorityNames> Minorities,
    IReadOnlyList<GenerationNames> Generations,
    IReadOnlyList<string> LongMen,
    IReadOnlyList<string> LongLadies
);

internal sealed record MinorityNames(string People, int Weight, IReadOnlyList<string> Family);

/// <summary>Given names go with the years: who was born in 1945 is called otherwise than who was born in 1998.</summary>
internal sealed record GenerationNames(
    int BornFrom,
    IReadOnlyDictionary<string, int> MenMiddle,
    IReadOnlyDictionary<string, int> Women,
    IReadOnlyList<string> Men,
    IReadOnlyList<string> Ladies
);

/// <summary>What kind of place a cell is, and so who its members are. Sizes and ages: lowest, most often, highest.</summary>
internal sealed record Site(
    IReadOnlyList<double> Size,
    IReadOnlyList<double> Ages,
    int RetireAt,
    double Women,
    double Admits,
    double Opens,
    IReadOnlyDictionary<string, int> Occupations,
    IReadOnlyDictionary<string, int> Retired,
    IReadOnlyDictionary<string, int> Qualifications,
    IReadOnlyDictionary<string, int> Theories
);

internal sealed record OrganizationList(
    IReadOnlyDictionary<string, string> Groups,
    IReadOnlyList<CommitteePlan> Committees,
    IReadOnlyList<CellPlan> Cells,
    CommuneCellNames CommuneCells,
    SuccessorNames Successor,
    IReadOnlyList<FoundingPlan> Founded,
    IReadOnlyDictionary<string, IReadOnlyList<BodyPlan>> Bodies,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Posts,
    CommendationList Commendations
);

/// <summary>What becomes of an organization of the district when the district ends.</summary>
internal enum Fate
{
    /// <summary>Ends with the district; its members go elsewhere one by one.</summary>
    Ends,

    /// <summary>The district's police end before the district itself.</summary>
    Police,

    /// <summary>Goes on under a commune.</summary>
    Moves,

    /// <summary>Goes on right under the province and sends counts only.</summary>
    CountsOnly,
}

internal sealed record CommitteePlan(
    string Name,
    string Group,
    Fate Fate,
    string Site,
    IReadOnlyList<string> Cells,
    string? Later = null,
    string? Section = null
);

internal sealed record CellPlan(string Name, string Group, Fate Fate, string Site, string? Later = null);

internal sealed record CommuneCellNames(
    string Office,
    string Village,
    string Quarter,
    string Police,
    string Militia,
    string Clinic,
    IReadOnlyDictionary<string, string> Schools
);

internal sealed record SuccessorNames(
    string Party,
    string Government,
    IReadOnlyList<string> PartyCells,
    IReadOnlyList<string> GovernmentCells
);

/// <summary>What is commended, in the words of decisions, and after how many years of Party age there is a badge.</summary>
internal sealed record CommendationList(
    string Work,
    string Badge,
    IReadOnlyList<int> BadgeYears,
    IReadOnlyList<string> Collectives,
    IReadOnlyList<string> Others
);

internal sealed record FoundingPlan(DateOnly On, string Name, string Site);

internal sealed record BodyPlan(
    OrganizationKind Kind,
    string Code,
    string Name,
    string? Later = null,
    string? Into = null,
    string? Targets = null
);

/// <summary>A target as a committee would set it: a value or a share of its members, measured by a figure or by hand.</summary>
/// <param name="Result">Lowest and highest result by hand.</param>
/// <param name="Hits">How often the assigned value is just reached.</param>
internal sealed record TargetPlan(
    string Code,
    string Name,
    string Unit,
    TargetDirection Direction,
    decimal Value = 0,
    decimal PercentOfMembers = 0,
    string? Base = null,
    string? Figure = null,
    IReadOnlyList<decimal>? Result = null,
    int Decimals = 0,
    double Hits = 0
);
