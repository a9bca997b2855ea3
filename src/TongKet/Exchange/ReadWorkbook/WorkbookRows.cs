using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>
/// One line of a sheet. <see cref="Row"/> is the spreadsheet's own number. What was empty or could not be read is
/// null; in the second case the workbook has an issue at that cell.
/// </summary>
public abstract record WorkbookRow(int Row);

/// <summary>A line of «Tổ chức».</summary>
public sealed record OrganizationRow(int Row) : WorkbookRow(Row)
{
    public string? Code { get; init; }
    public string? Name { get; init; }
    public OrganizationKind? Kind { get; init; }

    /// <summary>Null for the top of the file, or where it could not be read (<see cref="HasNoParent"/> tells).</summary>
    public string? ParentCode { get; init; }

    /// <summary>The cell «Mã cấp trên» is empty: the top of this file.</summary>
    public bool HasNoParent { get; init; }
    public DateOnly? FoundedOn { get; init; }
    public string? FoundingDecision { get; init; }
    public string? DutyGroup { get; init; }
    public int? SortOrder { get; init; }
    public string? Note { get; init; }
}

/// <summary>A line of «Đảng viên».</summary>
public sealed record MemberRow(int Row) : WorkbookRow(Row)
{
    public int? RegisterOrder { get; init; }
    public string? FullName { get; init; }
    public PartialDate? Born { get; init; }
    public Sex Sex { get; init; }
    public string? Ethnicity { get; init; }
    public string? Religion { get; init; }
    public string? HomePlace { get; init; }

    /// <summary>Số CCCD, 12 digits; null for one without it or where it could not be read.</summary>
    public string? CitizenId { get; init; }

    /// <summary>A 9-digit CMND that stands in the column of CCCD, kept as such.</summary>
    public string? OldIdentityNumber { get; init; }

    /// <summary>The cell «Số CCCD» holds something that is no number of a person; its lines elsewhere are not at fault.</summary>
    public bool IdentityIsFaulty { get; init; }
    public string? CardNumber { get; init; }
    public string? RecordNumber { get; init; }
    public PartialDate? AdmissionDecided { get; init; }
    public PartialDate? Admitted { get; init; }
    public DateOnly? OfficialOn { get; init; }
    public DateOnly? RecognizedOn { get; init; }
    public string? CellCode { get; init; }
    public string? Post { get; init; }
    public string? Occupation { get; init; }
    public string? Qualification { get; init; }
    public string? PoliticalTheory { get; init; }

    /// <summary><see cref="HowIn.BeforeRecords"/> where the cell is empty (was there before the year); null where it could not be read.</summary>
    public HowIn? HowIn { get; init; }

    /// <summary>Ngày tăng.</summary>
    public DateOnly? CameOn { get; init; }

    /// <summary>Trạng thái as a whole; null where it could not be read. Empty is <see cref="MemberState.Active"/>.</summary>
    public MemberState? State { get; init; }

    /// <summary>Từ ngày: since when the state holds, or the day on which he left.</summary>
    public DateOnly? StateOn { get; init; }

    /// <summary>Nơi chuyển đến, đi: code or name of the other organization.</summary>
    public string? OtherPlace { get; init; }
    public string? Note { get; init; }

    /// <summary>How the stay ended by this line; <see cref="HowOut.NotEnded"/> where it goes on.</summary>
    public HowOut HowOut => State?.HowOut() ?? HowOut.NotEnded;

    /// <summary>Exempt or suspended since <see cref="StateOn"/>.</summary>
    public MemberCondition? Condition => State?.Condition();

    /// <summary>What finds the member again: the CCCD, else the record number, else the card.</summary>
    public string? Key => CitizenId ?? RecordNumber ?? CardNumber;
}

/// <summary>A line of «Xếp loại đảng viên».</summary>
public sealed record MemberGradeRow(int Row) : WorkbookRow(Row)
{
    /// <summary>Số CCCD, 12 digits.</summary>
    public string? CitizenId { get; init; }

    /// <summary>For one without CCCD: his CMND, record number or card number.</summary>
    public string? OtherNumber { get; init; }
    public string? FullName { get; init; }
    public string? CellCode { get; init; }
    public int? Year { get; init; }

    /// <summary><see cref="Grade.None"/> where there is a reason instead.</summary>
    public Grade Grade { get; init; }
    public NoGradeReason Reason { get; init; }

    /// <summary>The number as it stands in the file.</summary>
    public string? Key => CitizenId ?? OtherNumber;
}

/// <summary>A line of «Xếp loại tổ chức».</summary>
public sealed record OrganizationGradeRow(int Row) : WorkbookRow(Row)
{
    public string? Code { get; init; }
    public int? Year { get; init; }
    public Grade Grade { get; init; }
    public NoGradeReason Reason { get; init; }
}

/// <summary>A line of «Chỉ tiêu».</summary>
public sealed record TargetRow(int Row) : WorkbookRow(Row)
{
    public string? Code { get; init; }
    public string? Name { get; init; }
    public string? OrganizationCode { get; init; }
    public int? Year { get; init; }
    public string? Unit { get; init; }
    public TargetDirection? Direction { get; init; }
    public decimal? AssignedValue { get; init; }

    /// <summary>Code of the figure that measures it, as written; whether it exists is for the catalogue to say.</summary>
    public string? FigureCode { get; init; }
    public decimal? ManualResult { get; init; }
    public string? Note { get; init; }
}

/// <summary>A line of «Số tổng hợp»: a count of a unit that may not send names.</summary>
public sealed record AggregateRow(int Row) : WorkbookRow(Row)
{
    public string? OrganizationCode { get; init; }
    public int? Year { get; init; }
    public DateOnly? AsOf { get; init; }
    public string? FigureCode { get; init; }
    public int? Value { get; init; }
    public string? Note { get; init; }
}
