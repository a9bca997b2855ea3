using TongKet.Domain.Tests.Support;
using TongKet.Domain.Values;

namespace TongKet.Domain.Tests.Values;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("05/03/1968", "05/03/1968")]
    [InlineData("5/3/1968", "05/03/1968")]
    [InlineData("5-3-1968", "05/03/1968")]
    [InlineData("5.3.1968", "05/03/1968")]
    [InlineData(" 5 / 3 / 1968 ", "05/03/1968")]
    [InlineData("1968-03-05", "05/03/1968")]
    [InlineData("3/1968", "03/1968")]
    [InlineData("03-1968", "03/1968")]
    [InlineData("1945", "1945")]
    [InlineData("29/02/2024", "29/02/2024")]
    [InlineData("01/01/1880", "01/01/1880")]
    [InlineData("31/12/2079", "31/12/2079")]
    public void A_date_is_read_as_papers_write_it_and_printed_one_way(string text, string printed) =>
        Assert.Equal(printed, PartialDate.Parse(text).ToString());

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("29/02/2023")]
    [InlineData("31/02/2023")]
    [InlineData("31/04/2023")]
    [InlineData("00/01/2023")]
    [InlineData("01/00/2023")]
    [InlineData("01/13/2023")]
    [InlineData("13/2023")]
    [InlineData("0/2023")]
    [InlineData("2023-13-01")]
    [InlineData("31/12/1879")]
    [InlineData("01/01/2080")]
    [InlineData("5/3/68")]
    [InlineData("1/2/3/2023")]
    [InlineData("tháng 3/1968")]
    [InlineData("-5/3/1968")]
    [InlineData("+5/3/1968")]
    [InlineData("5//1968")]
    [InlineData("005/3/1968")]
    [InlineData("5/003/1968")]
    [InlineData("001968")]
    [InlineData("99999999999999/1/2000")]
    [InlineData("٠٥/٠٣/١٩٦٨")]
    public void What_is_no_day_is_not_guessed(string text) => Assert.Null(PartialDate.Parse(text));

    [Fact]
    public void What_the_paper_does_not_state_stands_as_the_first()
    {
        Assert.Equal(new PartialDate(new DateOnly(1968, 3, 1), DatePrecision.Month), PartialDate.Parse("3/1968"));
        Assert.Equal(new PartialDate(new DateOnly(1945, 1, 1), DatePrecision.Year), PartialDate.Parse("1945"));
    }

    [Fact]
    public void Every_date_is_read_back_from_what_is_printed()
    {
        var dates =
            from day in Gen.Choose(new DateOnly(1880, 1, 1).DayNumber, new DateOnly(2079, 12, 31).DayNumber)
            from precision in Gen.Elements(DatePrecision.Day, DatePrecision.Month, DatePrecision.Year)
            let date = DateOnly.FromDayNumber(day)
            select new PartialDate(
                precision switch
                {
                    DatePrecision.Year => new(date.Year, 1, 1),
                    DatePrecision.Month => new(date.Year, date.Month, 1),
                    _ => date,
                },
                precision
            );

        Always.True(dates, date => PartialDate.Parse(date.ToString()) == date);
    }
}
