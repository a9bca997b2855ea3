using TongKet.Web;

namespace TongKet.Tests.Web;

public sealed class VietnameseFormatTests
{
    [Fact]
    public void What_is_not_known_is_a_dash_and_never_nought()
    {
        Assert.Equal("—", VietnameseFormat.Number(null));
        Assert.Equal("—", VietnameseFormat.Percent(null));
        Assert.Equal("—", VietnameseFormat.Date((DateOnly?)null));
        Assert.Equal("0", VietnameseFormat.Number(0));
    }

    [Fact]
    public void Numbers_dates_and_moments_stand_as_offices_write_them()
    {
        Assert.Equal("1.234.567,8", VietnameseFormat.Number(1234567.8m));
        Assert.Equal("87,3%", VietnameseFormat.Percent(87.25m));
        Assert.Equal("05/03/1968", VietnameseFormat.Date(new DateOnly(1968, 3, 5)));
        Assert.Equal(
            "01:30 ngày 01/01/2026",
            VietnameseFormat.Moment(new DateTimeOffset(2025, 12, 31, 18, 30, 0, TimeSpan.Zero))
        );
        Assert.Equal(
            new DateOnly(2026, 1, 1),
            VietnameseFormat.DayOf(new DateTimeOffset(2025, 12, 31, 18, 30, 0, TimeSpan.Zero))
        );
    }

    [Theory]
    [InlineData(91.3, 74.0, true, "tăng 17,3 điểm phần trăm")]
    [InlineData(74.0, 91.3, true, "giảm 17,3 điểm phần trăm")]
    [InlineData(152, 140, false, "tăng 12")]
    [InlineData(50.04, 50.0, true, "không thay đổi")]
    public void A_rate_moves_by_points_and_a_count_by_so_many(double value, double before, bool isRate, string expected) =>
        Assert.Equal(expected, VietnameseFormat.Change((decimal)value, (decimal)before, isRate));

    [Theory]
    [InlineData(103.4, true, "đạt 103,4%, vượt 3,4% chỉ tiêu")]
    [InlineData(103.4, false, "đạt 103,4%, vượt 3,4% chỉ tiêu")]
    [InlineData(60, false, "đạt 60,0% chỉ tiêu năm")]
    [InlineData(60, true, "đạt 60,0% chỉ tiêu")]
    [InlineData(100, false, "đạt 100,0% chỉ tiêu")]
    public void What_was_done_of_a_target_says_of_which_target(double percent, bool yearIsOver, string expected) =>
        Assert.Equal(expected, VietnameseFormat.Achievement((decimal)percent, yearIsOver));

    [Theory]
    [InlineData("5/3/1968", 1968, 3, 5)]
    [InlineData(" 05-03-1968 ", 1968, 3, 5)]
    [InlineData("29.02.2024", 2024, 2, 29)]
    public void A_day_is_read_as_people_type_it(string typed, int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), VietnameseFormat.ReadDate(typed));

    [Theory]
    [InlineData("31/02/1968")]
    [InlineData("1968")]
    [InlineData("ngày mai")]
    [InlineData("")]
    public void What_is_no_day_is_not_guessed(string typed) => Assert.Null(VietnameseFormat.ReadDate(typed));
}
