using TongKet.Domain.Regulations;
using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>
/// One line of a sheet with the three values of a review: what the subject thinks of himself, what his cell or committee
/// proposes, what the competent level decided. Of each a grade or, for the last two, the reason for none.
/// </summary>
public sealed class Assessment
{
    public static readonly TextLength NoteLength = new("reviews.sheet.note", 300);

    public long Id { get; init; }
    public long CycleId { get; init; }
    public long SheetId { get; init; }

    /// <summary>The cell of the member, or the organization itself.</summary>
    public long OrganizationId { get; init; }
    public ReviewSubject As { get; init; }
    public long? MemberId { get; init; }

    /// <summary>Of a leader: whose committee manages his post, where that is recorded; it decides on him.</summary>
    public long? ManagedById { get; set; }

    /// <summary>Tự xếp loại.</summary>
    public Grade Self { get; set; }

    /// <summary>Đề nghị.</summary>
    public Grade Proposed { get; set; }
    public NoGradeReason ProposedReason { get; set; }

    /// <summary>What came of the last ballot on it; null where none was entered.</summary>
    public VoteOutcome? Vote { get; set; }

    /// <summary>What the session of the deciding level noted so far; decided once <see cref="DecisionId"/> is there.</summary>
    public Grade Decided { get; set; }
    public NoGradeReason DecidedReason { get; set; }
    public long? DecisionId { get; set; }

    /// <summary>What came of the last ballot of the deciding body; null where none was entered.</summary>
    public VoteOutcome? DecidingVote { get; set; }
    public string? Note { get; set; }

    public LineKey Key => new(As, MemberId);

    public bool IsProposed => Proposed != Grade.None || ProposedReason != NoGradeReason.None;

    /// <summary>The vote is over without a majority: it goes up without a proposal, and the level above says what it is.</summary>
    public bool GoesUpUndecided => Vote == VoteOutcome.Undecided && !IsProposed;

    /// <summary>The deciding body voted, no grade had the majority, and it has not said yet what it is to be.</summary>
    public bool LacksDecision => DecidingVote is VoteOutcome.SecondBallot or VoteOutcome.Undecided && !IsNoted;

    public bool IsDecided => DecisionId is not null;

    /// <summary>What it would be if it were decided now: what the session noted, else what is proposed.</summary>
    public Grade Effective => IsNoted ? Decided : Proposed;

    public NoGradeReason EffectiveReason => IsNoted ? DecidedReason : ProposedReason;

    /// <summary>The deciding session said what it is to be.</summary>
    public bool IsNoted => IsDecided || Decided != Grade.None || DecidedReason != NoGradeReason.None;
}

/// <summary>
/// Quyết định xếp loại: what the competent level decided in one session. It counts once it is announced; until then it is
/// seen by who proposed and who decided alone.
/// </summary>
public sealed class GradeDecision
{
    public static readonly TextLength BodyLength = new("reviews.decision.body", 200);
    public static readonly TextLength NumberLength = new("reviews.decision.number", 100);
    public static readonly TextLength AnnouncementLength = new("reviews.announce.number", 100);

    public long Id { get; init; }
    public long CycleId { get; init; }

    /// <summary>The organization whose body decided.</summary>
    public long OrganizationId { get; init; }
    public required string Body { get; init; }
    public DateOnly DecidedOn { get; init; }

    /// <summary>Number of the document.</summary>
    public required string Number { get; init; }

    public DateOnly? AnnouncedOn { get; set; }
    public string? AnnouncementNumber { get; set; }
}
