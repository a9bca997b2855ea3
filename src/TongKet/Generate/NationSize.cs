namespace TongKet.Generate;

/// <summary>
/// How large an invented nation is: members of today, and in proportion to them provinces and communes; at least one province
/// in its whole depth. Members stand in cells of uneven size, so their number comes out near what was asked.
/// </summary>
public sealed record NationSize(int Members, ulong Seed = NationSize.UsualSeed)
{
    public const ulong UsualSeed = 20260726;
    public const int Whole = 5_600_000;
    public const int Fewest = 1_000;
    public const int Most = 8_000_000;
    private const int WholeProvinces = 34;
    private const double WholeCommunes = 3_350;
    private const long IdsOfProvince = 400_000;
    private const long IdsOfCommune = 40_000;

    public int FirstYear { get; } = 2016;

    /// <summary>What was there at the end of this day was there before the records.</summary>
    public DateOnly Eve => new(FirstYear - 1, 12, 31);

    /// <summary>The same whatever day it is made on, so that one seed is one nation.</summary>
    public DateOnly LastDay { get; } = new(2026, 9, 30);

    public int Provinces { get; init; } =
        Math.Clamp((int)Math.Round((double)WholeProvinces * Members / Whole), 1, WholeProvinces);

    /// <summary>Years that are over and so are graded.</summary>
    public IEnumerable<int> GradedYears => Enumerable.Range(FirstYear, LastDay.Year - FirstYear);

    /// <summary>How many communes each province has today: some three times as many as others.</summary>
    public IReadOnlyList<int> CommunesOfProvinces()
    {
        var chance = new Demo.Chance(Seed);
        var weights = Enumerable.Range(0, WholeProvinces).Select(_ => 0.4 + 1.6 * chance.Fraction()).Take(Provinces).ToList();
        var all = Math.Max(2, Math.Round(WholeCommunes * Members / Whole));
        var (sum, done, before) = (weights.Sum(), 0.0, 0);
        var communes = new List<int>();
        foreach (var weight in weights)
        {
            done += weight;
            var until = (int)Math.Round(all * done / sum);
            communes.Add(until - before);
            before = until;
        }

        return communes;
    }

    /// <summary>
    /// More ids than a province needs: each has its own, whatever came of those before it, so that a resumed run gives the
    /// same ones. An unused id costs nothing.
    /// </summary>
    public static long IdsOf(int communes) => IdsOfProvince + communes * IdsOfCommune;

    /// <summary>Of today's provinces one in three stands as it was; the others were made of two or three.</summary>
    public static int OldProvincesOf(int province) =>
        province % 3 == 2 ? 1
        : province % 6 == 0 ? 3
        : 2;
}
