using TongKet.Figures.VerifyFigures.Oracle;

namespace TongKet.Figures.VerifyFigures;

/// <summary>Every figure of every organization, counted by the program and once more by SQL.</summary>
public sealed class FigureCheck(FigureBook book, Func<long, string> codeOf)
{
    private readonly HashSet<string> countedOnce = [];

    public int Compared { get; private set; }

    public async Task<FigureTable> CountAsync(OracleAnswer expected, CancellationToken cancel)
    {
        var table = await book.CountAllAsync(expected.Moment.Year, expected.Moment.Day, cancel);
        foreach (var organization in table.Tree.Nodes.Where(n => expected.Value(n.Id, "target_total") is not null))
        {
            await book.AnswerAsync(table, organization.Id, cancel);
        }

        return table;
    }

    public IEnumerable<Difference> Compare(OracleAnswer expected, FigureTable found)
    {
        var day = expected.Moment.Day;
        var counted = expected.Codes.ToHashSet();
        foreach (var code in book.Catalogue.All.Select(f => f.Code).Where(c => !counted.Contains(c) && countedOnce.Add(c)))
        {
            yield return new("figure-counted-once", Figure: code);
        }

        var onTree = found.Tree.Nodes.Select(n => n.Id).ToHashSet();
        foreach (var node in expected.Nodes.Where(n => !onTree.Remove(n.Id)))
        {
            yield return new("tree-differs", codeOf(node.Id), On: day, Expected: "1", Found: "0");
        }

        foreach (var id in onTree)
        {
            yield return new("tree-differs", codeOf(id), On: day, Expected: "0", Found: "1");
        }

        foreach (var id in expected.Nodes.Select(n => n.Id))
        {
            foreach (var code in counted)
            {
                Compared++;
                var (due, value) = (expected.Value(id, code), found.Value(id, code));
                if (due != value)
                {
                    yield return new(
                        "figure-differs",
                        codeOf(id),
                        Figure: code,
                        On: day,
                        Expected: Difference.Shown(due),
                        Found: Difference.Shown(value)
                    );
                }
            }
        }
    }
}
