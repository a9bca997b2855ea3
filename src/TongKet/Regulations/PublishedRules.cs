using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Regulations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Regulations;

/// <summary>
/// Brings the rule book up to what is published and what reviews keep in the database, by this program or by another on
/// the same records. Both are only ever added to, so their number says whether there is anything new.
/// </summary>
public sealed class PublishedRules(RuleBook rules)
{
    private int seen;

    public async Task RefreshAsync(AppStore store, CancellationToken cancel)
    {
        var there = await store
            .Set<RuleSetVersion>()
            .Select(v => v.Id)
            .Concat(store.Set<KeptRuleSet>().Select(k => k.Id))
            .CountAsync(cancel);
        if (there == Volatile.Read(ref seen))
        {
            return;
        }

        var published = await store.Set<RuleSetVersion>().AsNoTracking().ToListAsync(cancel);
        var kept = await store.Set<KeptRuleSet>().AsNoTracking().ToListAsync(cancel);
        rules.Take(RuleSetVersion.Take(rules.First, published), [.. kept.Select(k => k.Read()).OfType<RuleSet>()]);
        Volatile.Write(ref seen, published.Count + kept.Count);
    }

    /// <summary>
    /// The text of what a review pins, to be written with it; null where it is kept already. Within the caller's
    /// transaction, beside which nobody else pins.
    /// </summary>
    public static async Task<KeptRuleSet?> KeepAsync(AppStore store, RecordIds ids, RuleSet set, CancellationToken cancel)
    {
        var hash = set.Hash;
        if (await store.Set<KeptRuleSet>().AnyAsync(k => k.RuleSetId == set.Id && k.Hash == hash, cancel))
        {
            return null;
        }

        var kept = KeptRuleSet.Of(set, await ids.NextAsync(cancel));
        store.Add(kept);
        return kept;
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
