using System.Threading.Channels;

namespace TongKet.Store;

/// <summary>
/// Lines of the change log on their way: one core composes them, block by block and a few ahead, while another writes
/// records and the blocks before. However many records, only these blocks are in memory.
/// </summary>
public sealed class PendingLines : IAsyncDisposable
{
    private const int BlocksAhead = 8;

    private readonly BulkWriter bulk;
    private readonly CancellationTokenSource stop;
    private readonly Channel<LineBlock> blocks = Channel.CreateBounded<LineBlock>(
        new BoundedChannelOptions(BlocksAhead) { SingleReader = true, SingleWriter = true }
    );
    private readonly Task composing;

    internal PendingLines(IEnumerable<LineBlock> composed, BulkWriter bulk, CancellationToken cancel)
    {
        this.bulk = bulk;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        composing = Task.Run(() => ComposeAsync(composed), CancellationToken.None);
    }

    /// <summary>Writes all of them within the caller's transaction; what went wrong in composing comes out here.</summary>
    public async Task WriteAsync(CancellationToken cancel)
    {
        await foreach (var block in blocks.Reader.ReadAllAsync(cancel))
        {
            await block.WriteAsync(bulk, cancel);
        }
    }

    /// <summary>Whoever gives up midway must not leave the other core composing from records that are no longer his.</summary>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await composing;
        stop.Dispose();
    }

    private async Task ComposeAsync(IEnumerable<LineBlock> composed)
    {
        try
        {
            foreach (var block in composed)
            {
                await blocks.Writer.WriteAsync(block, stop.Token);
            }

            blocks.Writer.Complete();
        }
        // Whatever it is, it is the writer's to throw: left here, it would wait for lines that never come.
        catch (Exception e)
        {
            blocks.Writer.Complete(
                e is OperationCanceledException
                    ? e
                    : new LinesNotComposedException("Lines of the change log could not be composed.", e)
            );
        }
    }
}

/// <summary>What was to be written could not even be composed; the transaction is to be given up.</summary>
public sealed class LinesNotComposedException(string message, Exception inner) : Exception(message, inner);

/// <summary>Lines with their values, in the order of the chain.</summary>
internal sealed record LineBlock(IReadOnlyList<ChangeLine> Lines, IReadOnlyList<ChangeValue> Values)
{
    public async Task WriteAsync(BulkWriter bulk, CancellationToken cancel)
    {
        await bulk.InsertAsync(Lines, cancel);
        await bulk.InsertAsync(Values, cancel);
    }
}
