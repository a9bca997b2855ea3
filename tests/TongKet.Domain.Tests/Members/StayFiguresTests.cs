using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Members;

/// <summary>Who counts on which day, told by one stay.</summary>
public sealed class StayFiguresTests
{
    private static readonly AsOf Year = AsOf.At(Regulation.Book, 2023);

    [Theory]
    [InlineData("2023-12-31", null, 1)]
    [InlineData("2024-01-01", null, 0)]
    [InlineData("2020-01-01", "2023-12-31", 0)]
    [InlineData("2020-01-01", "2024-01-01", 1)]
    public void A_member_counts_on_the_day_he_comes_and_not_on_the_day_he_leaves(string from, string? to, int total) =>
        Assert.Equal(total, Of("party_member_total", Stay(from, to)));

    [Theory]
    [InlineData("2022-12-31", null, 1)]
    [InlineData("2023-01-01", null, 0)]
    [InlineData("2020-01-01", "2022-12-31", 0)]
    [InlineData("2020-01-01", "2023-01-01", 1)]
    public void A_year_opens_with_who_was_there_at_the_end_of_the_eve(string from, string? to, int opening) =>
        Assert.Equal(opening, Of("party_member_opening", Stay(from, to)));

    [Theory]
    [InlineData("2022-12-31", 0)]
    [InlineData("2023-01-01", 1)]
    [InlineData("2023-12-31", 1)]
    [InlineData("2024-01-01", 0)]
    public void A_movement_belongs_to_the_period_of_its_day(string day, int moved)
    {
        Assert.Equal(moved, Of("new_member_count", Stay(day, null, HowIn.Admitted)));
        Assert.Equal(moved, Of("member_transferred_in_count", Stay(day, null, HowIn.TransferredIn)));
        Assert.Equal(moved, Of("member_restored_count", Stay(day, null, HowIn.Restored)));
        Assert.Equal(moved, Of("member_transferred_out_count", Stay("2020-01-01", day, howOut: HowOut.TransferredOut)));
        Assert.Equal(moved, Of("member_deceased_count", Stay("2020-01-01", day, howOut: HowOut.Died)));
        Assert.Equal(moved, Of("member_removed_count", Stay("2020-01-01", day, howOut: HowOut.Left)));
    }

    [Fact]
    public void Each_way_in_and_out_is_counted_as_what_it_is()
    {
        var ways = Enum.GetValues<HowIn>().Select(way => Stay("2023-05-01", null, way)).ToList();
        Assert.Equal(2, Of("new_member_count", ways));
        Assert.Equal(1, Of("member_readmitted_count", ways));
        Assert.Equal(1, Of("member_transferred_in_count", ways));
        Assert.Equal(1, Of("member_restored_count", ways));

        var ends = Enum.GetValues<HowOut>().Select(way => Stay("2020-01-01", "2023-05-01", howOut: way)).ToList();
        Assert.Equal(3, Of("member_removed_count", ends));
        Assert.Equal(5, Of("member_decrease_count", ends));
        Assert.Equal(1, Of("member_struck_off_count", ends));
        Assert.Equal(1, Of("member_expelled_count", ends));
        Assert.Equal(1, Of("member_left_count", ends));
    }

    [Theory]
    [InlineData("2023-12-31", 1)]
    [InlineData("2024-01-01", 0)]
    [InlineData(null, 0)]
    public void A_member_is_official_from_the_end_of_his_twelve_months(string? officialOn, int official)
    {
        var stay = Stay(
            "2020-01-01",
            null,
            member: new()
            {
                FullName = "",
                NameFolded = "",
                NameSortKey = "",
                OfficialOn = Iso(officialOn),
            }
        );

        Assert.Equal(official, Of("official_member_count", stay));
        Assert.Equal(1 - official, Of("probationary_member_count", stay));
    }

    [Fact]
    public void A_recognition_counts_in_the_cell_where_he_stood_that_day()
    {
        var member = Person();
        member.RecognizedOn = new(2023, 5, 1);

        Assert.Equal(
            1,
            Of(
                "member_official_conversion",
                [Stay("2020-01-01", "2023-05-01", member: member), Stay("2023-05-01", null, member: member)]
            )
        );
        Assert.Equal(0, Of("member_official_conversion", Stay("2020-01-01", "2023-05-01", member: member)));
        member.RecognizedOn = new(2022, 12, 31);
        Assert.Equal(0, Of("member_official_conversion", Stay("2020-01-01", null, member: member)));
    }

    [Fact]
    public void Who_is_counted_by_sex_people_or_faith_is_in_the_count_that_day()
    {
        var woman = Person();
        (woman.Sex, woman.IsEthnicMinority, woman.HasReligion, woman.BornOn) = (Sex.Female, true, true, new(1999, 6, 1));
        var there = new[] { Stay("2023-05-01", null, HowIn.Admitted, member: woman) };
        var gone = new[] { Stay("2020-01-01", "2023-05-01", member: woman) };

        Assert.All(
            (string[])["female_member_count", "ethnic_minority_member_count", "religious_member_count"],
            code => Assert.Equal((1, 0), (Of(code, there), Of(code, gone)))
        );
        Assert.All(
            (string[])["new_member_female", "new_member_ethnic_minority", "new_member_religious", "new_member_young"],
            code => Assert.Equal((1, 0), (Of(code, there), Of(code, gone)))
        );
    }

    private static int Of(string code, params IEnumerable<Stay> stays) => Count.Of(StayFigures.All, code, stays, Year);

    private static DateOnly? Iso(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd");

    private static Member Person() =>
        new()
        {
            FullName = "",
            NameFolded = "",
            NameSortKey = "",
        };

    private static Stay Stay(
        string from,
        string? to,
        HowIn howIn = HowIn.BeforeRecords,
        HowOut howOut = HowOut.NotEnded,
        Member? member = null
    ) =>
        new()
        {
            CellId = 1,
            FromOn = Iso(from)!.Value,
            ToOn = Iso(to),
            HowIn = howIn,
            HowOut = howOut,
            Member = member ?? Person(),
        };
}
