namespace TongKet.Domain.Access;

/// <summary>What somebody is in this program. Who may do what follows from <see cref="Acts"/>, nowhere else.</summary>
public enum Role : byte
{
    /// <summary>Keeps accounts and the machine; has no access to records.</summary>
    SystemAdministrator = 1,

    /// <summary>Office or organization commission of a committee: records and reports of its own and below.</summary>
    CommitteeOffice = 2,

    /// <summary>Leader of a committee: reads figures, reports and lists of his own and below.</summary>
    Leader = 3,

    /// <summary>Secretary of a cell: the records of his cell.</summary>
    CellSecretary = 4,

    /// <summary>A member: his own record.</summary>
    Member = 5,

    /// <summary>Inspector: reads everything of his own and below, and who changed what.</summary>
    Auditor = 6,
}

/// <summary>How far an act reaches over the tree.</summary>
public enum Reach : byte
{
    Nowhere = 0,

    /// <summary>His own record alone.</summary>
    OwnRecord = 1,

    /// <summary>The organization of the grant alone.</summary>
    OwnUnit = 2,

    /// <summary>The organization of the grant and everything under it.</summary>
    OwnAndBelow = 3,

    /// <summary>The machine, not the records (accounts, state of the system).</summary>
    System = 4,
}

/// <summary>A role given to an account in an organization on [<see cref="FromOn"/>, <see cref="ToOn"/>).</summary>
public sealed class RoleGrant
{
    public long Id { get; init; }
    public long AccountId { get; init; }
    public Role Role { get; init; }

    /// <summary>Null only for the system administrator.</summary>
    public long? OrganizationId { get; init; }
    public DateOnly FromOn { get; set; }
    public DateOnly? ToOn { get; set; }

    public bool IsInForce(DateOnly on) => FromOn <= on && (ToOn is null || ToOn > on);
}
