using System.Linq.Expressions;

namespace TongKet.Domain.Figures;

public enum FigureUnit : byte
{
    Count = 0,
    Percent = 1,

    /// <summary>A difference of two percentages.</summary>
    Points = 2,

    /// <summary>A value assigned as a target.</summary>
    Target = 3,
}

/// <summary>
/// One figure that reports print: a code (the catalogue's), a unit and one definition, from which come the number,
/// the list behind it and its place in a report. Its label is the resource key «figures.» + code.
/// </summary>
public abstract record Figure(string Code, FigureUnit Unit)
{
    /// <summary>Depends on what counts as TCCSĐ, so it is not comparable across a change of that definition.</summary>
    public bool UsesGrassrootsDefinition { get; init; }
}

/// <summary>Rows of a record set that fulfil a condition. The condition may name the row's columns and values of AsOf, nothing else.</summary>
public abstract record CountFigure(string Code, RecordSet Set) : Figure(Code, FigureUnit.Count)
{
    public abstract LambdaExpression Condition { get; }

    /// <summary>The other end of a transfer: a row whose other end lies in the same subtree is no movement of it.</summary>
    public abstract LambdaExpression? OtherEnd { get; }
}

public sealed record CountFigure<TRow>(
    string Code,
    RecordSet<TRow> Rows,
    Expression<Func<TRow, AsOf, bool>> Where,
    Expression<Func<TRow, long?>>? Other = null
) : CountFigure(Code, Rows)
    where TRow : class
{
    public override LambdaExpression Condition => Where;
    public override LambdaExpression? OtherEnd => Other;
}

/// <summary>Counts added up; its list is the lists of its parts, one after the other.</summary>
public sealed record SumFigure(string Code, IReadOnlyList<string> Parts) : Figure(Code, FigureUnit.Count);

/// <summary>A share in percent with one decimal; never stored, always from its two counts. Its list is that of the part.</summary>
public sealed record RatioFigure(string Code, string Part, string Base) : Figure(Code, FigureUnit.Percent);

/// <summary>This year's value beside the same day of last year: the difference, or the growth in percent.</summary>
public sealed record ChangeFigure(string Code, string Of, FigureUnit Unit) : Figure(Code, Unit);

/// <summary>
/// Answered by a room in a second step over other figures («N/N targets met»); its own records only, not those of
/// organizations below.
/// </summary>
public sealed record OwnFigure(string Code, FigureUnit Unit) : Figure(Code, Unit);
