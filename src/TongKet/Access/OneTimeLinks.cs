using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Store;

namespace TongKet.Access;

/// <summary>A link as it is handed over, once; the database keeps its hash alone.</summary>
public sealed record OneTimeLink(string Token, DateTimeOffset ExpiresAt)
{
    public const string Address = "/tai-khoan/kich-hoat/";

    public string At(string host) => host.TrimEnd('/') + Address + Token;
}

/// <summary>Makes and reads one-time links.</summary>
public sealed class OneTimeLinks(AppStore store, RecordIds ids, TimeProvider clock)
{
    private const int Bytes = 32;

    /// <summary>A new link of an account; older ones that were not used are closed. The caller saves, and logs the records.</summary>
    public async Task<(OneTimeLink Link, IReadOnlyList<Invitation> Changed)> MakeAsync(long accountId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var open = await store
            .Set<Invitation>()
            .Where(i => i.AccountId == accountId && i.UsedAt == null && i.ExpiresAt > now)
            .ToListAsync(cancel);
        foreach (var older in open)
        {
            older.UsedAt = now;
        }

        var token = RandomNumberGenerator.GetBytes(Bytes);
        var made = new Invitation
        {
            Id = await ids.NextAsync(cancel),
            AccountId = accountId,
            TokenHash = SHA256.HashData(token),
            MadeAt = now,
            ExpiresAt = now + Invitation.Lifetime,
        };
        store.Add(made);
        return (new(Base64Url.EncodeToString(token), made.ExpiresAt), [.. open, made]);
    }

    /// <summary>The open invitation of a link; null where it is wrong, used or too old.</summary>
    public async Task<Invitation?> FindAsync(string token, CancellationToken cancel)
    {
        var bytes = new byte[Bytes];
        if (token.Length > 2 * Bytes || !Base64Url.TryDecodeFromChars(token, bytes, out var written) || written != Bytes)
        {
            return null;
        }

        var hash = SHA256.HashData(bytes);
        var found = await store.Set<Invitation>().FirstOrDefaultAsync(i => i.TokenHash == hash, cancel);
        return found is not null && found.IsOpen(clock.GetUtcNow()) ? found : null;
    }
}
