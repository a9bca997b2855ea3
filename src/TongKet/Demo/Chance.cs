namespace TongKet.Demo;

/// <summary>
/// Chance that comes out the same for the same seed, on every machine and every version of .NET (SplitMix64), so that
/// two worlds of one seed are one world.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    public int Below(int count) => (int)(Next() % (ulong)count);

    /// <summary>Both ends may come.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Happens(double share) => Fraction() < share;

    /// <summary>A whole number whose mean is the expected one.</summary>
    public int Whole(double expected) => (int)expected + (Happens(expected - Math.Floor(expected)) ? 1 : 0);

    /// <summary>Between lowest and highest, most often near the peak.</summary>
    public double Peaked(double lowest, double peak, double highest)
    {
        var fraction = Fraction();
        var rise = (peak - lowest) / (highest - lowest);
        return fraction < rise
            ? lowest + Math.Sqrt(fraction * (highest - lowest) * (peak - lowest))
            : highest - Math.Sqrt((1 - fraction) * (highest - lowest) * (highest - peak));
    }

    public DateOnly Day(DateOnly from, DateOnly to) => from.AddDays(Below(Math.Max(1, to.DayNumber - from.DayNumber + 1)));

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    public T Pick<T>(IReadOnlyList<T> from, Func<T, double> weight)
    {
        var left = Fraction() * from.Sum(weight);
        foreach (var one in from)
        {
            left -= weight(one);
            if (left < 0)
            {
                return one;
            }
        }

        return from[^1];
    }

    public string Pick(IReadOnlyDictionary<string, int> weighted)
    {
        var left = Below(weighted.Values.Sum());
        foreach (var (word, weight) in weighted)
        {
            left -= weight;
            if (left < 0)
            {
                return word;
            }
        }

        return weighted.Keys.First();
    }

    public List<T> Shuffled<T>(IEnumerable<T> from)
    {
        var all = from.ToList();
        for (var i = all.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (all[i], all[j]) = (all[j], all[i]);
        }

        return all;
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = state;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
