using System.Collections.Concurrent;
using TongKet.Domain.Figures;

namespace TongKet.Domain.Tests.Support;

/// <summary>Figures counted over rows in memory, by the very conditions that the program puts into SQL.</summary>
public static class Count
{
    private static readonly ConcurrentDictionary<CountFigure, Delegate> Compiled = new(ReferenceEqualityComparer.Instance);

    public static int Of<TRow>(IReadOnlyList<Figure> figures, string code, IEnumerable<TRow> rows, AsOf on)
        where TRow : class
    {
        switch (figures.Single(f => f.Code == code))
        {
            case SumFigure sum:
                return sum.Parts.Sum(part => Of(figures, part, rows, on));
            case CountFigure<TRow> count:
                var holds = (Func<TRow, AsOf, bool>)Compiled.GetOrAdd(count, _ => count.Where.Compile());
                return rows.Count(row => holds(row, on));
            default:
                throw new InvalidOperationException($"{code} counts no {typeof(TRow).Name}.");
        }
    }
}
