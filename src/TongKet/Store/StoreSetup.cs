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
        services.AddScoped<RecordIds>();
        services.AddScoped<ChangeLog>();
        services.AddScoped<BulkWriter>();
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

        await store.Database.MigrateAsync(cancel);
    }
}

/// <summary>WAL, so that readers never wait for the writer; a busy writer is waited for.</summary>
public sealed class SqliteSettings : DbConnectionInterceptor
{
    public static readonly SqliteSettings Instance = new();

    public override void ConnectionOpened(System.Data.Common.DbConnection connection, ConnectionEndEventData eventData) =>
        Set(connection);

    public override Task ConnectionOpenedAsync(
        System.Data.Common.DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(System.Data.Common.DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA cache_size=-65536;";
        command.ExecuteNonQuery();
    }
}
