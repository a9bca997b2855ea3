using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>One line of «Xếp loại đảng viên» or «Xếp loại tổ chức»: a grade, or the reason for having none.</summary>
internal static class GradeSheets
{
    public static MemberGradeRow ReadMember(SheetCells cells, int latestYear)
    {
        var (citizenId, other) = PersonNumbers.ReadKey(cells, MemberGradeColumn.CitizenId);
        var (grade, reason) = ReadGrade(cells, MemberGradeColumn.Grade, MemberGradeColumn.Reason, WorkbookWords.MemberReasons);
        return new(cells.Row)
        {
            CitizenId = citizenId,
            OtherNumber = other,
            FullName = cells.Text(MemberGradeColumn.FullName),
            CellCode = cells.RequiredText(MemberGradeColumn.Cell),
            Year = cells.Year(MemberGradeColumn.Year, latestYear),
            Grade = grade,
            Reason = reason,
        };
    }

    public static OrganizationGradeRow ReadOrganization(SheetCells cells, int latestYear)
    {
        var (grade, reason) = ReadGrade(
            cells,
            OrganizationGradeColumn.Grade,
            OrganizationGradeColumn.Reason,
            WorkbookWords.OrganizationReasons
        );
        return new(cells.Row)
        {
            Code = cells.RequiredText(OrganizationGradeColumn.Code),
            Year = cells.Year(OrganizationGradeColumn.Year, latestYear),
            Grade = grade,
            Reason = reason,
        };
    }

    private static (Grade Grade, NoGradeReason Reason) ReadGrade(
        SheetCells cells,
        int gradeColumn,
        int reasonColumn,
        WordList<NoGradeReason> reasons
    )
    {
        if (cells.IsEmpty(gradeColumn) && cells.IsEmpty(reasonColumn))
        {
            cells.Error(gradeColumn, "exchange.grade.neither");
            return default;
        }

        var grade = cells.Word(gradeColumn, WorkbookWords.Grades);
        if (!cells.IsEmpty(gradeColumn) && !cells.IsEmpty(reasonColumn))
        {
            // An unknown grade is named by itself; that it stands beside a reason is the same slip.
            if (grade is not null)
            {
                cells.Error(reasonColumn, "exchange.grade.both");
            }

            return (grade ?? Grade.None, NoGradeReason.None);
        }

        return (grade ?? Grade.None, cells.Word(reasonColumn, reasons) ?? NoGradeReason.None);
    }
}
