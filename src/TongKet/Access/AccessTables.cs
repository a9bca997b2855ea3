using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TongKet.Domain.Access;
using TongKet.Store;

namespace TongKet.Access;

internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    // Secrets, and what Identity counts by itself: not in the change log, where every line is an act of somebody.
    private static readonly string[] LeftOut =
    [
        nameof(Account.PasswordHash),
        nameof(Account.SecurityStamp),
        nameof(Account.ConcurrencyStamp),
        nameof(Account.AccessFailedCount),
        nameof(Account.LockoutEnd),
    ];

    public void Configure(EntityTypeBuilder<Account> builder)
    {
        foreach (var name in LeftOut)
        {
            builder.Property(name).HasAnnotation(RecordText.LeftOut, true);
        }
    }
}

internal sealed class RoleGrantTable : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> builder)
    {
        builder.Property(g => g.Id).ValueGeneratedNever();
        builder.HasOne<Account>().WithMany().HasForeignKey(g => g.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => g.AccountId);
        builder.HasIndex(g => g.OrganizationId);
    }
}

internal sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.TokenHash).HasAnnotation(RecordText.LeftOut, true);
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasIndex(i => i.AccountId);
    }
}

internal sealed class ProtectionKeyTable : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder)
    {
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(100);
    }
}
