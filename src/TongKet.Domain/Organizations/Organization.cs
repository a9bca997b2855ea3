using TongKet.Domain.Values;

namespace TongKet.Domain.Organizations;

/// <summary>
/// The identity of a Party organization or of a body beside it. What it is called, what kind it is and where it
/// stands are dated: <see cref="OrganizationVersion"/>, <see cref="OrganizationPlace"/>.
/// </summary>
public sealed class Organization
{
    public static readonly TextLength DecisionLength = new("organizations.column.decision", 100);
    public static readonly TextLength NoteLength = new("organizations.column.note", 1_000);

    public long Id { get; init; }

    /// <summary>Ngày thành lập, as the paper has it; null where unknown.</summary>
    public DateOnly? FoundedOn { get; set; }

    /// <summary>Number of the founding decision.</summary>
    public string? FoundingDecision { get; set; }

    public string? Note { get; set; }
}

/// <summary>What an organization is called and what it is, in force on [<see cref="FromOn"/>, <see cref="ToOn"/>).</summary>
public sealed class OrganizationVersion
{
    public long Id { get; init; }
    public long OrganizationId { get; init; }

    /// <summary>The office's code; an attribute with dates, never a key.</summary>
    public required string Code { get; set; }
    public required string Name { get; set; }

    /// <summary>The name without marks, for searching.</summary>
    public required string NameFolded { get; set; }
    public OrganizationKind Kind { get; set; }

    /// <summary>Nhóm nhiệm vụ: the group of similar duty within which the share of Excellent is counted.</summary>
    public string? DutyGroup { get; set; }

    /// <summary>The office's own order among brothers; never alphabetical.</summary>
    public int SortOrder { get; set; }

    /// <summary>May not or does not send names; then only counts are held (armed forces by default).</summary>
    public bool CountsOnly { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }

    /// <summary>False where only the records begin on <see cref="FromOn"/>: what was before is unknown.</summary>
    public bool FromIsKnown { get; set; } = true;
}

/// <summary>Where an organization stands, in force on [<see cref="FromOn"/>, <see cref="ToOn"/>); no parent is the top.</summary>
public sealed class OrganizationPlace
{
    public long Id { get; init; }
    public long OrganizationId { get; init; }
    public long? ParentId { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }
}

/// <summary>An organization that ended and the one that took over (merger, split, change of level) on a day.</summary>
public sealed class OrganizationSuccession
{
    public long Id { get; init; }
    public long OldId { get; init; }
    public long NewId { get; init; }
    public DateOnly On { get; init; }
    public string? Decision { get; init; }
}
