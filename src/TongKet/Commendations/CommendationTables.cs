using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Commendations;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;

namespace TongKet.Commendations;

internal sealed class CommendationTable : IEntityTypeConfiguration<Commendation>
{
    public void Configure(EntityTypeBuilder<Commendation> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.HasOne<Organization>().WithMany().HasForeignKey(c => c.OrganizationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.OrganizationId, c.Year });
        builder.HasIndex(c => c.MemberId);
    }
}
