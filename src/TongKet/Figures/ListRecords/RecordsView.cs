using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;

namespace TongKet.Figures.ListRecords;

/// <summary>Which list is asked for.</summary>
/// <param name="Day">Null is the year's last.</param>
public sealed record RecordsQuestion(long OrganizationId, int Year, DateOnly? Day, string Code)
{
    /// <summary>The first day of the period where it is not the year's.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day of another tree: what was then, as if organizations had stood as on that day.</summary>
    public DateOnly? TreeOn { get; init; }
}

/// <summary>Whether the records themselves are listed.</summary>
public enum ListState : byte
{
    Open = 0,

    /// <summary>Names of persons above the grassroots: whoever needs them says why.</summary>
    NeedsReason = 1,

    /// <summary>The role reads numbers of this organization, not names.</summary>
    WithoutNames = 2,
}

/// <summary>A figure whose records are asked for, before they are listed.</summary>
/// <param name="Below">By subordinate organization; null at the grassroots, and where the records are no persons.</param>
public sealed record FigureRecords(
    FigureTable Table,
    TreeNode Organization,
    Figure Figure,
    decimal? Value,
    int Count,
    SubordinateCounts? Below,
    ListState State
);

/// <param name="Records">How many records of the figure it has with all below it; null is not known.</param>
/// <param name="Rate">Its own percentage, where the figure is one.</param>
public sealed record SubordinateCount(TreeNode Node, decimal? Records, decimal? Rate, bool HoldsCountsOnly);

/// <param name="Total">The records of the figure.</param>
/// <param name="Difference">
/// The total without those of the subordinate organizations: what is the organization's own, or, below zero, transfers
/// between them, which are no movement of the whole.
/// </param>
public sealed record SubordinateCounts(IReadOnlyList<SubordinateCount> Lines, decimal? Total, decimal Difference)
{
    public static SubordinateCounts Of(FigureBook book, FigureTable table, TreeNode node, Figure figure)
    {
        var lines = table
            .Tree.Children(node)
            .Where(n => n.Kind.IsPartyOrganization())
            .Select(n => new SubordinateCount(
                n,
                book.RecordsOf(table, n.Id, figure),
                figure is RatioFigure ? table.Value(n.Id, figure.Code) : null,
                table.HasAggregates(n.Id, figure.Code)
            ))
            // What ended within the period says something only where it had something.
            .Where(l => !l.Node.HasEnded || l.Records > 0)
            .ToList();
        var total = book.RecordsOf(table, node.Id, figure);
        return new(lines, total, (total ?? 0m) - lines.Sum(l => l.Records ?? 0m));
    }
}

/// <summary>The records behind a figure; <see cref="Total"/> plus what counts-only units sent is the figure, always.</summary>
/// <param name="TreeOn">The day of the tree where it is another than the figure's: «as if».</param>
/// <param name="Next">After which row the next page begins; null at the end.</param>
public sealed record RecordsView(
    TreeNode Organization,
    int Year,
    DateOnly AsOf,
    DateOnly? TreeOn,
    Figure Figure,
    decimal? Value,
    SubordinateCounts? Below,
    ListState State,
    int Total,
    int Skip,
    IReadOnlyList<ListedRecord> Records,
    ListKey? Next,
    IReadOnlyList<(TreeNode Unit, int Value)> CountsOnly
);

/// <summary>A record on the list; names and numbers of persons are masked where the actor's role does not need them.</summary>
public sealed record ListedRecord(long Id, string Name, string? Code, TreeNode? Place, DateOnly? On, string? Page);
