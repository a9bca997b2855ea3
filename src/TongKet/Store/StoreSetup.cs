using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TongKet.Store;

public static class StoreSetup
{
    public static IServiceCollection AddStore(this IServiceCollection services, DatabaseAddress address)
    {
        services.AddSingleton(address);
        services.AddDbContext<AppStore>(options => Use(options, address));
        services.AddSingleton<LeftIds>();
        services.AddScoped<RecordIds>();
        services.AddScoped<ReadingLog>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<BatchLog>();
        services.AddScoped<ChangeHistory>();
        services.AddScoped<LogEraser>();
        services.AddScoped<BulkWriter>();
        services.AddScoped<PathLock>();
        return services;
    }

    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, DatabaseAddress address)
    {
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning));
        return address.IsPostgreSql
            ? options.UseNpgsql(
                address.ConnectionString,
                o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            )
            : options
                .UseSqlite(address.ConnectionString, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .AddInterceptors(SqliteSettings.Instance);
    }

    /// <summary>Brings the database up to this program; makes it where there is none.</summary>
    public static async Task MigrateAsync(AppStore store, CancellationToken cancel)
    {
        if (!store.IsPostgreSql)
        {
            var path = new SqliteConnectionStringBuilder(store.Database.GetConnectionString()).DataSource;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }

        // Nearly every start has nothing to bring up, and then takes no lock that it might leave behind.
        if ((await store.Database.GetPendingMigrationsAsync(cancel)).Any())
        {
            if (!store.IsPostgreSql)
            {
                await ForgetAbandonedLockAsync(store, cancel);
            }

            await store.Database.MigrateAsync(cancel);
        }
    }

    /// <summary>
    /// On SQLite EF marks a running migration by a row. That of a program which was killed stays, and every later start
    /// would wait for it for ever.
    /// </summary>
    private static async Task ForgetAbandonedLockAsync(AppStore store, CancellationToken cancel)
    {
        var tables = store.Database.SqlQuery<string>(
            $"SELECT name AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'"
        );
        if ((await tables.ToListAsync(cancel)).Count == 0)
        {
            return;
        }

        var fresh = store.Database.SqlQuery<string>(
            $"SELECT Timestamp AS Value FROM __EFMigrationsLock WHERE Timestamp >= datetime('now', '-2 minutes')"
        );
        while ((await fresh.ToListAsync(cancel)).Count > 0)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), cancel);
        }

        await store.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancel);
    }
}
