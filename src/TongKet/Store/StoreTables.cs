using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TongKet.Store;

internal sealed class ChangeLineTable : IEntityTypeConfiguration<ChangeLine>
{
    public void Configure(EntityTypeBuilder<ChangeLine> builder)
    {
        builder.HasKey(c => c.Seq);
        builder.Property(c => c.Seq).ValueGeneratedNever();
        builder.HasIndex(c => new
        {
            c.Entity,
            c.RecordId,
            c.Seq,
        });
        builder.HasIndex(c => new { c.OrganizationId, c.Seq });
        // The batch of a record is the nearest one that begins at its id or before.
        builder.HasIndex(c => new { c.Entity, c.RecordId }).HasFilter("batch_size IS NOT NULL");
    }
}

internal sealed class ChangeValueTable : IEntityTypeConfiguration<ChangeValue>
{
    public void Configure(EntityTypeBuilder<ChangeValue> builder)
    {
        builder.HasKey(c => c.Seq);
        builder.Property(c => c.Seq).ValueGeneratedNever();
    }
}

internal sealed class ReadingLineTable : IEntityTypeConfiguration<ReadingLine>
{
    public void Configure(EntityTypeBuilder<ReadingLine> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.RecordId);
    }
}

internal sealed class RecordCounterTable : IEntityTypeConfiguration<RecordCounter>
{
    public void Configure(EntityTypeBuilder<RecordCounter> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasData(new RecordCounter { Id = 1, Next = 1000 });
    }
}

internal sealed class LogErasureTable : IEntityTypeConfiguration<LogErasure>
{
    public void Configure(EntityTypeBuilder<LogErasure> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => new { e.Entity, e.RecordId });
    }
}
