using TongKet.Domain.Access;
using TongKet.Web;

namespace TongKet.Access;

/// <summary>Who is looking, and what his menu holds.</summary>
public sealed class AccessContext(CurrentActor current, HostMode mode) : PageContextPart
{
    public override int Order => 1;

    public override async ValueTask<PageContext> FillAsync(
        PageContext context,
        HttpContext request,
        CancellationToken cancellation
    )
    {
        context = context with { IsDemo = mode.IsDemo };
        var actor = await current.GetAsync(cancellation);
        return actor.AccountId is null
            ? context
            : context with
            {
                Actor = actor,
                AccountName = actor.Name,
                RoleName = RoleWords.Of(actor.Grants),
                Acts = Acts
                    .All.Where(act => actor.GrantsFor(act).Any())
                    .Select(act => act.Code)
                    .ToHashSet(StringComparer.Ordinal),
            };
    }
}
