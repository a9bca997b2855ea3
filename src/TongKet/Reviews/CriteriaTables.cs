using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;

namespace TongKet.Reviews;

internal sealed class AssessmentCriterionTable : IEntityTypeConfiguration<AssessmentCriterion>
{
    public void Configure(EntityTypeBuilder<AssessmentCriterion> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Score);
        builder.Ignore(c => c.Own);
        builder.HasOne<Assessment>().WithMany().HasForeignKey(c => c.AssessmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.AssessmentId, c.Key }).IsUnique();
    }
}

internal sealed class LocalCriteriaTable : IEntityTypeConfiguration<LocalCriteria>
{
    public void Configure(EntityTypeBuilder<LocalCriteria> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(l => l.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(l => l.Items).WithOne().HasForeignKey(i => i.ListId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.OrganizationId, l.FromYear });
    }
}

internal sealed class LocalCriterionTable : IEntityTypeConfiguration<LocalCriterion>
{
    public void Configure(EntityTypeBuilder<LocalCriterion> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Ignore(i => i.Key);
    }
}
