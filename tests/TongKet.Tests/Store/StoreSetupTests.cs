using Microsoft.EntityFrameworkCore;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Store;

public sealed class StoreSetupTests
{
    [Fact]
    public async Task The_lock_that_a_killed_migration_left_behind_holds_nobody_up()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.Sqlite);
        await using var store = database.OpenStore();
        await store.Database.ExecuteSqlRawAsync(
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00+00:00');
            """,
            cancel
        );

        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        soon.CancelAfter(TimeSpan.FromSeconds(30));
        await StoreSetup.MigrateAsync(store, soon.Token);

        Assert.Empty(await store.Database.GetPendingMigrationsAsync(cancel));
        Assert.False(await store.Set<ChangeLine>().AnyAsync(cancel));
    }
}
