using TongKet.Domain.Values;

namespace TongKet.Domain.Commendations;

/// <summary>Whom a commendation names.</summary>
public enum CommendationSubject : byte
{
    /// <summary>A Party organization of the register; counts among the collectives.</summary>
    Organization = 1,

    /// <summary>Another collective, by its name.</summary>
    Collective = 2,

    /// <summary>A member of the register; counts among the individuals.</summary>
    Member = 3,

    /// <summary>Another person, by name.</summary>
    Individual = 4,
}

/// <summary>What was awarded (HD 01-HD/TW 2021; HD 06-HD/TW 2025; CV 19780-CV/VPTW).</summary>
public enum CommendationForm : byte
{
    /// <summary>Giấy khen.</summary>
    Certificate = 1,

    /// <summary>Bằng khen.</summary>
    MeritDiploma = 2,

    /// <summary>Cờ thi đua.</summary>
    Flag = 3,

    /// <summary>Huy hiệu Đảng: for Party age, counted apart from those commended for their work.</summary>
    PartyBadge = 4,

    /// <summary>Biểu dương.</summary>
    Praise = 5,

    /// <summary>Another form, told in the note.</summary>
    Other = 9,
}

/// <summary>The level of the committee that decided.</summary>
public enum CommendationLevel : byte
{
    Central = 1,
    Province = 2,

    /// <summary>Cấp huyện (to 30/6/2025).</summary>
    District = 3,
    Commune = 4,
    Grassroots = 5,
    Cell = 6,

    /// <summary>A body outside of the Party's levels (an agency, the Front, a mass organization).</summary>
    OutsideParty = 7,
}

/// <summary>
/// A commendation as decided, for the work of <see cref="Year"/>; who is commended twice in a year is counted twice.
/// It counts at <see cref="OrganizationId"/>: the organization commended, or the one that the commended belongs to.
/// </summary>
public sealed class Commendation
{
    public static readonly TextLength NameLength = new("commendations.form.name", 200);
    public static readonly TextLength DecisionLength = new("commendations.form.decision", 60);
    public static readonly TextLength NoteLength = new("commendations.form.note", 500);

    public long Id { get; init; }
    public long OrganizationId { get; init; }

    /// <summary>The year commended for; decisions on it often come in January of the next.</summary>
    public int Year { get; set; }
    public CommendationSubject Subject { get; init; }

    /// <summary>Only where the subject is a member.</summary>
    public long? MemberId { get; init; }

    /// <summary>The name of a collective or a person who is in no register; else null.</summary>
    public string? SubjectName { get; set; }
    public CommendationForm Form { get; set; }
    public CommendationLevel Level { get; set; }
    public required string DecisionNumber { get; set; }
    public DateOnly DecidedOn { get; set; }

    /// <summary>What for, as the decision has it.</summary>
    public string? Note { get; set; }
}
