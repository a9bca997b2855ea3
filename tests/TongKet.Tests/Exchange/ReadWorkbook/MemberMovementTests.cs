using TongKet.Domain.Members;
using TongKet.Exchange.ReadWorkbook;
using static TongKet.Tests.Exchange.ReadWorkbook.Reading;

namespace TongKet.Tests.Exchange.ReadWorkbook;

public sealed class MemberMovementTests
{
    private static readonly DateOnly March = new(2023, 3, 3);

    [Fact]
    public void A_way_in_needs_its_day_and_a_day_its_way() =>
        Assert.Equal(
            ["Đảng viên 6 Ngày tăng: member.no-day-in", "Đảng viên 7 Hình thức tăng: member.no-way-in"],
            Right()
                .Member("Sáu", "A.2", howIn: "Chuyển đến", place: "Đảng bộ huyện B")
                .Member("Bảy", "A.2", cameOn: March)
                .Read()
                .Errors()
        );

    [Fact]
    public void An_admission_counts_on_the_day_of_its_ceremony() =>
        Assert.Equal(
            [
                "Đảng viên 6 Ngày tăng: member.day-in-not-ceremony",
                "Đảng viên 7 Ngày kết nạp: member.ceremony-day-needed",
                "Đảng viên 8 Ngày kết nạp: member.ceremony-day-needed",
            ],
            Right()
                .Member("Sáu", "A.2", howIn: "Kết nạp", cameOn: March, admitted: March.AddDays(1))
                .Member("Bảy", "A.2", howIn: "Kết nạp", cameOn: March, admitted: "3/2023")
                .Member("Tám", "A.2", howIn: "Kết nạp", cameOn: March, admitted: "")
                .Read()
                .Errors()
        );

    [Fact]
    public void An_end_needs_its_day_and_comes_after_the_beginning() =>
        Assert.Equal(
            [
                "Đảng viên 6 Từ ngày: member.no-day-out",
                "Đảng viên 7 Từ ngày: member.out-before-in",
                "Đảng viên 8 Từ ngày: member.out-before-in",
                "Đảng viên 9 Trạng thái: member.no-state",
            ],
            Right()
                .Member("Sáu", "A.2", state: "Từ trần")
                .Member(
                    "Bảy",
                    "A.2",
                    howIn: "Chuyển đến",
                    cameOn: March,
                    place: "B",
                    state: "Xóa tên",
                    stateOn: March.AddDays(-1)
                )
                .Member("Tám", "A.2", state: "Khai trừ", stateOn: new DateOnly(2009, 1, 1))
                .Member("Chín", "A.2", state: null, stateOn: March)
                .Member("Mười", "A.2", howIn: "Chuyển đến", cameOn: March, place: "B", state: "Chuyển đi", stateOn: March)
                .Read()
                .Errors()
        );

    [Fact]
    public void What_may_be_left_over_from_another_year_or_is_not_filled_in_is_a_warning() =>
        Assert.Equal(
            [
                "Đảng viên 6 Ngày tăng: member.not-this-year",
                "Đảng viên 6 Nơi chuyển đến, đi: member.no-other-place",
                "Đảng viên 7 Từ ngày: member.no-day-of-condition",
                "Đảng viên 8 Từ ngày: member.not-this-year",
                "Đảng viên 9 Ngày sinh: cell.should-be-filled",
            ],
            Right()
                .Member("Sáu", "A.2", howIn: "Chuyển đến", cameOn: new DateOnly(2022, 3, 3))
                .Member("Bảy", "A.2", state: "Miễn sinh hoạt")
                .Member("Tám", "A.2", state: "Từ trần", stateOn: new DateOnly(2024, 1, 5))
                .Member("Chín", "A.2", "001080000999", born: "")
                .Read()
                .Warnings()
        );

    [Theory]
    [InlineData("Xóa tên", HowOut.StruckOff)]
    [InlineData("Xoá tên", HowOut.StruckOff)]
    [InlineData("XÓA  TÊN", HowOut.StruckOff)]
    [InlineData("xoa ten", HowOut.StruckOff)]
    [InlineData("Từ trần", HowOut.Died)]
    [InlineData("Xin ra khỏi Đảng", HowOut.Left)]
    [InlineData("Khai trừ", HowOut.Expelled)]
    public void A_state_is_read_however_its_tone_is_placed(string written, HowOut expected)
    {
        var workbook = Right().Member("Sáu", "A.2", state: written, stateOn: March).Read();

        Assert.Empty(workbook.Issues);
        Assert.Equal(expected, workbook.Members[^1].HowOut);
    }

    [Theory]
    [InlineData("Phục hồi", HowIn.Restored)]
    [InlineData("Khôi phục", HowIn.Restored)]
    [InlineData("Kết nạp lại", HowIn.Readmitted)]
    [InlineData("chuyển đến", HowIn.TransferredIn)]
    public void A_way_in_is_read_in_each_of_its_words(string written, HowIn expected)
    {
        var workbook = Right().Member("Sáu", "A.2", howIn: written, cameOn: March, place: "Đảng bộ huyện B").Read();

        Assert.Empty(workbook.Issues);
        Assert.Equal(expected, workbook.Members[^1].HowIn);
    }

    [Fact]
    public void A_condition_is_no_end()
    {
        var member = Right().Member("Sáu", "A.2", state: "Đình chỉ sinh hoạt", stateOn: March).Read().Members[^1];

        Assert.Equal(MemberCondition.Suspended, member.Condition);
        Assert.Equal(HowOut.NotEnded, member.HowOut);
        Assert.Equal(MemberState.Suspended, member.State);
    }
}
