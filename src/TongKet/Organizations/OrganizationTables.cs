using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Organizations;

namespace TongKet.Organizations;

internal sealed class OrganizationTable : IEntityTypeConfiguration<Organization>
{
    public void Configure(EntityTypeBuilder<Organization> builder) => builder.Property(o => o.Id).ValueGeneratedNever();
}

internal sealed class OrganizationVersionTable : IEntityTypeConfiguration<OrganizationVersion>
{
    public void Configure(EntityTypeBuilder<OrganizationVersion> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(v => v.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => v.OrganizationId);
        builder.HasIndex(v => v.Code);
    }
}

internal sealed class OrganizationPlaceTable : IEntityTypeConfiguration<OrganizationPlace>
{
    public void Configure(EntityTypeBuilder<OrganizationPlace> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(p => p.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.OrganizationId);
        builder.HasIndex(p => p.ParentId);
    }
}

internal sealed class OrganizationSuccessionTable : IEntityTypeConfiguration<OrganizationSuccession>
{
    public void Configure(EntityTypeBuilder<OrganizationSuccession> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(s => s.OldId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(s => s.NewId).OnDelete(DeleteBehavior.Restrict);
    }
}
