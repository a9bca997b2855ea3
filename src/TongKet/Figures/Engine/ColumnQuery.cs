using System.Linq.Expressions;
using TongKet.Domain.Figures;

namespace TongKet.Figures.Engine;

/// <summary>The SELECT that reads exactly the described columns of a record set, written by EF from the description.</summary>
public static class ColumnQuery
{
    /// <summary>By kind: days, numbers (codes and flags among them), other ends; each counted from 0.</summary>
    public static IReadOnlyList<string> NamesOf(RecordSet set)
    {
        var counts = new Dictionary<char, int>();
        return
        [
            .. set.Columns.Select(c =>
            {
                var kind = c.Shape switch
                {
                    ColumnShape.Day => 'D',
                    ColumnShape.End => 'E',
                    _ => 'N',
                };
                var at = counts.GetValueOrDefault(kind);
                counts[kind] = at + 1;
                return at < ColumnRow.Most
                    ? $"{kind}{at}"
                    : throw new InvalidOperationException($"Record set {set.Name} has more columns than a row.");
            }),
        ];
    }

    public static Expression<Func<TRow, ColumnRow>> Row<TRow>(RecordSet<TRow> set)
        where TRow : class
    {
        var row = set.Place.Parameters[0];
        var names = NamesOf(set);
        var bindings = set.Columns.Select((c, i) => Bind(names[i], Value(c, row)));
        return Expression.Lambda<Func<TRow, ColumnRow>>(
            Expression.MemberInit(Expression.New(typeof(ColumnRow)), bindings.Prepend(Bind("Place", set.Place.Body))),
            row
        );
    }

    private static MemberAssignment Bind(string name, Expression value) =>
        Expression.Bind(typeof(ColumnRow).GetProperty(name)!, value);

    private static Expression Value(RecordColumn column, ParameterExpression row)
    {
        var value = new RowSwap(column.Of.Parameters[0], row).Visit(column.Of.Body);
        return column.Shape switch
        {
            ColumnShape.Flag => Expression.Condition(value, Expression.Constant(1), Expression.Constant(0)),
            ColumnShape.Day or ColumnShape.End => value,
            _ => value.Type == typeof(int) ? value : Expression.Convert(value, typeof(int)),
        };
    }

    private sealed class RowSwap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : base.VisitParameter(node);
    }
}
