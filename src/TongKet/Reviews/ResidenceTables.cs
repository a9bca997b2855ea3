using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;

namespace TongKet.Reviews;

internal sealed class ResidenceContactTable : IEntityTypeConfiguration<ResidenceContact>
{
    public void Configure(EntityTypeBuilder<ResidenceContact> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(c => c.CellId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.CellId, c.FromOn });
        builder.HasIndex(c => c.MemberId);
    }
}

internal sealed class ResidenceCommentTable : IEntityTypeConfiguration<ResidenceComment>
{
    public void Configure(EntityTypeBuilder<ResidenceComment> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<ResidenceContact>().WithMany().HasForeignKey(c => c.ContactId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.ContactId, c.Year }).IsUnique();
    }
}
