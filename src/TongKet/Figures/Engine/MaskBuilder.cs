using System.Linq.Expressions;
using TongKet.Domain.Figures;

namespace TongKet.Figures.Engine;

/// <summary>
/// Turns the conditions of a record set into a <see cref="MaskProgram"/>. What it cannot turn throws when the program
/// starts, naming the figure and the part; no condition is counted in another way than it is written.
/// </summary>
public sealed class MaskBuilder
{
    private readonly RecordSet set;
    private readonly List<MaskNode> nodes = [];
    private readonly Dictionary<MaskNode, int> seen = [];
    private readonly MomentValues values = new();
    private string figure = "";
    private ParameterExpression row = null!;
    private ParameterExpression moment = null!;

    private MaskBuilder(RecordSet set) => this.set = set;

    public static MaskProgram Build(RecordSet set, IReadOnlyList<CountFigure> figures)
    {
        var builder = new MaskBuilder(set);
        int[] roots =
        [
            .. figures.Select(f => builder.Root(f.Code, f.Condition)),
            builder.Root("there", set.IsThere),
            builder.Root("too young", set.IsTooYoung),
        ];
        int[] ends = [.. figures.Select(f => f.OtherEnd is { } end ? builder.EndOf(f.Code, end) : -1)];
        return new(set, figures, [.. builder.nodes], [.. builder.values.Constants], [.. builder.values.Lists], roots, ends);
    }

    private int Root(string of, LambdaExpression condition)
    {
        (figure, row, moment) = (of, condition.Parameters[0], condition.Parameters[1]);
        return Bool(condition.Body);
    }

    private int EndOf(string of, LambdaExpression end)
    {
        (figure, row) = (of, end.Parameters[0]);
        return Column(end.Body) is { Shape: ColumnShape.End } column ? At(column) : throw Untold(end.Body);
    }

    private int Bool(Expression e) =>
        Column(e) is { Shape: ColumnShape.Flag } flag ? Make(new(MaskOp.Flag, At(flag)))
        : Constant(e) is { } all ? Make(new(MaskOp.All, all))
        : e switch
        {
            BinaryExpression { NodeType: ExpressionType.AndAlso } b => And(Bool(b.Left), Bool(b.Right)),
            BinaryExpression { NodeType: ExpressionType.OrElse } b => Or(Bool(b.Left), Bool(b.Right)),
            UnaryExpression { NodeType: ExpressionType.Not } n => Not(Bool(n.Operand)),
            BinaryExpression b => Compare(b),
            MethodCallExpression call => Among(call),
            _ => throw Untold(e),
        };

    private int Compare(BinaryExpression b)
    {
        var (left, right, how) = (Column(b.Left), Column(b.Right), b.NodeType);
        if (left is null && right is not null)
        {
            (left, right, how) = (right, left, Turned(how));
            return Against(left, b.Left, null, how, b);
        }

        return left is null ? throw Untold(b) : Against(left, b.Right, right, how, b);
    }

    private int Against(RecordColumn left, Expression other, RecordColumn? right, ExpressionType how, Expression whole)
    {
        var isNull = IsNull(other);
        return (how, left.Shape) switch
        {
            (ExpressionType.Equal, ColumnShape.Day) when isNull => Make(new(MaskOp.None, At(left))),
            (ExpressionType.NotEqual, ColumnShape.Day) when isNull => Not(Make(new(MaskOp.None, At(left)))),
            (ExpressionType.Equal, not (ColumnShape.Flag or ColumnShape.End)) when Constant(other) is { } c => Equal(left, c),
            (ExpressionType.NotEqual, not (ColumnShape.Flag or ColumnShape.End)) when Constant(other) is { } c => Not(
                Equal(left, c)
            ),
            (_, ColumnShape.Day) when right is { Shape: ColumnShape.Day } => BetweenColumns(left, right, how, whole),
            (_, ColumnShape.Day or ColumnShape.Number) when !isNull => WithValue(left, other, how, whole),
            _ => throw Untold(whole),
        };
    }

    /// <summary>As in C# and in SQL, a comparison with none is not true.</summary>
    private int WithValue(RecordColumn column, Expression value, ExpressionType how, Expression whole)
    {
        var before = how is ExpressionType.LessThan or ExpressionType.GreaterThanOrEqual;
        var constant = Constant(value, before ? -1 : 0) ?? throw Untold(whole);
        var atMost = Make(new(MaskOp.AtMost, At(column), constant));
        return how switch
        {
            ExpressionType.LessThanOrEqual or ExpressionType.LessThan => atMost,
            ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual => column.MayBeNone
                ? AndNot(Some(column), atMost)
                : Not(atMost),
            _ => throw Untold(whole),
        };
    }

    private int BetweenColumns(RecordColumn a, RecordColumn b, ExpressionType how, Expression whole) =>
        how switch
        {
            ExpressionType.LessThanOrEqual => IfSome(b, Make(new(MaskOp.ColumnAtMost, At(a), At(b)))),
            ExpressionType.GreaterThanOrEqual => IfSome(a, Make(new(MaskOp.ColumnAtMost, At(b), At(a)))),
            ExpressionType.LessThan => IfSome(b, Not(Make(new(MaskOp.ColumnAtMost, At(b), At(a))))),
            ExpressionType.GreaterThan => IfSome(a, Not(Make(new(MaskOp.ColumnAtMost, At(a), At(b))))),
            _ => throw Untold(whole),
        };

    private int IfSome(RecordColumn greater, int condition) => greater.MayBeNone ? And(condition, Some(greater)) : condition;

    private int Among(MethodCallExpression call)
    {
        if (
            call.Method.Name == nameof(Enumerable.Contains)
            && call.Arguments.Count >= 2
            && Column(call.Arguments[1]) is { } column
        )
        {
            if (column.Shape is ColumnShape.Code or ColumnShape.SmallCode && values.List(call.Arguments[0], moment) is { } list)
            {
                return Make(new(MaskOp.Among, At(column), list));
            }
        }

        throw Untold(call);
    }

    private int Equal(RecordColumn column, int constant) => Make(new(MaskOp.Equal, At(column), constant));

    private int Some(RecordColumn column) => Not(Make(new(MaskOp.None, At(column))));

    private int And(int a, int b) =>
        nodes[b] is { Op: MaskOp.Not } nb ? AndNot(a, nb.A)
        : nodes[a] is { Op: MaskOp.Not } na ? AndNot(b, na.A)
        : Make(new(MaskOp.And, Math.Min(a, b), Math.Max(a, b)));

    private int AndNot(int a, int b) => Make(new(MaskOp.AndNot, a, b));

    /// <summary>«none, or after a day» is one comparison, because none is more than everything.</summary>
    private int Or(int a, int b) =>
        nodes[a] is { Op: MaskOp.None } none
        && nodes[b] is { Op: MaskOp.AndNot } after
        && nodes[after.A] == new MaskNode(MaskOp.Not, a)
        && nodes[after.B] is { Op: MaskOp.AtMost } most
        && most.A == none.A
            ? Not(after.B)
            : Make(new(MaskOp.Or, Math.Min(a, b), Math.Max(a, b)));

    private int Not(int a) => nodes[a] is { Op: MaskOp.Not } not ? not.A : Make(new(MaskOp.Not, a));

    private int Make(MaskNode node)
    {
        if (!seen.TryGetValue(node, out var at))
        {
            seen[node] = at = nodes.Count;
            nodes.Add(node);
        }

        return at;
    }

    private int? Constant(Expression e, int shift = 0) => values.Constant(e, moment, shift);

    private RecordColumn? Column(Expression e)
    {
        var text = RecordColumn.TextOf(e, row);
        return set.Columns.FirstOrDefault(c => c.Text == text);
    }

    private int At(RecordColumn column) => set.Columns.ToList().IndexOf(column);

    private static bool IsNull(Expression e) =>
        e is ConstantExpression { Value: null }
        || (e is UnaryExpression { NodeType: ExpressionType.Convert } c && IsNull(c.Operand));

    private static ExpressionType Turned(ExpressionType how) =>
        how switch
        {
            ExpressionType.LessThan => ExpressionType.GreaterThan,
            ExpressionType.LessThanOrEqual => ExpressionType.GreaterThanOrEqual,
            ExpressionType.GreaterThan => ExpressionType.LessThan,
            ExpressionType.GreaterThanOrEqual => ExpressionType.LessThanOrEqual,
            _ => how,
        };

    private InvalidOperationException Untold(Expression part) =>
        new($"Figure «{figure}» of record set «{set.Name}»: columns cannot tell «{part}».");
}
