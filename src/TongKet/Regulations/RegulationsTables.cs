using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Regulations;

namespace TongKet.Regulations;

internal sealed class RuleSetVersionTable : IEntityTypeConfiguration<RuleSetVersion>
{
    public void Configure(EntityTypeBuilder<RuleSetVersion> builder)
    {
        builder.Property(v => v.Id).ValueGeneratedNever();
        builder.Ignore(v => v.Said);
        // Two that are published at once from the same version: the second is refused.
        builder.HasIndex(v => new { v.RuleSetId, v.Number }).IsUnique();
    }
}

internal sealed class KeptRuleSetTable : IEntityTypeConfiguration<KeptRuleSet>
{
    public void Configure(EntityTypeBuilder<KeptRuleSet> builder)
    {
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.HasIndex(k => new { k.RuleSetId, k.Hash }).IsUnique();
    }
}
