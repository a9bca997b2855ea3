using TongKet.Domain.Figures;
using TongKet.Figures.VerifyFigures.Oracle;

namespace TongKet.Figures.VerifyFigures;

/// <summary>Every figure of every organization, counted by the program and once more by SQL.</summary>
public sealed class FigureCheck(FigureBook book, Func<long, string> codeOf)
{
    private readonly HashSet<string> countedOnce = [];

    public int Compared { get; private set; }
    public int ComparedFromColumns { get; private set; }

    public async Task<FigureTable> CountAsync(OracleAnswer expected, CancellationToken cancel)
    {
        var (year, day) = (expected.Moment.Year, expected.Moment.Day);
        var table = (await book.CountAllAsync(year, day, cancel, expected.Moment.OtherTree, CountedFrom.Sql))!;
        foreach (var organization in table.Tree.Nodes.Where(n => expected.Value(n.Id, "target_total") is not null))
        {
            await book.AnswerAsync(table, organization.Id, cancel);
        }

        return table;
    }

    /// <summary>
    /// The same from columns in memory, those of the running program where this is one: null where they cannot answer, as
    /// where they have already seen a later change than this snapshot.
    /// </summary>
    public Task<FigureTable?> CountFromColumnsAsync(OracleAnswer expected, CancellationToken cancel) =>
        book.CountAllAsync(expected.Moment.Year, expected.Moment.Day, cancel, expected.Moment.OtherTree, CountedFrom.Columns);

    /// <summary>What columns count, without the answers of a second step, which rest on it.</summary>
    public IEnumerable<Difference> CompareColumns(OracleAnswer expected, FigureTable found)
    {
        string[] codes = [.. expected.Codes.Where(c => book.Catalogue.Find(c) is { } figure and not OwnFigure)];
        foreach (var id in expected.Nodes.Select(n => n.Id))
        {
            foreach (var code in codes)
            {
                ComparedFromColumns++;
                if (expected.Value(id, code) != found.Value(id, code))
                {
                    yield return Differs("columns-differ", expected, found, id, code);
                }
            }
        }
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
                if (expected.Value(id, code) != found.Value(id, code))
                {
                    yield return Differs("figure-differs", expected, found, id, code);
                }
            }
        }
    }

    private Difference Differs(string kind, OracleAnswer expected, FigureTable found, long id, string code) =>
        new(
            kind,
            codeOf(id),
            Figure: code,
            On: expected.Moment.Day,
            Expected: Difference.Shown(expected.Value(id, code)),
            Found: Difference.Shown(found.Value(id, code))
        )
        {
            TreeOn = expected.Moment.OtherTree,
        };
}
