using System.Globalization;
using TongKet.Domain.Values;

namespace TongKet.Domain.Tests.Values;

public sealed class RoundingTests
{
    [Theory]
    [InlineData(17, 57, "29.8")]
    [InlineData(40, 57, "70.2")]
    [InlineData(9, 43, "20.9")]
    [InlineData(9, 52, "17.3")]
    [InlineData(9, 63, "14.3")]
    [InlineData(52, 63, "82.5")]
    [InlineData(88, 147, "59.9")]
    [InlineData(1, 2000, "0.1")]
    [InlineData(1, 2001, "0.0")]
    [InlineData(-1, 2000, "-0.1")]
    [InlineData(0, 5, "0.0")]
    [InlineData(5, 5, "100.0")]
    public void A_share_has_one_decimal_half_away_from_zero(int part, int whole, string printed) =>
        Assert.Equal(printed, Rounding.Percent(part, whole)?.ToString("0.0", CultureInfo.InvariantCulture));

    [Fact]
    public void Of_nothing_and_of_the_unknown_there_is_no_share()
    {
        Assert.Null(Rounding.Percent(1, 0));
        Assert.Null(Rounding.Percent(0, 0));
        Assert.Null(Rounding.Percent(null, 5));
        Assert.Null(Rounding.Percent(5, null));
    }

    [Theory]
    [InlineData("0.05", "0.1")]
    [InlineData("0.15", "0.2")]
    [InlineData("0.25", "0.3")]
    [InlineData("-0.25", "-0.3")]
    [InlineData("0.249", "0.2")]
    public void A_half_goes_away_from_zero(string value, string rounded) =>
        Assert.Equal(
            decimal.Parse(rounded, CultureInfo.InvariantCulture),
            Rounding.OneDecimal(decimal.Parse(value, CultureInfo.InvariantCulture))
        );
}
