namespace TongKet.Store;

/// <summary>
/// Somebody opened a value that is masked otherwise: who, when, of which record, and the reason he gave. Written before
/// the value is shown, never changed.
/// </summary>
public sealed class ReadingLine
{
    public long Id { get; init; }
    public DateTimeOffset At { get; init; }
    public long? AccountId { get; init; }
    public required string By { get; init; }

    /// <summary>What was opened, as the name of the slice: «members.reveal-number».</summary>
    public required string Act { get; init; }
    public long RecordId { get; init; }

    /// <summary>Where the record stood.</summary>
    public long? OrganizationId { get; init; }
    public required string Reason { get; init; }
}
