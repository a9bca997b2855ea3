using System.Linq.Expressions;

namespace TongKet.Domain.Figures;

/// <summary>What a column of a record set holds; it decides how many bytes a row takes in memory.</summary>
public enum ColumnShape : byte
{
    /// <summary>A day or none.</summary>
    Day = 0,

    /// <summary>A number from 0 to 65 534, or none.</summary>
    Number = 1,

    /// <summary>A kind, reason or the like from 0 to 255.</summary>
    Code = 2,

    /// <summary>The same from 0 to 15.</summary>
    SmallCode = 3,

    /// <summary>Yes or no.</summary>
    Flag = 4,

    /// <summary>The organization at the other end of a transfer; few rows have one.</summary>
    End = 5,
}

/// <summary>A column that conditions over a record set may name: a member of its row, or for a flag any condition on it.</summary>
public sealed record RecordColumn(ColumnShape Shape, LambdaExpression Of)
{
    /// <summary>By which a part of a condition is found to mean this column, whatever it calls its row.</summary>
    public string Text { get; } = TextOf(Of.Body, Of.Parameters[0]);

    /// <summary>A row may have no such day.</summary>
    public bool MayBeNone { get; } = Nullable.GetUnderlyingType(Plain(Of.Body).Type) is not null;

    private static Expression Plain(Expression of) =>
        of is UnaryExpression { NodeType: ExpressionType.Convert } converted ? Plain(converted.Operand) : of;

    /// <summary>A part of a condition in one spelling; conversions, which the compiler adds as it likes, are left out.</summary>
    public static string TextOf(Expression part, ParameterExpression row) =>
        part switch
        {
            UnaryExpression { NodeType: ExpressionType.Convert } converted => TextOf(converted.Operand, row),
            UnaryExpression { NodeType: ExpressionType.Not } not => $"!{TextOf(not.Operand, row)}",
            BinaryExpression both => $"({TextOf(both.Left, row)} {both.NodeType} {TextOf(both.Right, row)})",
            MemberExpression { Expression: { } of } member => $"{TextOf(of, row)}.{member.Member.Name}",
            ConstantExpression { Value: var value } => value is Enum code ? $"{Convert.ToInt32(code)}" : $"{value ?? "null"}",
            _ => part == row ? "row" : part.ToString(),
        };
}
