using System.Diagnostics;
using System.Numerics;

namespace TongKet.Bench;

/// <summary>What one core reads from memory, which nothing can be faster than.</summary>
public static class Bandwidth
{
    private const int Words = 32 * 1024 * 1024;

    /// <summary>Bytes a millisecond: the best of several passes over 256 MB.</summary>
    public static double Measure()
    {
        var words = new ulong[Words];
        Array.Fill(words, 1UL);
        var best = double.MaxValue;
        var sum = 0UL;
        for (var pass = 0; pass < 9; pass++)
        {
            var start = Stopwatch.GetTimestamp();
            sum += Read(words);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return sum == 0 ? 0 : (double)Words * sizeof(ulong) / best;
    }

    private static ulong Read(ulong[] words)
    {
        var (a, b, c, d) = (Vector<ulong>.Zero, Vector<ulong>.Zero, Vector<ulong>.Zero, Vector<ulong>.Zero);
        var step = Vector<ulong>.Count;
        for (var i = 0; i < words.Length; i += 4 * step)
        {
            a += new Vector<ulong>(words, i);
            b += new Vector<ulong>(words, i + step);
            c += new Vector<ulong>(words, i + 2 * step);
            d += new Vector<ulong>(words, i + 3 * step);
        }

        return Vector.Sum(a + b + c + d);
    }
}
