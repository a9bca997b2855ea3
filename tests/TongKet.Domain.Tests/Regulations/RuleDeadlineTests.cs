using TongKet.Domain.Regulations;

namespace TongKet.Domain.Tests.Regulations;

public sealed class RuleDeadlineTests
{
    [Theory]
    [InlineData("0-12-31", "2025-12-31")]
    [InlineData("1-01-31", "2026-01-31")]
    [InlineData("1-02-29", "2026-02-28")]
    public void A_deadline_is_a_day_of_the_year_or_of_the_next(string text, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), RuleDeadline.Parse(text)!.Of(2025));

    [Theory]
    [InlineData("2-01-31")]
    [InlineData("0-13-01")]
    [InlineData("0-02-30")]
    [InlineData("0-00-10")]
    [InlineData("2025-12-31")]
    [InlineData("SecretBallot")]
    public void Other_text_is_none(string text) => Assert.Null(RuleDeadline.Parse(text));

    [Fact]
    public void It_is_written_as_it_is_read() => Assert.Equal("1-03-31", $"{RuleDeadline.Parse("1-03-31")}");
}
