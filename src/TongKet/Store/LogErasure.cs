namespace TongKet.Store;

/// <summary>
/// The values that a record had before its last change were erased from the change log, and why. It has a line of its own
/// in the log; an erased value without one is a difference that «verify» names.
/// </summary>
public sealed class LogErasure
{
    public long Id { get; init; }

    /// <summary>The table of the record.</summary>
    public required string Entity { get; init; }
    public long RecordId { get; init; }

    /// <summary>Values of lines before this one are erased; this one says what the record is.</summary>
    public long BeforeSeq { get; init; }

    /// <summary>What it rests on: the document or the request.</summary>
    public required string Basis { get; init; }
}
