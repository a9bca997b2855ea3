namespace TongKet.Store;

/// <summary>
/// One line of the change log: who did what to which record, when. Append-only; <see cref="Hash"/> chains each line to
/// the one before. <see cref="Digest"/> is keyed by a key that lies with the values, so that erased values cannot be guessed.
/// </summary>
public sealed class ChangeLine
{
    public long Seq { get; set; }
    public DateTimeOffset At { get; init; }
    public long? AccountId { get; init; }

    /// <summary>The account's name, or the machine's operator on the command line.</summary>
    public required string By { get; init; }

    /// <summary>What was done, as the name of the slice, for instance «exchange.import».</summary>
    public required string Act { get; init; }

    /// <summary>The table of the record.</summary>
    public required string Entity { get; init; }

    /// <summary>The record; of a batch its first.</summary>
    public long RecordId { get; init; }

    /// <summary>
    /// Null for a line of one record. Else so many records of the table were added together, with ids from
    /// <see cref="RecordId"/> on, and the values beside the line are their digests (decision 0021).
    /// </summary>
    public int? BatchSize { get; init; }

    /// <summary>The organization whose figures it touches.</summary>
    public long? OrganizationId { get; init; }
    public int? Year { get; init; }
    public required byte[] Digest { get; init; }
    public required byte[] Hash { get; init; }
}

/// <summary>What the record was after a change, beside the line, erasable where the law asks.</summary>
public sealed class ChangeValue
{
    public long Seq { get; set; }

    /// <summary>Key of the line's digest; erased with the values.</summary>
    public byte[]? Key { get; set; }

    /// <summary>
    /// The record after the change as JSON; of a batch the digests of its records; null when the record was removed or
    /// the values erased.
    /// </summary>
    public string? After { get; set; }
    public DateTimeOffset? ErasedAt { get; set; }
}
