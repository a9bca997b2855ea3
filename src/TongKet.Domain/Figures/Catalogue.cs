namespace TongKet.Domain.Figures;

/// <summary>All figures of the program, each once, in the order reports print them. Rooms hand in theirs at the start.</summary>
public sealed class Catalogue
{
    private readonly Dictionary<string, Figure> byCode;

    public Catalogue(IEnumerable<Figure> figures)
    {
        All = figures.ToList();
        byCode = All.ToDictionary(f => f.Code);
        foreach (var part in All.SelectMany(PartsOf))
        {
            if (!byCode.ContainsKey(part))
            {
                throw new InvalidOperationException($"A figure rests on «{part}», which is not in the catalogue.");
            }
        }
    }

    public IReadOnlyList<Figure> All { get; }

    public Figure? Find(string code) => byCode.GetValueOrDefault(code);

    public IEnumerable<CountFigure> Counts => All.OfType<CountFigure>();

    /// <summary>A change figure compares an earlier date too; the figures it rests on are its parts.</summary>
    public static IEnumerable<string> PartsOf(Figure figure) =>
        figure switch
        {
            SumFigure sum => sum.Parts,
            RatioFigure ratio => [ratio.Part, ratio.Base],
            ChangeFigure change => [change.Of],
            _ => [],
        };
}
