using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Figures.Engine;

/// <summary>
/// The records that figures count, in columns in memory, as they stand at a line of the change log. One a program and
/// database. Every question first looks into the log, and what a line touches is read from the records again, so an
/// answer is never older than the last commit before it; no difference is ever computed by hand.
/// </summary>
public sealed class FiguresEngine(
    FigureLayout layout,
    IEnumerable<RecordSource> sources,
    RuleBook rules,
    EngineSettings settings,
    TimeProvider clock
) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim gate = new(1);
    private readonly EngineStock stock = new(layout, sources, rules, settings);
    private FallbackReason broken;
    private string? detail;

    public EngineState State =>
        new(
            settings.IsOn || stock.IsLoaded
                ? stock.IsLoaded || broken != FallbackReason.None
                    ? broken
                    : FallbackReason.NotLoaded
                : FallbackReason.Off,
            detail,
            stock.Seq,
            stock.Bytes,
            settings.MostBytes,
            stock.LoadTime,
            stock.IsFromFile,
            stock.Tables
        );

    /// <summary>
    /// The columns at the end of the change log, for one question, to be disposed; null where SQL is to be asked.
    /// </summary>
    public async Task<EngineReading?> OpenAsync(
        AppStore store,
        TreeReader trees,
        IReadOnlyCollection<RecordSet> sets,
        AsOf on,
        CancellationToken cancel,
        bool isForced = false
    )
    {
        // Within a transaction that writes, what is read may never come true.
        var isWriting = store.Database.CurrentTransaction is not null && !store.ReadsOneMoment;
        if (isWriting || broken != FallbackReason.None || !(settings.IsOn || isForced) || !await gate.WaitAsync(Patience, cancel))
        {
            return null;
        }

        var reading = new EngineReading(stock, gate);
        try
        {
            if (await TryFollowAsync(store, trees, sets, on, cancel))
            {
                return reading;
            }
        }
        catch
        {
            reading.Dispose();
            throw;
        }

        reading.Dispose();
        return null;
    }

    /// <summary>Begins with the columns of a file instead of reading the records; false where it is none of this program's.</summary>
    public Task<bool> RestoreAsync(string path, CancellationToken cancel) => AloneAsync(() => stock.Restore(path), cancel);

    /// <summary>Writes the columns as they stand, to begin with next time.</summary>
    public Task<bool> SaveAsync(string path, CancellationToken cancel) => AloneAsync(() => stock.Save(path), cancel);

    public void Dispose() => gate.Dispose();

    private async Task<bool> AloneAsync(Func<bool> what, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            return what();
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<bool> TryFollowAsync(
        AppStore store,
        TreeReader trees,
        IReadOnlyCollection<RecordSet> sets,
        AsOf on,
        CancellationToken cancel
    )
    {
        try
        {
            return await stock.FollowAsync(store, trees, sets, on, Web.VietnameseFormat.DayOf(clock.GetUtcNow()), cancel);
        }
        catch (ColumnRangeException failure)
        {
            Break(FallbackReason.Range, failure.Message);
        }
        catch (ColumnMemoryException)
        {
            Break(FallbackReason.Memory, null);
        }

        return false;
    }

    private void Break(FallbackReason why, string? what)
    {
        (broken, detail) = (why, what);
        stock.Clear();
    }
}

/// <summary>The columns while one question is answered; nobody else moves them.</summary>
public sealed class EngineReading(EngineStock stock, SemaphoreSlim gate) : IDisposable
{
    private bool isDisposed;

    public long Seq => stock.Seq;

    public EngineStock Stock => stock;

    /// <summary>The row of one organization: kept from the last question, or counted.</summary>
    internal FigureTable Total(OrganizationTree tree, TreeNode top, AsOf on, FigureLayout layout, Func<FigureTable> make) =>
        (stock.Kept.Find(tree, top, on)?.Table ?? StockCount.Total(stock, top, layout, make)).Own(stock.Seq);

    /// <summary>The rows of some organizations, each with all below it: kept from the last question, or counted.</summary>
    internal FigureTable Totals(IReadOnlyList<TreeNode> tops, FigureLayout layout, Func<CountedNodes, FigureTable> make)
    {
        var table = make(CountedNodes.Only(tops));
        foreach (var top in tops.Where(t => t.Kind.IsPartyOrganization()))
        {
            table.Take(
                top,
                stock.Kept.Find(table.Tree, top, table.On)?.Table ?? StockCount.Total(stock, top, layout, () => make(new(top)))
            );
        }

        table.Stamp = stock.Seq;
        return table;
    }

    public void Dispose()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            gate.Release();
        }
    }
}
