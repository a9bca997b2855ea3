using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using TongKet.Domain.Figures;

namespace TongKet.Figures;

/// <summary>
/// Turns a figure's condition into one that EF can put into SQL: every «on.…» becomes a query parameter, except that
/// a list of kinds or reasons becomes comparisons with each (few, set by the rule sets, and quicker than a sub-query a row).
/// </summary>
public sealed class ConditionBinder : ExpressionVisitor
{
    private readonly ParameterExpression moment;
    private readonly AsOf on;

    private ConditionBinder(ParameterExpression moment, AsOf on)
    {
        this.moment = moment;
        this.on = on;
    }

    /// <summary>The condition as a lambda over the row alone.</summary>
    public static Expression<Func<TRow, bool>> Bind<TRow>(LambdaExpression condition, AsOf on) =>
        Expression.Lambda<Func<TRow, bool>>(
            new ConditionBinder(condition.Parameters[1], on).Visit(condition.Body),
            condition.Parameters[0]
        );

    // A list without entries makes a part of a condition false; what follows from it is said here and not left to EF,
    // which leaves a constant column out of its SELECT.
    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.AndAlso or ExpressionType.OrElse))
        {
            return base.VisitBinary(node);
        }

        var (left, right) = (Visit(node.Left), Visit(node.Right));
        var decides = node.NodeType == ExpressionType.OrElse;
        return Constant(left) is { } l ? (l == decides ? left : right)
            : Constant(right) is { } r ? (r == decides ? right : left)
            : node.Update(left, node.Conversion, right);
    }

    protected override Expression VisitUnary(UnaryExpression node) =>
        base.VisitUnary(node) is var visited
        && visited is UnaryExpression { NodeType: ExpressionType.Not } not
        && Constant(not.Operand) is { } value
            ? Expression.Constant(!value)
            : visited;

    /// <summary>True or false where the condition is that for every row.</summary>
    public static bool? Constant(Expression condition) => condition is ConstantExpression { Value: bool value } ? value : null;

    protected override Expression VisitMember(MemberExpression node) =>
        IsOfMoment(node) ? Parameter(node.Type, Value(node)) : base.VisitMember(node);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        // xs.Contains(column), which the compiler may write over a span of the array.
        if (node.Method.Name == nameof(Enumerable.Contains) && node.Arguments.Count >= 2 && ListOf(node.Arguments[0]) is { } list)
        {
            var column = Visit(node.Arguments[1]);
            return list.Cast<object>()
                .Select(value => (Expression)Expression.Equal(column, Expression.Constant(value, column.Type)))
                .DefaultIfEmpty(Expression.Constant(false))
                .Aggregate(Expression.OrElse);
        }

        return base.VisitMethodCall(node);
    }

    private Array? ListOf(Expression node)
    {
        while (node is MethodCallExpression { Arguments.Count: 1 } or UnaryExpression { NodeType: ExpressionType.Convert })
        {
            node = node is MethodCallExpression call ? call.Arguments[0] : ((UnaryExpression)node).Operand;
        }

        return node is MemberExpression member && IsOfMoment(member) ? Value(member) as Array : null;
    }

    private bool IsOfMoment(MemberExpression node) =>
        node.Expression == moment || (node.Expression is MemberExpression inner && IsOfMoment(inner));

    private object? Value(MemberExpression node)
    {
        var of = node.Expression == moment ? on : Value((MemberExpression)node.Expression!);
        return node.Member is PropertyInfo property ? property.GetValue(of) : ((FieldInfo)node.Member).GetValue(of);
    }

    private static MemberExpression Parameter(Type type, object? value)
    {
        var box = Activator.CreateInstance(Boxes.GetOrAdd(type, t => typeof(Captured<>).MakeGenericType(t)), value)!;
        return Expression.Field(Expression.Constant(box), nameof(Captured<int>.Value));
    }

    private static readonly ConcurrentDictionary<Type, Type> Boxes = new();

    /// <summary>EF makes a query parameter of a field of a captured object.</summary>
    [System.Runtime.CompilerServices.CompilerGenerated]
    private sealed class Captured<T>(T value)
    {
        public readonly T Value = value;
    }
}
