using System.Globalization;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// A committee's own list of criteria, by a document of its own. It holds for the reviews of its year and of later ones, of
/// the committee and of everything below that has no nearer list. A list is never changed: a newer one takes its place.
/// </summary>
public sealed class LocalCriteria
{
    public static readonly TextLength DocumentLength = new("reviews.local-criteria.number", 100);

    public long Id { get; init; }
    public long OrganizationId { get; init; }

    /// <summary>Collective (and the organization itself), leader, or member.</summary>
    public ReviewSubject For { get; init; }

    /// <summary>The first year whose review it is for.</summary>
    public int FromYear { get; init; }
    public required string DocumentNumber { get; init; }
    public DateOnly DocumentOn { get; init; }
    public List<LocalCriterion> Items { get; init; } = [];
}

/// <summary>One criterion of such a list.</summary>
public sealed class LocalCriterion
{
    public const int MostLetters = 300;

    public long Id { get; init; }
    public long ListId { get; init; }
    public int Position { get; init; }

    /// <summary>The group of the rule set that it belongs to.</summary>
    public required string Group { get; init; }
    public required string Name { get; init; }

    /// <summary>The most points it may be given; null where levels are given.</summary>
    public decimal? Most { get; init; }

    public string Key => "c" + Id.ToString(CultureInfo.InvariantCulture);
}
