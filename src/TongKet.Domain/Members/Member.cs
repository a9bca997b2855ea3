using TongKet.Domain.Values;

namespace TongKet.Domain.Members;

/// <summary>A Party member's record (7-HSĐV, HD 12/38). Where he stands is in his <see cref="Stay"/>s.</summary>
public sealed class Member
{
    public long Id { get; init; }
    public required string FullName { get; set; }

    /// <summary>The name without marks, for searching.</summary>
    public required string NameFolded { get; set; }

    /// <summary>Given name first, by the Vietnamese alphabet.</summary>
    public required string NameSortKey { get; set; }
    public DateOnly? BornOn { get; set; }
    public DatePrecision BornPrecision { get; set; }
    public Sex Sex { get; set; }

    /// <summary>Dân tộc, as written; <see cref="IsEthnicMinority"/> is what figures count.</summary>
    public string? Ethnicity { get; set; }
    public bool IsEthnicMinority { get; set; }
    public string? Religion { get; set; }
    public bool HasReligion { get; set; }
    public string? HomePlace { get; set; }

    /// <summary>Số CCCD, 12 digits; null for old people without one (then <see cref="RecordNumber"/> or the card is the key).</summary>
    public string? CitizenId { get; set; }

    /// <summary>Số CMND, 9 digits, kept as such.</summary>
    public string? OldIdentityNumber { get; set; }
    public string? CardNumber { get; set; }

    /// <summary>Số lý lịch.</summary>
    public string? RecordNumber { get; set; }

    /// <summary>Số TT in the cell's register.</summary>
    public int RegisterOrder { get; set; }

    /// <summary>Ngày quyết định kết nạp: Party age counts from here.</summary>
    public DateOnly? AdmissionDecidedOn { get; set; }
    public DatePrecision AdmissionDecidedPrecision { get; set; }

    /// <summary>Ngày kết nạp: the ceremony.</summary>
    public DateOnly? AdmittedOn { get; set; }
    public DatePrecision AdmittedPrecision { get; set; }

    /// <summary>Ngày chính thức: the end of the twelve months, however late the paper (Charter art. 5).</summary>
    public DateOnly? OfficialOn { get; set; }

    /// <summary>Ngày quyết định công nhận.</summary>
    public DateOnly? RecognizedOn { get; set; }
    public string? Occupation { get; set; }

    /// <summary>Works outside the political system, with a form of his own since 2025 (HD 43, form 2C); null where not known.</summary>
    public bool? WorksOutsideSystem { get; set; }
    public string? Qualification { get; set; }
    public string? PoliticalTheory { get; set; }
    public string? Note { get; set; }

    /// <summary>The name with what is derived from it.</summary>
    public void Rename(string fullName) =>
        (FullName, NameFolded, NameSortKey) = (fullName, VietnameseText.Fold(fullName), VietnameseText.PersonSortKey(fullName));

    /// <summary>Takes over what was typed of him; a number that was left empty stays as it is.</summary>
    public void Take(Member typed)
    {
        Rename(typed.FullName);
        (BornOn, BornPrecision, Sex) = (typed.BornOn, typed.BornPrecision, typed.Sex);
        (Ethnicity, IsEthnicMinority) = (typed.Ethnicity, MemberRecordRule.IsMinority(typed.Ethnicity));
        (Religion, HasReligion) = (typed.Religion, MemberRecordRule.IsReligion(typed.Religion));
        HomePlace = typed.HomePlace;
        CitizenId = typed.CitizenId ?? CitizenId;
        OldIdentityNumber = typed.OldIdentityNumber ?? OldIdentityNumber;
        CardNumber = typed.CardNumber ?? CardNumber;
        RecordNumber = typed.RecordNumber ?? RecordNumber;
        RegisterOrder = typed.RegisterOrder;
        AdmissionDecidedOn = typed.AdmissionDecidedOn;
        (AdmittedOn, AdmittedPrecision) = (typed.AdmittedOn, typed.AdmittedPrecision);
        (OfficialOn, RecognizedOn) = (typed.OfficialOn, typed.RecognizedOn);
        WorksOutsideSystem = typed.WorksOutsideSystem;
        (Occupation, Qualification, PoliticalTheory) = (typed.Occupation, typed.Qualification, typed.PoliticalTheory);
        Note = typed.Note;
    }

    public PartialDate? Born => BornOn is { } on ? new(on, BornPrecision) : null;
    public PartialDate? AdmissionDecided => AdmissionDecidedOn is { } on ? new(on, AdmissionDecidedPrecision) : null;
    public PartialDate? Admitted => AdmittedOn is { } on ? new(on, AdmittedPrecision) : null;
}

/// <summary>
/// A member in the head-count of a cell on [<see cref="FromOn"/>, <see cref="ToOn"/>): he counts on the day he comes
/// and not on the day he leaves. A member has at most one stay on any day.
/// </summary>
public sealed class Stay
{
    public long Id { get; init; }
    public long MemberId { get; init; }
    public Member? Member { get; init; }
    public long CellId { get; init; }

    /// <summary>Where <see cref="HowIn"/> is <see cref="HowIn.BeforeRecords"/>: the eve of the first year with records.</summary>
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }
    public HowIn HowIn { get; set; }
    public HowOut HowOut { get; set; }

    /// <summary>The cell he came from where it is in this register; a transfer inside a subtree is no movement of it.</summary>
    public long? CameFromId { get; set; }
    public long? WentToId { get; set; }

    /// <summary>The other organization as written, where it is outside this register.</summary>
    public string? CameFromText { get; set; }
    public string? WentToText { get; set; }

    /// <summary>Number of the decision or of the letter by which he came, and by which he left.</summary>
    public string? InDecision { get; set; }
    public string? OutDecision { get; set; }
}

/// <summary>Exempt or suspended, in force on [<see cref="FromOn"/>, <see cref="ToOn"/>).</summary>
public sealed class MemberConditionSpan
{
    public long Id { get; init; }
    public long MemberId { get; init; }
    public MemberCondition Condition { get; init; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }

    /// <summary>Number of the decision.</summary>
    public string? Decision { get; set; }
}

/// <summary>A Party post held in an organization on [<see cref="FromOn"/>, <see cref="ToOn"/>). Several may be held at once.</summary>
public sealed class MemberPost
{
    public static readonly TextLength TitleLength = new("members.column.post", 200);
    public static readonly TextLength DecisionLength = new("members.record.decision", 100);

    public long Id { get; init; }
    public long MemberId { get; init; }
    public long OrganizationId { get; init; }
    public required string Title { get; set; }

    /// <summary>Order on lists: secretary first. Lower stands higher.</summary>
    public int Rank { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }

    /// <summary>
    /// Diện cấp ủy quản lý: whose committee manages the post and decides on its holder as a leader. Null where nothing is
    /// recorded; then the rule set's own rule holds.
    /// </summary>
    public long? ManagedById { get; set; }

    /// <summary>Number of the decision.</summary>
    public string? Decision { get; set; }
}
