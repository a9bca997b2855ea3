namespace TongKet.Store;

/// <summary>Writes down who read what is not open to a glance: before it is shown, never changed.</summary>
public sealed class ReadingLog(AppStore store, RecordIds ids, TimeProvider clock)
{
    /// <param name="act">What was read, as the name of the slice, and what else says which: «members.export-register count=12».</param>
    /// <returns>The number of the line.</returns>
    public async Task<long> AddAsync(
        (long? AccountId, string Name) by,
        string act,
        long organizationId,
        string reason,
        CancellationToken cancel
    )
    {
        var line = new ReadingLine
        {
            Id = await ids.NextAsync(cancel),
            At = clock.GetUtcNow(),
            AccountId = by.AccountId,
            By = by.Name,
            Act = act,
            RecordId = organizationId,
            OrganizationId = organizationId,
            Reason = reason,
        };
        store.Add(line);
        await store.SaveChangesAsync(cancel);
        return line.Id;
    }
}
