using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Store;

/// <summary>Lines that one core composes while another writes: whichever of them fails, nothing is left and nobody waits.</summary>
public sealed class PendingLinesTests
{
    /// <summary>More than are composed ahead, so that the composing side waits for the writing one.</summary>
    private const int Many = 40_000;

    private static readonly ChangeAuthor By = new(null, "thử");

    [Theory, OnBothDatabases]
    public async Task Many_lines_are_chained_as_few_are(DatabaseKind kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var store = database.OpenStore();
        await Log(store).SaveAsync(By, "test.few", Records(10), cancel);
        await Log(store).SaveAsync(By, "test.many", Records(5_000), cancel);

        var hash = new byte[32];
        foreach (var line in await store.Set<ChangeLine>().AsNoTracking().OrderBy(l => l.Seq).ToListAsync(cancel))
        {
            Assert.Equal(ChangeLog.Chain(line, hash), line.Hash);
            hash = line.Hash;
        }

        Assert.Equal(5_010, await store.Set<ChangeValue>().MaxAsync(v => v.Seq, cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_record_that_cannot_be_composed_is_told_to_the_writer_and_leaves_nothing(DatabaseKind kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var store = database.OpenStore();
        List<ChangedRecord> records = [.. Records(Many), new(new object(), 1, null)];

        var failure = await Assert.ThrowsAsync<LinesNotComposedException>(() =>
            Log(store).SaveAsync(By, "test.fail", records, cancel)
        );

        Assert.NotNull(failure.InnerException);
        Assert.False(await store.Set<ChangeLine>().AnyAsync(cancel));
    }

    [Theory, OnBothDatabases]
    public async Task A_database_that_fails_midway_ends_the_composing_and_leaves_nothing(DatabaseKind kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var store = database.OpenStore();
        await store.Database.ExecuteSqlRawAsync(
            kind == DatabaseKind.PostgreSql
                ? "ALTER TABLE change_line ADD CONSTRAINT disk_is_full CHECK (seq <> 9000)"
                : """
                CREATE TRIGGER disk_is_full BEFORE INSERT ON change_line WHEN NEW.seq = 9000
                BEGIN SELECT RAISE(ABORT, 'full'); END
                """,
            cancel
        );

        await Assert.ThrowsAnyAsync<DbException>(() => Log(store).SaveAsync(By, "test.full", Records(Many), cancel));

        Assert.False(await store.Set<ChangeLine>().AnyAsync(cancel));
        Assert.False(await store.Set<ChangeValue>().AnyAsync(cancel));
        await Log(store).SaveAsync(By, "test.after", Records(1), cancel);
        Assert.Equal(1, await store.Set<ChangeLine>().MaxAsync(l => l.Seq, cancel));
    }

    [Theory, OnBothDatabases]
    public async Task Cancelled_midway_nothing_is_left(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var store = database.OpenStore();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var records = Records(Many).Select((record, i) => Stopping(record, i)).ToList();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await using var transaction = await Log(store).BeginAsync(stop.Token);
            await using var lines = await Log(store).ComposeAsync(By, "test.stop", Asked(), stop.Token);
            await lines.WriteAsync(stop.Token);
            await transaction.CommitAsync(stop.Token);
        });

        Assert.False(await store.Set<ChangeLine>().AnyAsync(TestContext.Current.CancellationToken));

        ChangedRecord Stopping(ChangedRecord record, int i) => record with { Year = i };

        IEnumerable<ChangedRecord> Asked()
        {
            foreach (var record in records)
            {
                if (record.Year == Many / 2)
                {
                    stop.Cancel();
                }

                yield return record;
            }
        }
    }

    private static ChangeLog Log(AppStore store) => new(store, new BulkWriter(store), TimeProvider.System);

    private static List<ChangedRecord> Records(int count)
    {
        var organization = new Organization { Id = 1 };
        return [.. Enumerable.Range(0, count).Select(i => new ChangedRecord(organization, i, null))];
    }
}
