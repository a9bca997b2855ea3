using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Meetings;
using TongKet.Domain.Organizations;

namespace TongKet.Meetings;

internal sealed class MeetingTable : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(m => m.CellId).OnDelete(DeleteBehavior.Restrict);
        // The same meeting twice is a slip, also of two people at once.
        builder
            .HasIndex(m => new
            {
                m.CellId,
                m.HeldOn,
                m.Kind,
            })
            .IsUnique();
    }
}
