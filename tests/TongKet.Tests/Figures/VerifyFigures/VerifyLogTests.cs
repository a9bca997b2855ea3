using Microsoft.EntityFrameworkCore;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.VerifyFigures;

/// <summary>The change log cannot be altered, shortened or emptied without a word.</summary>
public sealed class VerifyLogTests
{
    [Theory, OnBothDatabases]
    public async Task A_line_altered_is_named(DatabaseKind kind)
    {
        await using var database = await new SoundWorld().SaveAsync(kind);

        await SoundWorld.TamperAsync(database, "UPDATE change_line SET act = 'exchange.import' WHERE seq = 17");
        var difference = Assert.Single((await SoundWorld.VerifyAsync(database)).Differences);

        Assert.Equal(("log-line-altered", "change_line 17"), (difference.Kind, difference.Record));
    }

    [Theory]
    [OnBothDatabases("DELETE FROM change_line WHERE seq = 17", 17)]
    [OnBothDatabases("DELETE FROM change_line WHERE seq = 1", 1)]
    public async Task A_line_deleted_is_named(DatabaseKind kind, string sql, int seq)
    {
        await using var database = await new SoundWorld().SaveAsync(kind);

        await SoundWorld.TamperAsync(database, sql);
        var found = (await SoundWorld.VerifyAsync(database)).Differences;

        Assert.Equal($"change_line {seq}", Assert.Single(found, d => d.Kind == "log-line-missing").Record);
        // What the line told of is now a record of which the log knows nothing.
        Assert.Single(found.Where(d => d.Kind == "record-without-line").Select(d => d.Record).Distinct());
    }

    [Theory, OnBothDatabases]
    public async Task The_end_of_the_log_cut_off_is_named(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);
        var last = sound.World.All.Count;

        await SoundWorld.TamperAsync(database, $"DELETE FROM change_line WHERE seq > {last - 2}");
        var found = (await SoundWorld.VerifyAsync(database)).Differences;

        Assert.Equal(
            [$"change_line {last - 1}", $"change_line {last}"],
            found.Where(d => d.Kind == "log-line-missing").Select(d => d.Record)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Values_beside_a_line_cannot_be_altered_nor_vanish(DatabaseKind kind)
    {
        await using var database = await new SoundWorld().SaveAsync(kind);

        await SoundWorld.TamperAsync(database, "UPDATE change_value SET after = '{{}}' WHERE seq = 17");
        await SoundWorld.TamperAsync(database, "DELETE FROM change_value WHERE seq = 18");
        var found = (await SoundWorld.VerifyAsync(database)).Differences.Select(d => (d.Kind, d.Record));

        Assert.Equal([("log-values-altered", "change_line 17"), ("log-values-missing", "change_line 18")], found);
    }

    [Theory, OnBothDatabases]
    public async Task Values_erased_without_the_act_for_it_are_named(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);

        await SoundWorld.TamperAsync(
            database,
            "UPDATE change_value SET key = NULL, after = NULL, erased_at = 1 WHERE seq = 17".Replace(
                "= 1 ",
                kind == DatabaseKind.PostgreSql ? "= now() " : "= 1 ",
                StringComparison.Ordinal
            )
        );
        var verification = await SoundWorld.VerifyAsync(database);

        var difference = Assert.Single(verification.Differences);
        Assert.Equal(("log-values-erased", "change_line 17"), (difference.Kind, difference.Record));
        Assert.Equal(1, verification.Checked.Erased);
    }

    [Theory, OnBothDatabases]
    public async Task A_record_that_the_log_removed_is_not_missed(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);
        await using (var store = database.OpenStore())
        {
            var target = await store
                .Set<Domain.Targets.Target>()
                .SingleAsync(t => t.Code == "03", TestContext.Current.CancellationToken);
            var log = new ChangeLog(store, new BulkWriter(store), new FakeClock(2026, 2, 2));
            store.Remove(target);
            await log.SaveAsync(
                new(null, "test"),
                "test.remove",
                [new(target, target.Id, target.OrganizationId, 2023, IsRemoved: true)],
                TestContext.Current.CancellationToken
            );
        }

        await SoundWorld.AssertSilentAsync(database);

        await SoundWorld.TamperAsync(
            database,
            "INSERT INTO target (id, organization_id, year, code, name, unit, direction, assigned_value) "
                + "SELECT {0}, organization_id, year, '03', name, unit, 1, 10 FROM target WHERE code = '01'",
            sound.World.All.OfType<Domain.Targets.Target>().Single(t => t.Code == "03").Id
        );
        var difference = Assert.Single((await SoundWorld.VerifyAsync(database)).Differences, d => d.Figure == "target_total");
        Assert.Equal("record-without-line", difference.Kind);
    }
}
