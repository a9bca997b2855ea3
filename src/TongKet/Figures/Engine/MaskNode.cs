using TongKet.Domain.Figures;

namespace TongKet.Figures.Engine;

/// <summary>What one instruction does with 64 rows at once, a bit a row.</summary>
public enum MaskOp : byte
{
    /// <summary>All rows or none: constant A.</summary>
    All = 0,

    /// <summary>Column A as it is.</summary>
    Flag = 1,

    /// <summary>Column A is at most constant B; none is more than everything.</summary>
    AtMost = 2,

    /// <summary>Column A is constant B.</summary>
    Equal = 3,

    /// <summary>Column A is in list B.</summary>
    Among = 4,

    /// <summary>Column A has none.</summary>
    None = 5,

    /// <summary>Column A is at most column B.</summary>
    ColumnAtMost = 6,
    And = 7,

    /// <summary>A and not B.</summary>
    AndNot = 8,
    Or = 9,
    Not = 10,
}

/// <summary>An instruction; A and B are instructions before it, columns or constants, as <see cref="Op"/> has it.</summary>
public readonly record struct MaskNode(MaskOp Op, int A, int B = -1);

/// <summary>A value of the moment that conditions compare with; worked out once a question.</summary>
public sealed record MaskConstant(string Text, Func<AsOf, int> Of);

/// <summary>Several such values: kinds or reasons of a rule set.</summary>
public sealed record MaskList(string Text, Func<AsOf, int[]> Of);

/// <summary>
/// All conditions of a record set as one row of instructions in which equal parts stand once. <see cref="Roots"/> are
/// the instructions that hold the answers: of each figure, then of the two marks.
/// </summary>
public sealed record MaskProgram(
    RecordSet Set,
    IReadOnlyList<CountFigure> Figures,
    MaskNode[] Nodes,
    MaskConstant[] Constants,
    MaskList[] Lists,
    int[] Roots,
    int[] Ends
)
{
    /// <summary>The instructions with the values of a moment.</summary>
    public BoundProgram Bind(AsOf on) => new(this, [.. Constants.Select(c => c.Of(on))], [.. Lists.Select(l => l.Of(on))]);
}

/// <summary>A program with its values, ready to run.</summary>
public sealed record BoundProgram(MaskProgram Program, int[] Constants, int[][] Lists);
