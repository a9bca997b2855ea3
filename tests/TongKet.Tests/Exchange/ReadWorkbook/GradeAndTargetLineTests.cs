using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ReadWorkbook.Reading;

namespace TongKet.Tests.Exchange.ReadWorkbook;

public sealed class GradeAndTargetLineTests
{
    [Theory]
    [InlineData(2, "Mức xếp loại", "Xuất xắc", "Mức xếp loại", "cell.not-on-list")]
    [InlineData(2, "Lý do không xếp loại", "Miễn sinh hoạt", "Lý do không xếp loại", "grade.both")]
    [InlineData(2, "Mức xếp loại", null, "Mức xếp loại", "grade.neither")]
    [InlineData(3, "Mức xếp loại", "Giỏi", "Mức xếp loại", "cell.not-on-list")]
    [InlineData(3, "Lý do không xếp loại", "Đi vắng", "Lý do không xếp loại", "cell.not-on-list")]
    [InlineData(2, "Số CCCD", "00108000001", "Số CCCD", "member.cccd-lost-zero")]
    [InlineData(2, "Số CCCD", null, "Số CCCD", "grade.no-number")]
    [InlineData(2, "Mã chi bộ", null, "Mã chi bộ", "cell.missing")]
    [InlineData(2, "Mã chi bộ", "A.1", "Mã chi bộ", "member.not-a-cell")]
    [InlineData(2, "Năm", null, "Năm", "cell.missing")]
    [InlineData(2, "Năm", "hai nghìn", "Năm", "year.not-a-year")]
    [InlineData(2, "Năm", 2203, "Năm", "year.out-of-range")]
    [InlineData(4, "Năm", 2022, "Năm", "year.two-years")]
    public void A_wrong_cell_of_a_members_grade_is_named_once(int row, string column, object? value, string at, string code) =>
        Assert.Equal(
            [$"Xếp loại đảng viên {row} {at}: {code}"],
            Right().Set(WorkbookForm.MemberGrades, row, column, value).Read().Errors()
        );

    [Fact]
    public void A_second_grade_of_a_year_is_named_at_the_later_row()
    {
        var workbook = Right().Grade("Nguyễn Văn An", Good).OrganizationGrade("A.1", Excellent).Read();

        Assert.Equal(
            ["Xếp loại đảng viên 5 Số CCCD: grade.member-twice", "Xếp loại tổ chức 4 Mã tổ chức: grade.organization-twice"],
            workbook.Errors()
        );
    }

    [Fact]
    public void A_number_of_another_person_is_a_warning()
    {
        var workbook = Right().Set(WorkbookForm.MemberGrades, 2, "Họ và tên", "Trần Thị Bình").Read();

        Assert.Equal(["Xếp loại đảng viên 2 Họ và tên: grade.other-name"], workbook.Warnings());
        Assert.Empty(Right().Set(WorkbookForm.MemberGrades, 2, "Họ và tên", "NGUYEN VAN AN").Read().Issues);
    }

    [Theory]
    [InlineData("HTXSNV", Grade.Excellent)]
    [InlineData("httnv", Grade.Good)]
    [InlineData("HTNV", Grade.Completed)]
    [InlineData("Không hoàn thành nhiệm vụ", Grade.NotCompleted)]
    public void A_grade_is_read_in_full_or_shortened(string written, Grade expected)
    {
        var grade = Right().Grade("001080000777", written, cell: "A.2").Read().MemberGrades[^1];

        Assert.Equal(expected, grade.Grade);
        Assert.Equal(NoGradeReason.None, grade.Reason);
        Assert.Equal("001080000777", grade.CitizenId);
    }

    [Fact]
    public void A_member_without_CCCD_is_graded_under_his_other_number()
    {
        var workbook = Right().Member("Cụ Già", "A.2", "", note: "Chưa cấp").Grade("000005LL", Good, cell: "A.2").Read();

        Assert.Empty(workbook.Errors());
        Assert.Equal(workbook.Members[^1].RecordNumber, workbook.MemberGrades[^1].OtherNumber);
    }

    [Fact]
    public void The_grade_of_a_member_whose_own_line_is_faulty_is_known_to_follow_from_it()
    {
        var workbook = Right().Set(WorkbookForm.Members, 2, "Số CCCD", "00108000001").Read();

        Assert.True(workbook.FollowsFromFaultyMember(workbook.MemberGrades[0]));
        Assert.False(workbook.FollowsFromFaultyMember(workbook.MemberGrades[1]));
    }

    [Theory]
    [InlineData("Mã chỉ tiêu", null, "cell.missing")]
    [InlineData("Mã tổ chức", null, "cell.missing")]
    [InlineData("Đơn vị tính", null, "cell.missing")]
    [InlineData("Chiều", "><", "cell.not-on-list")]
    [InlineData("Giá trị giao", null, "cell.missing")]
    [InlineData("Giá trị giao", "một trăm", "cell.not-a-number")]
    [InlineData("Giá trị giao", -5, "cell.negative")]
    [InlineData("Kết quả nhập tay", "nhiều", "cell.not-a-number")]
    [InlineData("Năm", 1203, "year.out-of-range")]
    public void A_wrong_cell_of_a_target_is_named_once(string column, object? value, string code) =>
        Assert.Equal([$"Chỉ tiêu 2 {column}: {code}"], Right().Set(WorkbookForm.Targets, 2, column, value).Read().Errors());

    [Fact]
    public void A_target_is_read_with_its_numbers_as_Vietnamese_write_them()
    {
        object[] values = ["92,5", "1.234,5", "1.234", "90%", new FormattedNumber(0.925, "0.0%"), 92.5, "  15 "];
        var builder = Right();
        for (var i = 0; i < values.Length; i++)
        {
            builder.Target($"T{i}", "A", values[i], direction: i == 0 ? "≤" : "=");
        }

        var workbook = builder.Read();

        Assert.Empty(workbook.Issues);
        Assert.Equal([92.5m, 1234.5m, 1234m, 90m, 92.5m, 92.5m, 15m], workbook.Targets.Skip(1).Select(row => row.AssignedValue));
        Assert.Equal(TargetDirection.AtMost, workbook.Targets[1].Direction);
        Assert.Equal("new_member_count", workbook.Targets[0].FigureCode);
    }

    [Fact]
    public void The_same_target_of_one_organization_and_a_repeated_count_are_named()
    {
        var workbook = Right()
            .Target("CT01", "A", 1)
            .Target("CT01", "A.1", 1)
            .Aggregate("A.2", "party_member_total", 13)
            .Aggregate("A.2", "new_member_count", "1,5")
            .Read();

        Assert.Equal(
            [
                "Chỉ tiêu 3 Mã chỉ tiêu: target.twice",
                "Số tổng hợp 3 Mã số liệu: aggregate.twice",
                "Số tổng hợp 4 Giá trị: cell.not-whole",
            ],
            workbook.Errors()
        );
    }
}
