using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;

namespace TongKet.Targets;

internal sealed class TargetTable : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(t => t.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasIndex(t => new
            {
                t.OrganizationId,
                t.Year,
                t.Code,
            })
            .IsUnique();
    }
}
