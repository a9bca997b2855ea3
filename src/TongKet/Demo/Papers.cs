using TongKet.Domain.Members;

namespace TongKet.Demo;

/// <summary>
/// Numbers of cards and records. The citizen's number begins with 000, a province code that is assigned to nobody, and its
/// last six digits stay below 100,000.
/// </summary>
internal sealed class Papers(Chance chance, string provinceCode, string provinceLetters)
{
    private const int Serials = 100_000;
    private static readonly DateOnly TwelveDigitsSince = new(2025, 1, 1);
    private static readonly DateOnly PointsUntil = new(1985, 1, 1);
    private readonly HashSet<string> citizenIds = [];
    private int records = 1200;
    private int cards = 4100;

    public string CitizenId(Sex sex, int bornIn)
    {
        while (true)
        {
            var century = (bornIn >= 2000 ? 2 : 0) + (sex == Sex.Female ? 1 : 0);
            var id = $"000{century}{bornIn % 100:00}{chance.Below(Serials):000000}";
            if (citizenIds.Add(id))
            {
                return id;
            }
        }
    }

    /// <summary>The nine digits of the old card.</summary>
    public string OldIdentityNumber() => $"000{chance.Below(1_000_000):000000}";

    public string RecordNumber() => $"{records += chance.Between(1, 7):000000}{provinceLetters}";

    /// <summary>Eight digits, in old papers with a point; twelve where it was given out since 2025.</summary>
    public string CardNumber(DateOnly given)
    {
        cards += chance.Between(1, 5);
        return given >= TwelveDigitsSince ? $"{provinceCode}{given.Year}{cards:000000}"
            : given < PointsUntil && chance.Happens(0.3) ? $"{provinceCode}.{cards:000000}"
            : $"{provinceCode}{cards:000000}";
    }
}
