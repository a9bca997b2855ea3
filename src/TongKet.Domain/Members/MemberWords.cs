namespace TongKet.Domain.Members;

public enum Sex : byte
{
    Unknown = 0,
    Male = 1,
    Female = 2,
}

/// <summary>How a stay began (rules of the movement ledger, table 1-TCTW).</summary>
public enum HowIn : byte
{
    /// <summary>Was there before the records begin; since when is unknown.</summary>
    BeforeRecords = 0,
    Admitted = 1,
    TransferredIn = 2,
    Restored = 3,
    Readmitted = 4,
}

/// <summary>How a stay ended.</summary>
public enum HowOut : byte
{
    NotEnded = 0,
    TransferredOut = 1,
    Died = 2,
    StruckOff = 3,
    Expelled = 4,
    Left = 5,
}

/// <summary>A dated condition of a member that keeps him in the head-count (QĐ 24 point 7; QĐ 294 9.3.2).</summary>
public enum MemberCondition : byte
{
    /// <summary>Được miễn công tác và sinh hoạt đảng.</summary>
    Exempt = 1,

    /// <summary>Bị đình chỉ sinh hoạt đảng.</summary>
    Suspended = 2,
}
