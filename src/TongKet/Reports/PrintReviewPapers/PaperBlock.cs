using TongKet.Reports.WriteDocument;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>One paper: its head, what stands under it, who signs. Each begins a page of its own.</summary>
/// <param name="Head">Null where the blocks bring their own, as ballots do.</param>
internal sealed record PaperSheet(DocumentHead? Head, IReadOnlyList<PaperBlock> Blocks);

internal abstract record PaperBlock;

/// <summary>A paragraph; dots in it are room for the hand.</summary>
/// <param name="StaysWithNext">On the page of what follows, so that nobody signs on an empty one.</param>
internal sealed record PaperText(
    string Text,
    bool IsBold = false,
    bool IsCentred = false,
    bool IsItalic = false,
    bool StaysWithNext = false
) : PaperBlock;

internal sealed record PaperHeading(string Text, int Level) : PaperBlock;

/// <summary>So many dotted lines to write on.</summary>
internal sealed record PaperRoom(int Lines) : PaperBlock;

/// <param name="RowHeight">The least height of a row in millimetres, so that a hand has room.</param>
internal sealed record PaperTable(
    string Caption,
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    decimal RowHeight
) : PaperBlock;

/// <summary>Who signs on the left and on the right: the body first, then the post, then the name where it is known.</summary>
internal sealed record PaperSignatures(PaperSignature? Left, PaperSignature Right) : PaperBlock
{
    /// <summary>«Nơi nhận», on the left where nobody signs there.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];
}

/// <param name="Body">«T/M CHI BỘ»; null where the signer signs for himself.</param>
internal sealed record PaperSignature(string? Body, string? Post, string? Name = null);

/// <summary>What follows stands on the next page.</summary>
internal sealed record PaperBreak : PaperBlock;

/// <summary>A dashed line to cut along.</summary>
internal sealed record PaperCut : PaperBlock;
