using System.Linq.Expressions;
using System.Reflection;

namespace TongKet.Store;

/// <summary>Takes the columns of a record one after the other, each by its own type: nothing is boxed on the way.</summary>
public abstract class RowSink
{
    public abstract void Null();
    public abstract void Text(string? value);
    public abstract void Bytes(byte[]? value);
    public abstract void Flag(bool value);
    public abstract void Whole(long value);
    public abstract void Real(double value);
    public abstract void Number(decimal value);
    public abstract void Day(DateOnly value);
    public abstract void Instant(DateTimeOffset value);

    /// <summary>What hands the properties of a record to a sink, in the order given.</summary>
    public static Action<object, RowSink> Reader(Type type, IEnumerable<PropertyInfo> properties)
    {
        var record = Expression.Parameter(typeof(object));
        var sink = Expression.Parameter(typeof(RowSink));
        var typed = Expression.Variable(type);
        var body = Expression.Block(
            [typed],
            properties
                .Select(property => Give(sink, Expression.Property(typed, property)))
                .Prepend(Expression.Assign(typed, Expression.Convert(record, type)))
        );
        return Expression.Lambda<Action<object, RowSink>>(body, record, sink).Compile();
    }

    private static Expression Give(Expression sink, Expression value)
    {
        if (Nullable.GetUnderlyingType(value.Type) is not null)
        {
            return Expression.IfThenElse(
                Expression.Property(value, nameof(Nullable<>.HasValue)),
                Give(sink, Expression.Property(value, nameof(Nullable<>.Value))),
                Expression.Call(sink, nameof(Null), null)
            );
        }

        var (method, taken) = value.Type switch
        {
            var type when type == typeof(string) => (nameof(Text), type),
            var type when type == typeof(byte[]) => (nameof(Bytes), type),
            var type when type == typeof(bool) => (nameof(Flag), type),
            var type when type == typeof(double) => (nameof(Real), type),
            var type when type == typeof(decimal) => (nameof(Number), type),
            var type when type == typeof(DateOnly) => (nameof(Day), type),
            var type when type == typeof(DateTimeOffset) => (nameof(Instant), type),
            // Words of closed lists are kept as their numbers; what is no number at all fails here, at the first use.
            _ => (nameof(Whole), typeof(long)),
        };
        return Expression.Call(sink, method, null, taken == value.Type ? value : Expression.Convert(value, taken));
    }
}
