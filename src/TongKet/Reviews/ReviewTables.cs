using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;

namespace TongKet.Reviews;

internal sealed class MemberGradeTable : IEntityTypeConfiguration<MemberGrade>
{
    public void Configure(EntityTypeBuilder<MemberGrade> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(g => g.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(g => g.CellId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.MemberId, g.Year }).IsUnique();
        builder.HasIndex(g => new { g.CellId, g.Year });
    }
}

internal sealed class OrganizationGradeTable : IEntityTypeConfiguration<OrganizationGrade>
{
    public void Configure(EntityTypeBuilder<OrganizationGrade> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(g => g.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.OrganizationId, g.Year }).IsUnique();
    }
}
