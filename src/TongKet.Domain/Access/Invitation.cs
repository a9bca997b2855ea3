namespace TongKet.Domain.Access;

/// <summary>
/// A link that is used once to set the password of an account: the first, or a new one. Only the hash of its 32 random
/// bytes is kept, so whoever reads the database cannot use it.
/// </summary>
public sealed class Invitation
{
    /// <summary>How long a link may lie in somebody's hands.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public long Id { get; init; }
    public long AccountId { get; init; }

    /// <summary>SHA-256 of the link's bytes.</summary>
    public required byte[] TokenHash { get; init; }
    public DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;
}
