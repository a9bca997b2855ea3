using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TongKet.Exchange.UploadWorkbook;

internal sealed class UploadTable : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.HasIndex(u => new { u.AccountId, u.At });
    }
}
