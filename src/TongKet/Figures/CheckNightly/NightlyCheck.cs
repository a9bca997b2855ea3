using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TongKet.Figures.CheckNightly;

/// <summary>
/// What the program found when it checked itself in a night, in whichever of its nodes; kept for a year. Differences
/// name records by table and id, never persons.
/// </summary>
public sealed class NightlyCheck
{
    /// <summary>The day that began with this night. There is one check of a night.</summary>
    public DateOnly Night { get; init; }
    public DateTimeOffset BeganAt { get; init; }

    /// <summary>Null while it runs, and where the program ended before it did.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Figures of organizations that were counted twice.</summary>
    public long Figures { get; set; }

    /// <summary>Of them those that columns in memory answered as well.</summary>
    public long FromColumns { get; set; }
    public long Records { get; set; }
    public int Differences { get; set; }

    /// <summary>The first of them, a sentence a line.</summary>
    public string? Named { get; set; }

    /// <summary>It could not be done to its end.</summary>
    public bool HasFailed { get; set; }
}

internal sealed class NightlyCheckTable : IEntityTypeConfiguration<NightlyCheck>
{
    public void Configure(EntityTypeBuilder<NightlyCheck> builder)
    {
        builder.HasKey(c => c.Night);
        builder.Property(c => c.Night).ValueGeneratedNever();
    }
}
