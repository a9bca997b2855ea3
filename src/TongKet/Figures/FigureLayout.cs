using TongKet.Domain.Figures;

namespace TongKet.Figures;

/// <summary>
/// Where each count stands in a row of counts: for each record set its figures side by side, then its two marks. The
/// same for columns in memory and for SQL.
/// </summary>
public sealed class FigureLayout
{
    private readonly Dictionary<string, int> columns = [];
    private readonly Dictionary<RecordSet, int> marks = [];

    public FigureLayout(Catalogue catalogue)
    {
        Sets =
        [
            .. catalogue
                .Counts.GroupBy(f => f.Set)
                .Select(set =>
                {
                    var first = Width;
                    foreach (var figure in set)
                    {
                        columns[figure.Code] = Width++;
                    }

                    marks[set.Key] = Width;
                    Width += 2;
                    return new SetColumns(set.Key, [.. set], first);
                }),
        ];
    }

    public int Width { get; private set; }

    public IReadOnlyList<SetColumns> Sets { get; }

    public int Of(string code) => columns[code];

    /// <summary>The column of the mark «there»; «too young» is the next.</summary>
    public int MarksOf(RecordSet set) => marks[set];
}

/// <summary>The figures of a record set, in columns from <see cref="First"/> on; behind them stand the two marks.</summary>
public sealed record SetColumns(RecordSet Set, IReadOnlyList<CountFigure> Figures, int First)
{
    public int Count => Figures.Count + 2;
}
