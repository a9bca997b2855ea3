using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TongKet.Domain.Figures;
using TongKet.Store;

namespace TongKet.Figures;

/// <summary>One record behind a figure, as lists show it.</summary>
/// <param name="Page">Relative address of the record's own page, if it has one.</param>
public sealed record RecordLine(long Id, string Name, string? Code, long PlaceId, DateOnly? On, string? Page, bool IsPerson);

/// <summary>Where the rows of a record set come from, given by the room that owns the records.</summary>
public abstract class RecordSource(RecordSet set)
{
    public RecordSet Set { get; } = set;

    /// <summary>Records whose change makes rows of this set be read again.</summary>
    public IReadOnlyList<Touch> TouchedBy { get; init; } = [];

    /// <summary>Whether the list behind a figure of the set names persons.</summary>
    public Func<CountFigure, bool> NamesPersons { get; init; } = _ => false;

    /// <summary>The described columns of all rows, or of those at some places; for a yearly set of the year asked.</summary>
    public abstract DbCommand Columns(AppStore store, AsOf on, long[]? places);

    /// <summary>For each place: the count of every figure of the set, then the two marks (there, too young).</summary>
    public abstract Task<IReadOnlyList<(long Place, int[] Counts)>> CountAsync(
        AppStore store,
        AsOf on,
        IReadOnlyList<CountFigure> figures,
        long[]? places,
        CancellationToken cancel
    );

    /// <summary>
    /// A statement over all rows: <paramref name="text"/> makes it of the sums (a column F0, F1 … for each figure, then
    /// the two marks) and of the query of the rows, in which the place is a column "Place".
    /// </summary>
    public abstract DbCommand Statement(
        AppStore store,
        AsOf on,
        IReadOnlyList<CountFigure> figures,
        Func<string, string, string> text
    );

    /// <summary>Transfers whose both ends are known: place, other end, and how many.</summary>
    public abstract Task<IReadOnlyList<(long Place, long Other, int Count)>> PairsAsync(
        AppStore store,
        AsOf on,
        CountFigure figure,
        CancellationToken cancel
    );

    /// <summary>How many rows of one figure lie at each place; inner transfers of <paramref name="within"/> left out.</summary>
    public abstract Task<Dictionary<long, int>> CountByPlaceAsync(
        AppStore store,
        AsOf on,
        CountFigure figure,
        long[] within,
        CancellationToken cancel
    );

    /// <summary>The rows of one figure at some places.</summary>
    public abstract Task<IReadOnlyList<RecordLine>> ListAsync(
        AppStore store,
        AsOf on,
        CountFigure figure,
        long[] places,
        long[] within,
        CancellationToken cancel
    );
}

/// <param name="rows">The rows as they are to be asked at a moment.</param>
/// <param name="line">A row as a line of a list, for the figure whose list it is; ordered by <paramref name="order"/> within its place.</param>
public sealed class RecordSource<TRow>(
    RecordSet<TRow> set,
    Func<AppStore, AsOf, IQueryable<TRow>> rows,
    Func<AppStore, IQueryable<TRow>, CountFigure, AsOf, CancellationToken, Task<IReadOnlyList<RecordLine>>> line
) : RecordSource(set)
    where TRow : class
{
    /// <summary>All rows at a moment, for a page that shows more of them than a figure counts.</summary>
    public IQueryable<TRow> Rows(AppStore store, AsOf on) => rows(store, on);

    public override DbCommand Columns(AppStore store, AsOf on, long[]? places) =>
        (places is null ? rows(store, on) : At(rows(store, on), places)).Select(Engine.ColumnQuery.Row(set)).CreateDbCommand();

    public override async Task<IReadOnlyList<(long Place, int[] Counts)>> CountAsync(
        AppStore store,
        AsOf on,
        IReadOnlyList<CountFigure> figures,
        long[]? places,
        CancellationToken cancel
    )
    {
        await using var command = Statement(
            store,
            on,
            figures,
            places,
            (sums, rows) => $"SELECT x.\"Place\", {sums} FROM ({rows}) x GROUP BY x.\"Place\""
        );
        return await ReadAsync(store, command, figures.Count + 2, cancel);
    }

    public override DbCommand Statement(
        AppStore store,
        AsOf on,
        IReadOnlyList<CountFigure> figures,
        Func<string, string, string> text
    ) => Statement(store, on, figures, null, text);

    private DbCommand Statement(
        AppStore store,
        AsOf on,
        IReadOnlyList<CountFigure> figures,
        long[]? places,
        Func<string, string, string> text
    )
    {
        var conditions = figures
            .Select(f => f.Condition)
            .Append(set.There)
            .Append(set.TooYoung)
            .Select(c => ConditionBinder.Bind<TRow>(c, on))
            .ToList();
        var asked = places is null ? rows(store, on) : At(rows(store, on), places);
        var command = asked.Select(Row(conditions)).CreateDbCommand();
        // What holds for all rows or for none has no column: EF would leave it out.
        var sums = string.Join(
            ", ",
            conditions.Select(
                (c, i) =>
                    (ConditionBinder.Constant(c.Body) is { } all ? (all ? "count(*)" : "0") : $"sum(x.\"F{i}\")")
                    + $" AS \"F{i}\""
            )
        );
        command.CommandText = text(sums, command.CommandText);
        return command;
    }

    public override async Task<IReadOnlyList<(long Place, long Other, int Count)>> PairsAsync(
        AppStore store,
        AsOf on,
        CountFigure figure,
        CancellationToken cancel
    )
    {
        var other = (Expression<Func<TRow, long?>>)figure.OtherEnd!;
        var row = set.Place.Parameters[0];
        var otherOfRow = Swap(other, row);
        var pair = Expression.Lambda<Func<TRow, Pair>>(
            Expression.MemberInit(
                Expression.New(typeof(Pair)),
                Expression.Bind(typeof(Pair).GetProperty(nameof(Pair.Place))!, set.Place.Body),
                Expression.Bind(typeof(Pair).GetProperty(nameof(Pair.Other))!, otherOfRow)
            ),
            row
        );
        var pairs = await rows(store, on).Where(Bound(figure, on)).Select(pair).Where(p => p.Other != null).ToListAsync(cancel);
        return [.. pairs.GroupBy(p => (p.Place, p.Other!.Value)).Select(g => (g.Key.Place, g.Key.Value, g.Count()))];
    }

    public override async Task<Dictionary<long, int>> CountByPlaceAsync(
        AppStore store,
        AsOf on,
        CountFigure figure,
        long[] within,
        CancellationToken cancel
    ) =>
        await Behind(store, on, figure, within, within)
            .GroupBy(set.Place)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    public override Task<IReadOnlyList<RecordLine>> ListAsync(
        AppStore store,
        AsOf on,
        CountFigure figure,
        long[] places,
        long[] within,
        CancellationToken cancel
    ) => line(store, Behind(store, on, figure, places, within), figure, on, cancel);

    private IQueryable<TRow> Behind(AppStore store, AsOf on, CountFigure figure, long[] places, long[] within)
    {
        var behind = At(rows(store, on).Where(Bound(figure, on)), places);
        if (figure.OtherEnd is Expression<Func<TRow, long?>> other)
        {
            Expression<Func<long?, bool>> outside = o => o == null || !within.Contains(o.Value);
            behind = behind.Where(Expression.Lambda<Func<TRow, bool>>(Expression.Invoke(outside, other.Body), other.Parameters));
        }

        return behind;
    }

    private IQueryable<TRow> At(IQueryable<TRow> asked, long[] places)
    {
        Expression<Func<long, bool>> isAsked = place => places.Contains(place);
        return asked.Where(Expression.Lambda<Func<TRow, bool>>(Expression.Invoke(isAsked, set.Place.Body), set.Place.Parameters));
    }

    private static Expression<Func<TRow, bool>> Bound(CountFigure figure, AsOf on) =>
        ConditionBinder.Bind<TRow>(figure.Condition, on);

    private Expression<Func<TRow, FigureRow>> Row(List<Expression<Func<TRow, bool>>> conditions)
    {
        if (conditions.Count > FigureRow.Most)
        {
            throw new InvalidOperationException($"Record set {set.Name} has more figures than a row has columns.");
        }

        var row = set.Place.Parameters[0];
        var bindings = new List<MemberBinding>
        {
            Expression.Bind(typeof(FigureRow).GetProperty(nameof(FigureRow.Place))!, set.Place.Body),
        };
        for (var i = 0; i < conditions.Count; i++)
        {
            if (ConditionBinder.Constant(conditions[i].Body) is null)
            {
                var holds = Expression.Condition(Swap(conditions[i], row), Expression.Constant(1), Expression.Constant(0));
                bindings.Add(Expression.Bind(typeof(FigureRow).GetProperty("F" + i)!, holds));
            }
        }

        return Expression.Lambda<Func<TRow, FigureRow>>(Expression.MemberInit(Expression.New(typeof(FigureRow)), bindings), row);
    }

    private static Expression Swap(LambdaExpression lambda, ParameterExpression row) =>
        new ParameterSwap(lambda.Parameters[0], row).Visit(lambda.Body);

    private static async Task<IReadOnlyList<(long, int[])>> ReadAsync(
        AppStore store,
        DbCommand command,
        int columns,
        CancellationToken cancel
    )
    {
        await store.Database.OpenConnectionAsync(cancel);
        try
        {
            command.Transaction = store.Database.CurrentTransaction?.GetDbTransaction();
            var counted = new List<(long, int[])>();
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel))
            {
                var counts = new int[columns];
                for (var i = 0; i < columns; i++)
                {
                    counts[i] = (int)reader.GetInt64(i + 1);
                }

                counted.Add((reader.GetInt64(0), counts));
            }

            return counted;
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    private sealed class Pair
    {
        public long Place { get; init; }
        public long? Other { get; init; }
    }

    private sealed class ParameterSwap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
