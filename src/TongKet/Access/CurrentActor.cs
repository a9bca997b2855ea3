using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TongKet.Domain.Access;
using TongKet.Web;

namespace TongKet.Access;

/// <summary>
/// Who makes this request, read once a request: a role that ended or an account that was locked a moment ago counts at
/// once. Pages inject it and hand the actor to their handler.
/// </summary>
public sealed class CurrentActor(
    ActorReader actors,
    IHttpContextAccessor request,
    HostMode mode,
    IOptions<IdentityOptions> identity
)
{
    private (ClaimsPrincipal Of, KnownAccount? Account)? read;

    public async ValueTask<Actor> GetAsync(CancellationToken cancel = default) =>
        request.HttpContext?.User is { Identity.IsAuthenticated: true } user && await FindAsync(user, cancel) is { } known
            ? known.Actor
            : Actor.Nobody;

    /// <summary>Null where the session is of an account that may not be signed in any more.</summary>
    public async ValueTask<KnownAccount?> FindAsync(ClaimsPrincipal user, CancellationToken cancel)
    {
        if (read is { } before && IdOf(before.Of) == IdOf(user))
        {
            return before.Account;
        }

        var known = IdOf(user) is { } id ? await actors.ByIdAsync(id, cancel) : null;
        var stamp = user.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType);
        var valid =
            known is { Account: { LockedAt: null } account }
            && account.SecurityStamp == stamp
            && (mode.IsDemo || !account.IsDemo);
        read = (user, valid ? known : null);
        return read.Value.Account;
    }

    private static long? IdOf(ClaimsPrincipal user) =>
        long.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
