using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ReadWorkbook.Reading;

namespace TongKet.Tests.Exchange.ReadWorkbook;

public sealed class MemberLineTests
{
    [Fact]
    public void A_right_workbook_has_no_issue_and_gives_typed_lines()
    {
        var workbook = Right().Read();

        Assert.Empty(workbook.Issues);
        var member = workbook.Members[2];
        Assert.Equal(4, member.Row);
        Assert.Equal("Lê Văn Cường", member.FullName);
        Assert.Equal(new PartialDate(new(1980, 5, 15), DatePrecision.Day), member.Born);
        Assert.Equal(Sex.Male, member.Sex);
        Assert.Equal("001080000003", member.CitizenId);
        Assert.Equal(HowIn.Admitted, member.HowIn);
        Assert.Equal(new DateOnly(2023, 3, 3), member.CameOn);
        Assert.Equal(HowOut.TransferredOut, workbook.Members[3].HowOut);
        Assert.Equal(HowIn.BeforeRecords, workbook.Members[3].HowIn);
        Assert.Equal("A.2", member.CellCode);
    }

    [Theory]
    [InlineData("Số CCCD", "00108000012", "member.cccd-lost-zero")]
    [InlineData("Số CCCD", "1080000123", "member.cccd-lost-zero")]
    [InlineData("Số CCCD", "0010800001234", "member.cccd-not-12-digits")]
    [InlineData("Số CCCD", "00108000012A", "member.cccd-not-12-digits")]
    [InlineData("Số CCCD", "12345678", "member.cccd-not-12-digits")]
    [InlineData("Họ và tên", null, "cell.missing")]
    [InlineData("Mã chi bộ", null, "cell.missing")]
    [InlineData("Mã chi bộ", "A.1", "member.not-a-cell")]
    [InlineData("Ngày sinh", "31/02/1980", "cell.no-such-date")]
    [InlineData("Ngày sinh", "5/3/68", "cell.no-such-date")]
    [InlineData("Ngày sinh", "năm 1980", "cell.no-such-date")]
    [InlineData("Ngày kết nạp", "03/07/1975", "member.admitted-before-birth")]
    [InlineData("Ngày chính thức", "01/01/2010", "member.official-before-admission")]
    [InlineData("Ngày chính thức", "2011", "cell.day-needed")]
    [InlineData("Ngày chính thức", "13/2011", "cell.no-such-day")]
    [InlineData("Ngày quyết định công nhận", "32/01/2011", "cell.no-such-day")]
    [InlineData("Giới tính", "Khác", "cell.not-on-list")]
    [InlineData("Trạng thái", "Nghỉ phép", "cell.not-on-list")]
    [InlineData("Hình thức tăng", "Đi bộ đội", "cell.not-on-list")]
    [InlineData("Số thẻ đảng viên", "4900001", "member.card-lost-zero")]
    [InlineData("Số thẻ đảng viên", "chưa cấp", "member.card-not-a-number")]
    [InlineData("Số TT", "thứ hai", "cell.not-a-number")]
    [InlineData("Số TT", -1, "cell.negative")]
    [InlineData("Số TT", 1.5, "cell.not-whole")]
    [InlineData("Chức vụ đảng", "#REF!", "cell.formula-error")]
    public void A_wrong_cell_is_named_once_at_its_place(string column, object? value, string code)
    {
        var workbook = WithMember(2, column, value);

        // A word that is not on the list of «Hình thức tăng» has no day either; that is a slip of its own.
        Assert.Contains($"Đảng viên 2 {column}: {code}", workbook.Errors());
        Assert.Single(workbook.Errors(), error => error.StartsWith($"Đảng viên 2 {column}:", StringComparison.Ordinal));
        Assert.All(workbook.Issues, issue => Assert.Equal(2, issue.Row));
        Assert.Equal(
            Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } shown ? shown : null,
            workbook.Issues.First(issue => issue.Column == column).Value
        );
    }

    [Fact]
    public void A_number_cell_of_twelve_digits_is_a_CCCD_and_one_of_eleven_lost_its_zero()
    {
        Assert.Equal("100080000001", WithMember(2, "Số CCCD", 100080000001d).Members[0].CitizenId);

        var lost = WithMember(2, "Số CCCD", 1080000001d);

        Assert.Equal(["Đảng viên 2 Số CCCD: member.cccd-lost-zero"], lost.Errors());
        Assert.Equal("1080000001", lost.Issues[0].Value);
        Assert.True(lost.Members[0].IdentityIsFaulty);
    }

    [Fact]
    public void A_repeated_number_is_named_at_every_later_row()
    {
        var workbook = Right()
            .Set(WorkbookForm.Members, 4, "Số CCCD", "001080000001")
            .Set(WorkbookForm.Members, 5, "Số CCCD", "001080000001")
            .Set(WorkbookForm.Members, 5, "Giới tính", "Nam")
            .Read();

        Assert.Equal(["Đảng viên 4 Số CCCD: member.cccd-twice", "Đảng viên 5 Số CCCD: member.cccd-twice"], workbook.Errors());
        Assert.Contains("hàng 2", workbook.Issues.First(issue => issue.IsError).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Digits_that_contradict_sex_or_birth_year_are_a_warning()
    {
        Assert.Equal(
            ["Đảng viên 2 Số CCCD: member.cccd-other-sex", "Đảng viên 2 Số CCCD: member.cccd-other-birth-year"],
            WithMember(2, "Số CCCD", "001181000001").Warnings()
        );
        Assert.Empty(
            Right()
                .Member("Bé", "A.2", "001203000099", born: "2003", admitted: "03/02/2022", official: "03/02/2023")
                .Read()
                .Issues
        );
    }

    [Theory]
    [InlineData("1945", DatePrecision.Year)]
    [InlineData("3/1968", DatePrecision.Month)]
    [InlineData("05/03/1968", DatePrecision.Day)]
    public void Birth_and_admission_of_old_people_may_be_partial(string written, DatePrecision precision)
    {
        var workbook = Right().Member("Cụ Già", "A.2", "001045000123", born: written, admitted: written).Read();

        Assert.Empty(workbook.Errors());
        Assert.Equal(precision, workbook.Members[^1].Born!.Value.Precision);
        Assert.Equal(precision, workbook.Members[^1].Admitted!.Value.Precision);
    }

    [Fact]
    public void What_Excel_made_of_a_partial_date_is_read_as_what_was_typed()
    {
        var march1968 = new DateOnly(1968, 3, 1).ToDateTime(default).ToOADate();
        var month = WithMember(2, "Ngày sinh", new FormattedNumber(march1968, "mmm-yy"));
        Assert.Equal(new PartialDate(new(1968, 3, 1), DatePrecision.Month), month.Members[0].Born);

        Assert.Equal(new PartialDate(new(1945, 1, 1), DatePrecision.Year), WithMember(2, "Ngày sinh", 1945).Members[0].Born);

        var inDateCell = WithMember(2, "Ngày sinh", new FormattedNumber(1945, "dd/mm/yyyy"));
        Assert.Equal(["Đảng viên 2 Ngày sinh: cell.year-in-date-cell"], inDateCell.Errors());
    }

    [Fact]
    public void One_without_CCCD_needs_another_number_and_a_reason()
    {
        var builder = Right()
            .Member("Không số", "A.2", "", record: "", card: "")
            .Member("Không lý do", "A.2", "")
            .Member("Có lý do", "A.2", "", note: "Chưa được cấp CCCD")
            .Member("Số cũ", "A.2", "123456789")
            .Member("Trùng lý lịch", "A.2", "", record: "000007LL", note: "Chưa được cấp CCCD");

        var workbook = builder.Read();

        Assert.Equal(
            [
                "Đảng viên 6 Số CCCD: member.no-key",
                "Đảng viên 7 Số CCCD: member.no-cccd-reason",
                "Đảng viên 10 Số lý lịch: member.record-number-twice",
            ],
            workbook.Errors()
        );
        Assert.Equal(3, workbook.Warnings().Count(warning => warning.EndsWith("member.no-cccd", StringComparison.Ordinal)));
        Assert.Equal("123456789", workbook.Members[7].OldIdentityNumber);
        Assert.Null(workbook.Members[7].CitizenId);
        Assert.Equal("000007LL", workbook.Members[6].Key);
    }

    [Fact]
    public void An_old_card_number_is_kept_as_written()
    {
        Assert.Equal("68.012345", WithMember(2, "Số thẻ đảng viên", "68.012345").Members[0].CardNumber);
        Assert.Equal("001080000001", WithMember(2, "Số thẻ đảng viên", "001080000001").Members[0].CardNumber);
        Assert.Equal("49000099", WithMember(2, "Số thẻ đảng viên", 49000099).Members[0].CardNumber);
    }
}
