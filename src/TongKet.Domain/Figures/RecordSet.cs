using System.Linq.Expressions;

namespace TongKet.Domain.Figures;

/// <summary>
/// A kind of record that figures count: where a row belongs, and when its records are there at all. A figure whose
/// records are not there is unknown («—»), never 0.
/// </summary>
/// <param name="Name">Also the name under which the list of records is shown (resource key «figures.set.» + name).</param>
public abstract record RecordSet(string Name)
{
    public abstract LambdaExpression PlaceOf { get; }
    public abstract LambdaExpression IsThere { get; }
    public abstract LambdaExpression IsTooYoung { get; }

    /// <summary>What conditions over its rows may name, in the order in which they are kept in memory.</summary>
    public IReadOnlyList<RecordColumn> Columns { get; init; } = [];

    /// <summary>Its rows are those of one year; else they are the same whatever is asked.</summary>
    public bool IsYearly { get; init; }
}

/// <param name="Place">The organization a row belongs to.</param>
/// <param name="There">Rows that show that the records of the period are there.</param>
/// <param name="TooYoung">Rows that began in records after the period: what was before is unknown.</param>
public sealed record RecordSet<TRow>(
    string Name,
    Expression<Func<TRow, long>> Place,
    Expression<Func<TRow, AsOf, bool>> There,
    Expression<Func<TRow, AsOf, bool>> TooYoung
) : RecordSet(Name)
    where TRow : class
{
    public override LambdaExpression PlaceOf => Place;
    public override LambdaExpression IsThere => There;
    public override LambdaExpression IsTooYoung => TooYoung;

    public RecordSet<TRow> Day(Expression<Func<TRow, DateOnly?>> of) => With(ColumnShape.Day, of);

    public RecordSet<TRow> Number(Expression<Func<TRow, int>> of) => With(ColumnShape.Number, of);

    public RecordSet<TRow> Code<TCode>(Expression<Func<TRow, TCode>> of)
        where TCode : struct, Enum => With(ColumnShape.Code, of);

    public RecordSet<TRow> SmallCode<TCode>(Expression<Func<TRow, TCode>> of)
        where TCode : struct, Enum => With(ColumnShape.SmallCode, of);

    public RecordSet<TRow> Flag(Expression<Func<TRow, bool>> of) => With(ColumnShape.Flag, of);

    public RecordSet<TRow> End(Expression<Func<TRow, long?>> of) => With(ColumnShape.End, of);

    private RecordSet<TRow> With(ColumnShape shape, LambdaExpression of) => this with { Columns = [.. Columns, new(shape, of)] };

    public CountFigure<TRow> Count(string code, Expression<Func<TRow, AsOf, bool>> where) => new(code, this, where);

    public CountFigure<TRow> CountAcross(
        string code,
        Expression<Func<TRow, long?>> otherEnd,
        Expression<Func<TRow, AsOf, bool>> where
    ) => new(code, this, where, otherEnd);
}
