using System.Text;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TongKet.Store;

/// <summary>
/// All records in SQL, on SQLite and PostgreSQL alike. Each room maps its own classes in its «…Tables» file; names
/// become singular snake_case here. Used directly by handlers and queries.
/// </summary>
public sealed class AppStore(DbContextOptions<AppStore> options) : IdentityUserContext<Account, long>(options)
{
    public bool IsPostgreSql => Database.ProviderName == "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary>Its open transaction only reads, all of one moment (<see cref="ReadSnapshot"/>).</summary>
    public bool ReadsOneMoment { get; internal set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(AppStore).Assembly);
        if (IsPostgreSql)
        {
            builder.HasSequence<long>("record_id").StartsAt(1000).IncrementsBy(RecordIds.Block);
        }

        foreach (var entity in builder.Model.GetEntityTypes())
        {
            entity.SetTableName(
                SnakeCase(entity.ClrType.Name.Replace("Identity", "Account", StringComparison.Ordinal).Split('`')[0])
            );
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
                if (IsPostgreSql && property.Name.EndsWith("SortKey", StringComparison.Ordinal))
                {
                    // A sort key is compared letter by letter; a language's collation would skip some of them.
                    property.SetCollation("C");
                }
            }

            foreach (var index in entity.GetIndexes())
            {
                index.SetDatabaseName(Short("ix", entity, index.Properties));
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.SetConstraintName(Short("fk", entity, key.Properties));
            }
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        if (!IsPostgreSql)
        {
            // SQLite has no types for these: whole numbers keep their order and are quick.
            configurationBuilder.Properties<DateOnly>().HaveConversion<DayNumberConverter>();
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
            configurationBuilder.Properties<decimal>().HaveConversion<double>();
        }
        else
        {
            configurationBuilder.Properties<decimal>().HavePrecision(18, 4);
        }
    }

    private static string Short(string prefix, IMutableEntityType entity, IEnumerable<IMutableProperty> properties) =>
        prefix + "_" + entity.GetTableName() + "_" + string.Join('_', properties.Select(p => SnakeCase(p.Name)));

    private static string SnakeCase(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsUpper(name[i]) && i > 0)
            {
                snake.Append('_');
            }

            snake.Append(char.ToLowerInvariant(name[i]));
        }

        return snake.ToString();
    }
}
