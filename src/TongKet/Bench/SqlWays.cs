using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Figures;
using TongKet.Store;

namespace TongKet.Bench;

/// <summary>
/// The same figures in plain SQL from the records, by the definitions themselves: a recursive query over the places of the
/// day, as most people write it, and ranges of preorder numbers. Transfers within a subtree are not taken off, so these
/// ways do a little less than the engine.
/// </summary>
public sealed class SqlWays(AppStore store, Catalogue catalogue, IEnumerable<RecordSource> sources, AsOf on)
{
    private readonly string day = store.IsPostgreSql
        ? string.Create(CultureInfo.InvariantCulture, $"DATE '{on.Day:yyyy-MM-dd}'")
        : on.Day.DayNumber.ToString(CultureInfo.InvariantCulture);

    /// <summary>Numbers the tree of the day in preorder, in a table of the bench's own.</summary>
    public async Task NumberAsync(OrganizationTree tree, CancellationToken cancel)
    {
        await store.Database.ExecuteSqlRawAsync(
            "DROP TABLE IF EXISTS bench_node; CREATE TABLE bench_node (id bigint PRIMARY KEY, lft int NOT NULL, rgt int NOT NULL)",
            cancel
        );
        await using (var transaction = await store.Database.BeginTransactionAsync(cancel))
        {
            foreach (var nodes in tree.Nodes.Chunk(2000))
            {
                var rows = nodes.Select(n => string.Create(CultureInfo.InvariantCulture, $"({n.Id},{n.At},{n.End - 1})"));
                var insert = "INSERT INTO bench_node VALUES " + string.Join(",", rows);
                await store.Database.ExecuteSqlRawAsync(insert, cancel);
            }

            await transaction.CommitAsync(cancel);
        }

        await store.Database.ExecuteSqlRawAsync(
            "CREATE UNIQUE INDEX bench_node_lft ON bench_node (lft); ANALYZE bench_node",
            cancel
        );
    }

    public IReadOnlyList<DbCommand> Recursive(long organization) =>
        Statements(
            (sums, rows) =>
                $"""
                    WITH RECURSIVE sub (id) AS (
                        SELECT CAST({Text(organization)} AS bigint)
                        UNION ALL
                        SELECT p.organization_id
                        FROM organization_place p
                        JOIN sub ON p.parent_id = sub.id
                        WHERE p.from_on <= {day} AND (p.to_on IS NULL OR p.to_on > {day})
                    )
                    SELECT {sums} FROM ({rows}) x WHERE x."Place" IN (SELECT id FROM sub)
                    """
        );

    public IReadOnlyList<DbCommand> Ranges(TreeNode node) =>
        Statements(
            (sums, rows) =>
                $"SELECT {sums} FROM ({rows}) x WHERE x.\"Place\" IN "
                + $"(SELECT n.id FROM bench_node n WHERE n.lft BETWEEN {Text(node.At)} AND {Text(node.End - 1)})"
        );

    /// <summary>Every organization: own figures once, summed up along preorder, and a subtree is a difference of two sums.</summary>
    public IReadOnlyList<DbCommand> All() =>
        Statements(
            (sums, rows) =>
            {
                var columns = Enumerable.Range(0, sums.Split(" AS ").Length - 1).Select(i => $"\"F{i}\"").ToList();
                return $"""
                    WITH own AS (SELECT x."Place" AS place, {sums} FROM ({rows}) x GROUP BY x."Place"),
                    running AS MATERIALIZED (
                        SELECT n.lft, n.rgt, {Each(columns, c => $"sum(coalesce(own.{c}, 0)) OVER upto AS {c}")}
                        FROM bench_node n LEFT JOIN own ON own.place = n.id
                        WINDOW upto AS (ORDER BY n.lft ROWS UNBOUNDED PRECEDING)
                    ),
                    total AS (
                        SELECT t.lft, {Each(columns, c => $"e.{c} - coalesce(b.{c}, 0) AS {c}")}
                        FROM running t JOIN running e ON e.lft = t.rgt LEFT JOIN running b ON b.lft = t.lft - 1
                    )
                    SELECT {Each(columns, c => $"sum({c}) AS {c}")} FROM total
                    """;
            }
        );

    /// <summary>All statements one after the other; the counts of all sets, in the order of the sets.</summary>
    public static async Task<IReadOnlyList<long>> AskAsync(IReadOnlyList<DbCommand> statements, CancellationToken cancel)
    {
        var counts = new List<long>();
        foreach (var statement in statements)
        {
            await using var reader = await statement.ExecuteReaderAsync(cancel);
            await reader.ReadAsync(cancel);
            for (var i = 0; i < reader.FieldCount; i++)
            {
                counts.Add(reader.IsDBNull(i) ? 0 : Convert.ToInt64(reader.GetValue(i), CultureInfo.InvariantCulture));
            }
        }

        return counts;
    }

    /// <summary>What the counts are, in their order; null for the two marks of a set.</summary>
    public IReadOnlyList<CountFigure?> Columns => [.. Sets().SelectMany(s => s.Figures.Append<CountFigure?>(null).Append(null))];

    private IReadOnlyList<DbCommand> Statements(Func<string, string, string> text) =>
        [
            .. Sets()
                .Select(set =>
                {
                    var statement = set.Source.Statement(store, on, set.Figures, text);
                    statement.CommandTimeout = 0;
                    return statement;
                }),
        ];

    private IEnumerable<(RecordSource Source, List<CountFigure> Figures)> Sets() =>
        sources
            .Select(source => (source, catalogue.Counts.Where(f => f.Set == source.Set).ToList()))
            .Where(set => set.Item2.Count > 0);

    private static string Each(IEnumerable<string> columns, Func<string, string> one) => string.Join(", ", columns.Select(one));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
