using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;

namespace TongKet.Members;

internal sealed class MemberTable : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.Born);
        builder.Ignore(m => m.Admitted);
        builder.Ignore(m => m.AdmissionDecided);
        builder.HasIndex(m => m.CitizenId).IsUnique();
        builder.HasIndex(m => new { m.NameSortKey, m.Id });
        builder.HasIndex(m => m.RecordNumber);
        builder.HasIndex(m => m.CardNumber);
    }
}

internal sealed class StayTable : IEntityTypeConfiguration<Stay>
{
    public void Configure(EntityTypeBuilder<Stay> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasOne(s => s.Member).WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(s => s.CellId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.MemberId);
        builder.HasIndex(s => new { s.CellId, s.FromOn });
    }
}

internal sealed class MemberConditionSpanTable : IEntityTypeConfiguration<MemberConditionSpan>
{
    public void Configure(EntityTypeBuilder<MemberConditionSpan> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.MemberId);
    }
}

internal sealed class MemberPostTable : IEntityTypeConfiguration<MemberPost>
{
    public void Configure(EntityTypeBuilder<MemberPost> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(p => p.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organization>().WithMany().HasForeignKey(p => p.ManagedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.MemberId);
        builder.HasIndex(p => p.OrganizationId);
    }
}
