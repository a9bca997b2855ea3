using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Regulations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Regulations;

/// <summary>
/// Brings the rule book up to what is published in the database, by this program or by another on the same records.
/// Versions are only ever added, so their number says whether there is anything new.
/// </summary>
public sealed class PublishedRules(RuleBook rules)
{
    private int seen;

    public async Task RefreshAsync(AppStore store, CancellationToken cancel)
    {
        if (await store.Set<RuleSetVersion>().CountAsync(cancel) == Volatile.Read(ref seen))
        {
            return;
        }

        var all = await store.Set<RuleSetVersion>().AsNoTracking().ToListAsync(cancel);
        rules.Take(RuleSetVersion.Take(rules.First, all));
        Volatile.Write(ref seen, all.Count);
    }
}

/// <summary>Every page is answered under what was published before it was asked for.</summary>
public sealed class RulesContext(PublishedRules published, AppStore store) : PageContextPart
{
    public override int Order => 0;

    public override async ValueTask<PageContext> FillAsync(
        PageContext context,
        HttpContext request,
        CancellationToken cancellation
    )
    {
        await published.RefreshAsync(store, cancellation);
        return context;
    }
}
