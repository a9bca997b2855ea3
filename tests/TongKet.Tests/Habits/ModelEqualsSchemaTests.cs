using Microsoft.EntityFrameworkCore;
using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>
/// Migrations are written by hand, so nothing but this tells that a room's mapping was changed and its tables were not:
/// the schema that migrations make equals the schema that the model asks for.
/// </summary>
public sealed class ModelEqualsSchemaTests
{
    [Theory, OnBothDatabases]
    public async Task Migrations_make_what_the_model_asks_for(DatabaseKind kind)
    {
        await using var migrated = await TestDatabase.MigratedAsync(kind);
        await using var modelled = await TestDatabase.EmptyAsync(kind);
        await using (var store = modelled.OpenStore())
        {
            await store.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        }

        var made = await ReadAsync(migrated);
        var asked = await ReadAsync(modelled);

        Assert.Contains(made, line => line.StartsWith("column member ", StringComparison.Ordinal));
        Assert.Contains(made, line => line.StartsWith("index ", StringComparison.Ordinal));
        Habit.AssertNone([
            .. asked.Except(made, StringComparer.Ordinal).Select(line => $"the model asks for, no migration makes: {line}"),
            .. made.Except(asked, StringComparer.Ordinal)
                .Select(line => $"a migration makes, the model does not ask for: {line}"),
        ]);
    }

    /// <summary>Every column, key, index, foreign key and sequence in one line each.</summary>
    private static async Task<List<string>> ReadAsync(TestDatabase database)
    {
        await using var store = database.OpenStore();
        var lines = database.Kind == DatabaseKind.PostgreSql ? PostgreSqlSchema : SqliteSchema;
        return await store.Database.SqlQueryRaw<string>(lines).ToListAsync(TestContext.Current.CancellationToken);
    }

    private const string SqliteSchema = """
        WITH tables AS (
            SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE '\_\_EF%' ESCAPE '\'
        )
        SELECT 'column ' || t.name || ' ' || c.name || ' ' || c.type || CASE c."notnull" WHEN 1 THEN ' NOT NULL' ELSE '' END
            || ' default ' || coalesce(c.dflt_value, '-') || ' key ' || c.pk || ' hidden ' || c.hidden AS "Value"
        FROM tables t, pragma_table_xinfo(t.name) c
        UNION ALL
        SELECT 'index ' || t.name || ' ' || CASE i.origin WHEN 'c' THEN i.name ELSE i.origin END
            || CASE i."unique" WHEN 1 THEN ' UNIQUE' ELSE '' END || ' partial ' || i.partial || ' ('
            || (SELECT group_concat(x.name || ' ' || x.coll || ' ' || x."desc")
                FROM pragma_index_xinfo(i.name) x WHERE x.key = 1 ORDER BY x.seqno) || ')'
        FROM tables t, pragma_index_list(t.name) i
        UNION ALL
        SELECT 'reference ' || t.name || ' (' || f."from" || ') ' || f."table" || ' (' || coalesce(f."to", '-') || ') ' || f.on_delete
            || ' ' || f.on_update
        FROM tables t, pragma_foreign_key_list(t.name) f
        UNION ALL
        SELECT 'trigger or view ' || sql FROM sqlite_master WHERE type IN ('trigger', 'view')
        UNION ALL
        SELECT 'autoincrement ' || name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'
        """;

    private const string PostgreSqlSchema = """
        SELECT 'column ' || c.table_name || ' ' || c.column_name || ' ' || c.data_type || ' '
            || coalesce(c.character_maximum_length, c.numeric_precision, c.datetime_precision, 0) || ' ' || coalesce(c.numeric_scale, 0)
            || CASE c.is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END
            || ' default ' || coalesce(c.column_default, '-') || ' identity ' || coalesce(c.identity_generation, '-')
            || ' collation ' || coalesce(c.collation_name, '-') AS "Value"
        FROM information_schema.columns c
        WHERE c.table_schema = 'public' AND c.table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        UNION ALL
        SELECT 'sequence ' || sequencename || ' ' || start_value || ' ' || increment_by || ' ' || cycle
        FROM pg_sequences WHERE schemaname = 'public'
        UNION ALL
        SELECT 'trigger ' || trigger_name FROM information_schema.triggers WHERE trigger_schema = 'public'
        """;
}
