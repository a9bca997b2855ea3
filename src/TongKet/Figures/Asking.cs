using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Organizations;

namespace TongKet.Figures;

/// <summary>What may answer.</summary>
public enum CountedFrom : byte
{
    /// <summary>Columns where there are any, else SQL.</summary>
    Either = 0,
    Columns = 1,
    Sql = 2,
}

/// <summary>A moment, and the day of the tree where it is not the moment's own («as if»).</summary>
internal sealed record Asking(AsOf On, DateOnly? TreeOn)
{
    public CountedFrom From { get; init; }

    /// <summary>The rows of the organizations that are named are enough, without those below them.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Its own tree changes with the year; that of another day stays.</summary>
    public Asking LastYear(RuleBook rules) => this with { On = On.LastYear(rules) };

    /// <param name="at">The end of the log where it has just been seen.</param>
    public Task<OrganizationTree> TreeAsync(TreeReader trees, long? at, CancellationToken cancel) =>
        trees.ReadAsync(TreeOn ?? On.Day, On.PeriodStart, cancel, at);
}
