using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>Where a sheet stands. Before the first saving there is none: «chưa làm».</summary>
public enum SheetState : byte
{
    /// <summary>Being filled in.</summary>
    InWork = 1,

    /// <summary>Sent to the level that decides; nobody below changes it any more.</summary>
    Submitted = 2,

    /// <summary>Sent back to be completed, with a reason.</summary>
    Returned = 3,

    /// <summary>Every line of it is decided.</summary>
    Decided = 4,
}

/// <summary>
/// What an organization sends in for a review: of a cell its members and the cell itself, of a committee the
/// organization it leads.
/// </summary>
public sealed class ReviewSheet
{
    public static readonly TextLength MinutesLength = new("reviews.sheet.minutes", 100);
    public static readonly TextLength ReturnedWhyLength = new("reviews.return.why", 1_000);

    public long Id { get; init; }
    public long CycleId { get; init; }
    public long OrganizationId { get; init; }
    public SheetState State { get; set; }

    /// <summary>When the meeting was held that proposes; grades are entered after it, not before.</summary>
    public DateOnly? MetOn { get; set; }
    public string? MinutesNumber { get; set; }

    /// <summary>Why it was sent back; stays until it is sent in again.</summary>
    public string? ReturnedWhy { get; set; }
    public DateOnly? SubmittedOn { get; set; }

    /// <summary>Counts the savings, so that who saves second sees what the first changed.</summary>
    public int Revision { get; set; }

    public bool IsOpen => State is SheetState.InWork or SheetState.Returned;
}
