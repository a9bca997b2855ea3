using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Organizations;

namespace TongKet.Exchange.ReceiveFolder;

public enum DeliveryState : byte
{
    WithErrors = 1,
    Applied = 2,
}

/// <summary>
/// A unit's workbook of a year as it last came in: which file, and what came of it. <see cref="AppliedSha256"/> tells
/// whether the file has changed since it was applied. It says what came, not what holds, so it has no line in the change log.
/// </summary>
public sealed class Delivery
{
    public long Id { get; init; }

    /// <summary>The organization at the top of the file.</summary>
    public long OrganizationId { get; init; }
    public int Year { get; init; }
    public required string FileName { get; set; }
    public required string Sha256 { get; set; }
    public string? AppliedSha256 { get; set; }
    public DeliveryState State { get; set; }
    public int Errors { get; set; }
    public DateTimeOffset At { get; set; }
    public required string By { get; set; }
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(d => d.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.OrganizationId, d.Year }).IsUnique();
    }
}
