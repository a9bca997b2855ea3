namespace TongKet.Store;

/// <summary>
/// Writes lines that stand for many records each, for those who make or bring whole registers; in one chain with the
/// lines of single records.
/// </summary>
public sealed class BatchLog(ChangeLog log, BulkWriter bulk, TimeProvider clock)
{
    /// <summary>Adds the lines within the caller's transaction.</summary>
    public async Task AppendAsync(ChangeAuthor by, string act, IReadOnlyList<ChangeBatch> batches, CancellationToken cancel)
    {
        var (seq, hash) = await log.LastAsync(cancel);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        var lines = new List<ChangeLine>(batches.Count);
        var values = new List<ChangeValue>(batches.Count);
        foreach (var batch in batches)
        {
            var line = new ChangeLine
            {
                Seq = ++seq,
                At = at,
                AccountId = by.AccountId,
                By = by.Name,
                Act = act,
                Entity = batch.Entity,
                RecordId = batch.FirstId,
                BatchSize = batch.Size,
                OrganizationId = batch.OrganizationId,
                Digest = batch.LineDigest,
                Hash = new byte[hash.Length],
            };
            ChangeLog.Chain(line, hash).CopyTo(line.Hash, 0);
            hash = line.Hash;
            lines.Add(line);
            values.Add(
                new()
                {
                    Seq = seq,
                    Key = batch.Key,
                    After = batch.Digests,
                }
            );
        }

        await bulk.InsertAsync(lines, cancel);
        await bulk.InsertAsync(values, cancel);
    }
}
