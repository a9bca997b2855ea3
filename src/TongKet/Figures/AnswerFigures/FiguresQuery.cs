using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Organizations;
using TongKet.Web;

namespace TongKet.Figures.AnswerFigures;

/// <summary>One figure as it is answered: the number, its base, and what it was on the same day of last year.</summary>
/// <param name="Base">Code of the figure that a share is taken of.</param>
/// <param name="IsComparable">False where what counts as TCCSĐ changed between the two days: «không so sánh được».</param>
/// <param name="HoldsCountsOnly">Units without a list are in it: «số tổng hợp, không có danh sách».</param>
public sealed record FigureAnswer(
    string Code,
    string Name,
    FigureUnit Unit,
    decimal? Value,
    string? Base,
    decimal? BaseValue,
    decimal? LastYear,
    bool IsComparable,
    bool HoldsCountsOnly
);

public sealed record FiguresView(
    TreeNode Organization,
    int Year,
    DateOnly AsOf,
    IReadOnlyList<FigureAnswer> Figures,
    FigureTable Table
)
{
    /// <summary>The day of the tree where it is not the day asked about: «tính theo cây tổ chức ngày …».</summary>
    public DateOnly? TreeOn => Table.Tree.On == AsOf ? null : Table.Tree.On;

    public FigureAnswer this[string code] => Figures.First(f => f.Code == code);
}

/// <summary>All figures of an organization of a year, as of a day.</summary>
public sealed class FiguresQuery(FigureBook book, TreeReader trees, RuleBook rules)
{
    /// <summary>Null where the organization is not on that day's tree or not in the actor's reach.</summary>
    /// <param name="treeOn">The day of a later tree: what was then, as if organizations had stood as on that day.</param>
    public async Task<FiguresView?> AskAsync(
        Actor actor,
        long organizationId,
        int year,
        DateOnly? day,
        CancellationToken cancel,
        DateOnly? treeOn = null
    )
    {
        var table = await book.CountBranchAsync(organizationId, year, day, cancel, treeOn);
        return
            table?.Tree.Find(organizationId) is { HasEnded: false } node
            && ScopeRule.May(actor, Acts.SeeFigures, table.Tree, node)
            ? View(table, node)
            : null;
    }

    /// <summary>The same by the code that is valid on the day of the tree.</summary>
    public async Task<FiguresView?> AskAsync(
        Actor actor,
        string code,
        int year,
        DateOnly? day,
        CancellationToken cancel,
        DateOnly? treeOn = null
    )
    {
        var on = AsOf.At(rules, year, day);
        var tree = await trees.ReadAsync(treeOn ?? on.Day, on.PeriodStart, cancel);
        return tree.FindByCode(code) is { } node ? await AskAsync(actor, node.Id, year, day, cancel, treeOn) : null;
    }

    private FiguresView View(FigureTable table, TreeNode node)
    {
        var before = table.LastYear;
        var sameDefinition = before?.On.Rules.GrassrootsDefinition == table.On.Rules.GrassrootsDefinition;
        var answers = book.Catalogue.All.Select(figure => new FigureAnswer(
            figure.Code,
            Words.Get("figures." + figure.Code),
            figure.Unit,
            table.Value(node.Id, figure.Code),
            (figure as RatioFigure)?.Base,
            figure is RatioFigure ratio ? table.Value(node.Id, ratio.Base) : null,
            before?.Value(node.Id, figure.Code),
            sameDefinition || !figure.UsesGrassrootsDefinition,
            table.HasAggregates(node.Id, figure.Code)
        ));
        return new(node, table.On.Year, table.On.Day, [.. answers], table);
    }
}
