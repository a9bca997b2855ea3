using TongKet.Domain.Figures;
using TongKet.Domain.Regulations;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Figures;

public sealed class AsOfTests
{
    private static readonly RuleBook Book = Regulation.Book;

    [Fact]
    public void A_year_is_asked_at_its_end_unless_a_day_is_named()
    {
        var on = AsOf.At(Book, 2023);

        Assert.Equal(new DateOnly(2023, 12, 31), on.Day);
        Assert.Equal(new DateOnly(2023, 1, 1), on.PeriodStart);
        Assert.Equal(new DateOnly(2022, 12, 31), on.Eve);
        Assert.Equal(2023, on.Year);
    }

    [Fact]
    public void Half_a_year_begins_with_the_year_and_compares_with_half_of_the_last()
    {
        var on = AsOf.At(Book, 2023, new(2023, 6, 30));

        Assert.Equal(new DateOnly(2023, 1, 1), on.PeriodStart);
        Assert.Equal(new DateOnly(2022, 6, 30), on.LastYear(Book).Day);
        Assert.Equal(new DateOnly(2022, 1, 1), on.LastYear(Book).PeriodStart);
    }

    [Theory]
    [InlineData("2024-02-29", "2023-02-28")]
    [InlineData("2025-02-28", "2024-02-28")]
    [InlineData("2024-12-31", "2023-12-31")]
    public void The_same_day_of_last_year_is_there_also_for_a_leap_day(string day, string lastYear)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd");

        Assert.Equal(DateOnly.ParseExact(lastYear, "yyyy-MM-dd"), AsOf.At(Book, on.Year, on).LastYear(Book).Day);
    }

    [Fact]
    public void Grades_are_known_from_the_day_the_roster_is_closed()
    {
        Assert.False(AsOf.At(Book, 2023, new(2023, 6, 30)).RosterIsClosed);
        Assert.False(AsOf.At(Book, 2023, new(2023, 12, 30)).RosterIsClosed);
        Assert.True(AsOf.At(Book, 2023, new(2023, 12, 31)).RosterIsClosed);
    }

    [Fact]
    public void Last_year_is_asked_under_the_rules_of_its_own_day()
    {
        var on = AsOf.At(Book, 2026);

        Assert.NotEqual(on.Rules.GrassrootsDefinition, on.LastYear(Book).Rules.GrassrootsDefinition);
        Assert.Equal(on.LastYear(Book).Rules.GrassrootsDefinition, AsOf.At(Book, 2025).Rules.GrassrootsDefinition);
    }

    /// <summary>Eighteen to thirty: who has his eighteenth birthday that day is in, who has his thirty-first is out.</summary>
    [Theory]
    [InlineData("2005-12-31", true)]
    [InlineData("2006-01-01", false)]
    [InlineData("1992-12-31", false)]
    [InlineData("1993-01-01", true)]
    public void The_young_are_told_by_their_birthday(string born, bool young)
    {
        var on = AsOf.At(Book, 2023);
        var day = DateOnly.ParseExact(born, "yyyy-MM-dd");

        Assert.Equal(young, day > on.YoungBornAfter && day <= on.YoungBornUntil);
    }
}
