using Microsoft.EntityFrameworkCore;

namespace TongKet.Store;

/// <summary>
/// Holds one place of a tree, with all below it, until the caller's transaction ends: whoever writes at the place, above it
/// or below it waits; whoever writes beside it does not. On SQLite a transaction is the only writer anyway.
/// </summary>
public sealed class PathLock(AppStore store)
{
    /// <param name="of">What the tree is of, for instance a review: others are not held up.</param>
    /// <param name="path">
    /// From the top down to the place, so that two who meet never hold what the other waits for; empty holds nothing.
    /// </param>
    public async Task HoldAsync(long of, IEnumerable<long> path, CancellationToken cancel)
    {
        // A number cut short meets another's at worst, and then somebody waits for nothing.
        int[] places = [.. path.Select(place => unchecked((int)place))];
        if (!store.IsPostgreSql || places.Length == 0)
        {
            return;
        }

        var (tree, above, held) = (unchecked((int)of), places[..^1], places[^1]);
        await store.Database.ExecuteSqlAsync(
            $"""
            SELECT pg_advisory_xact_lock_shared({tree}, place) FROM unnest({above}) AS place;
            SELECT pg_advisory_xact_lock({tree}, {held})
            """,
            cancel
        );
    }
}
