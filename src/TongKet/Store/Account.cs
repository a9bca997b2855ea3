using Microsoft.AspNetCore.Identity;
using TongKet.Domain.Values;

namespace TongKet.Store;

/// <summary>Somebody who signs in (ASP.NET Core Identity keeps the password's hash, the lock-out and the tokens).</summary>
public sealed class Account : IdentityUser<long>
{
    public required string DisplayName
    {
        get;
        set
        {
            field = value;
            NameFolded = VietnameseText.Fold(value);
        }
    }

    /// <summary>The name without marks, for searching.</summary>
    public string NameFolded { get; private set; } = "";

    /// <summary>Made by the demo: cannot sign in where the program serves for real.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Closed by an administrator; a lock-out after wrong passwords ends by itself, this does not.</summary>
    public DateTimeOffset? LockedAt { get; set; }

    /// <summary>The member this account belongs to, where it is a member's.</summary>
    public long? MemberId { get; set; }
}
