using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Targets;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.VerifyFigures;

/// <summary>A line that stands for many records is as good a witness as one for each of them.</summary>
public sealed class VerifyBatchTests
{
    private const int Size = 5;
    private static readonly FakeClock Clock = new(2026, 2, 2);

    [Theory, OnBothDatabases]
    public async Task A_batch_of_records_is_silent_and_each_change_past_the_log_is_named(DatabaseKind kind)
    {
        var (database, first) = await WithBatchAsync(kind);
        await using var made = database;
        await SoundWorld.AssertSilentAsync(database);

        await SoundWorld.TamperAsync(database, "UPDATE target SET assigned_value = 77 WHERE id = {0}", first + 2);
        await SoundWorld.TamperAsync(database, "DELETE FROM target WHERE id = {0}", first + 4);
        await SoundWorld.TamperAsync(
            database,
            "INSERT INTO target (id, organization_id, year, code, name, unit, direction, assigned_value) "
                + "SELECT {0}, organization_id, year, 'B9', name, unit, 1, 10 FROM target WHERE id = {1}",
            first + Size,
            first
        );
        var found = (await SoundWorld.VerifyAsync(database)).Differences;

        Assert.Equal(
            [
                ("record-changed", "HX", $"target {first + 2}"),
                ("record-gone", "HX", $"target {first + 4}"),
                ("record-without-line", "HX", $"target {first + Size}"),
            ],
            found
                .Where(d => d.Kind.StartsWith("record-", StringComparison.Ordinal))
                .Select(d => (d.Kind, d.Organization, d.Record))
                .Distinct()
                .OrderBy(d => d.Kind, StringComparer.Ordinal)
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_record_changed_later_is_held_against_its_own_line_and_the_others_against_the_batch(DatabaseKind kind)
    {
        var (database, first) = await WithBatchAsync(kind);
        await using var made = database;
        await using (var store = database.OpenStore())
        {
            var cancel = TestContext.Current.CancellationToken;
            var target = await store.Set<Target>().SingleAsync(t => t.Id == first + 1, cancel);
            var gone = await store.Set<Target>().SingleAsync(t => t.Id == first + 3, cancel);
            target.AssignedValue = 99;
            store.Remove(gone);
            await new ChangeLog(store, new BulkWriter(store), Clock).SaveAsync(
                new(null, "test"),
                "test.change",
                [
                    new(target, target.Id, target.OrganizationId, 2023),
                    new(gone, gone.Id, gone.OrganizationId, 2023, IsRemoved: true),
                ],
                cancel
            );
        }

        await SoundWorld.AssertSilentAsync(database);

        await SoundWorld.TamperAsync(database, "UPDATE target SET assigned_value = 98 WHERE id = {0}", first + 1);
        await SoundWorld.TamperAsync(database, "UPDATE target SET assigned_value = 98 WHERE id = {0}", first + 2);
        var found = (await SoundWorld.VerifyAsync(database)).Differences.Select(d => d.Record).Distinct().Order();
        Assert.Equal([$"target {first + 1}", $"target {first + 2}"], found);
    }

    [Theory]
    [OnBothDatabases("UPDATE change_line SET batch_size = 4 WHERE batch_size = 5", "log-line-altered")]
    [OnBothDatabases("UPDATE change_value SET after = 'AAAA' || substr(after, 5) WHERE seq = {0}", "log-values-altered")]
    [OnBothDatabases("UPDATE change_value SET after = NULL WHERE seq = {0}", "log-values-missing")]
    public async Task A_batch_line_cannot_be_altered(DatabaseKind kind, string sql, string difference)
    {
        var (database, _) = await WithBatchAsync(kind);
        await using var made = database;
        long seq;
        await using (var store = database.OpenStore())
        {
            seq = store.Set<ChangeLine>().Single(l => l.BatchSize != null).Seq;
        }

        await SoundWorld.TamperAsync(database, sql, seq);

        Assert.Contains(
            (await SoundWorld.VerifyAsync(database)).Differences,
            d => (d.Kind, d.Record) == (difference, $"change_line {seq}")
        );
    }

    [Theory, OnBothDatabases]
    public async Task The_history_of_a_record_begins_with_its_batch(DatabaseKind kind)
    {
        var (database, first) = await WithBatchAsync(kind);
        await using var made = database;
        await using var store = database.OpenStore();
        var history = new ChangeHistory(store);
        RecordKey[] records = [history.Of<Target>(first + 3)];

        var entry = Assert.Single(await history.ReadAsync(records, 10, TestContext.Current.CancellationToken));

        Assert.True(entry is { IsFirst: true, IsErased: false, Line.BatchSize: Size });
        Assert.Equal(entry.Line.Seq, await history.LastAsync(records, TestContext.Current.CancellationToken));
    }

    private static async Task<(TestDatabase Database, long First)> WithBatchAsync(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        var database = await sound.SaveAsync(kind);
        var cancel = TestContext.Current.CancellationToken;
        await using var store = database.OpenStore();
        var ids = await new RecordIds(store).TakeAsync(Size, cancel);
        var targets = Enumerable
            .Range(0, Size)
            .Select(i => new Target
            {
                Id = ids.Next(),
                OrganizationId = sound.District.Id,
                Year = 2023,
                Code = $"B{i}",
                Name = "Chỉ tiêu thử",
                Unit = "việc",
                Direction = TargetDirection.AtLeast,
                AssignedValue = 10 + i,
            })
            .ToList();
        var (bulk, type) = (new BulkWriter(store), store.Model.FindEntityType(typeof(Target))!);
        var log = new ChangeLog(store, bulk, Clock);
        await using var transaction = await log.BeginAsync(cancel);
        await bulk.InsertAsync(targets, cancel);
        var batch = ChangeBatch.Of(type, "target", targets, sound.District.Id);
        await new BatchLog(log, bulk, Clock).AppendAsync(new(null, "test"), "test.batch", [batch], cancel);
        await transaction.CommitAsync(cancel);
        return (database, targets[0].Id);
    }
}
