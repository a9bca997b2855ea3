using System.Linq.Expressions;
using TongKet.Domain.Figures;

namespace TongKet.Figures.Engine;

/// <summary>
/// The values that conditions compare with: what is written in them, and what a moment gives. A value caught from
/// elsewhere is none of these: conditions are told apart by their text, and two of the same text must mean the same.
/// </summary>
internal sealed class MomentValues
{
    private readonly List<MaskConstant> constants = [];
    private readonly List<MaskList> lists = [];

    public IReadOnlyList<MaskConstant> Constants => constants;
    public IReadOnlyList<MaskList> Lists => lists;

    /// <summary>Where a value stands among the constants, moved by a number of days; null where the part is no value.</summary>
    public int? Constant(Expression part, ParameterExpression moment, int shift)
    {
        if (!IsValue(part, moment))
        {
            return null;
        }

        var text = $"{RecordColumn.TextOf(part, moment)} {shift}";
        var at = constants.FindIndex(c => c.Text == text);
        if (at < 0)
        {
            at = constants.Count;
            var of = Read<object?>(part, moment);
            constants.Add(new(text, on => ColumnCode.Of(of(on)) + shift));
        }

        return at;
    }

    /// <summary>The same for a list, which the compiler may write over a span of the array.</summary>
    public int? List(Expression part, ParameterExpression moment)
    {
        while (part is MethodCallExpression { Arguments.Count: 1 } or UnaryExpression { NodeType: ExpressionType.Convert })
        {
            part = part is MethodCallExpression call ? call.Arguments[0] : ((UnaryExpression)part).Operand;
        }

        if (part is not MemberExpression || !IsValue(part, moment) || !part.Type.IsArray)
        {
            return null;
        }

        var text = RecordColumn.TextOf(part, moment);
        var at = lists.FindIndex(l => l.Text == text);
        if (at < 0)
        {
            at = lists.Count;
            var of = Read<Array>(part, moment);
            lists.Add(new(text, on => [.. of(on).Cast<object>().Select(ColumnCode.Of)]));
        }

        return at;
    }

    private static bool IsValue(Expression part, ParameterExpression moment) =>
        part switch
        {
            ConstantExpression { Value: not null } => part.Type.IsPrimitive || part.Type.IsEnum,
            UnaryExpression { NodeType: ExpressionType.Convert } converted => IsValue(converted.Operand, moment),
            MemberExpression { Expression: { } of } => of == moment || (of is MemberExpression && IsValue(of, moment)),
            _ => false,
        };

    private static Func<AsOf, T> Read<T>(Expression part, ParameterExpression moment) =>
        Expression.Lambda<Func<AsOf, T>>(Expression.Convert(part, typeof(T)), moment).Compile(preferInterpretation: true);
}

/// <summary>Days, codes and numbers as columns hold them.</summary>
public static class ColumnCode
{
    /// <summary>None; more than every day.</summary>
    public const int None = ushort.MaxValue;
    private static readonly int FirstDay = new DateOnly(1900, 1, 1).DayNumber;

    public static int OfDay(int dayNumber) => dayNumber - FirstDay;

    public static int Of(object? value) =>
        value switch
        {
            DateOnly day => OfDay(day.DayNumber),
            bool flag => flag ? 1 : 0,
            null => throw new InvalidOperationException("A moment has no such value."),
            _ => Convert.ToInt32(value),
        };
}
