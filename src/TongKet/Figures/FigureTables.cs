using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;

namespace TongKet.Figures;

internal sealed class IssuedReportTable : IEntityTypeConfiguration<IssuedReport>
{
    public void Configure(EntityTypeBuilder<IssuedReport> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(i => i.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => new { i.OrganizationId, i.Year });
    }
}

internal sealed class AggregateCountTable : IEntityTypeConfiguration<AggregateCount>
{
    public void Configure(EntityTypeBuilder<AggregateCount> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(a => a.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(a => new
            {
                a.OrganizationId,
                a.AsOf,
                a.FigureCode,
            })
            .IsUnique();
    }
}
