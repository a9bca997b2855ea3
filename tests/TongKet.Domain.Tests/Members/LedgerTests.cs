using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Members;

/// <summary>The ledger of members closes, whoever came and went (table 1-TCTW: D = A + B − C).</summary>
public sealed class LedgerTests
{
    private static readonly DateOnly RecordsBegin = new(2021, 12, 31);
    private static readonly DateOnly Last = new(2024, 12, 31);

    /// <summary>
    /// Stays of one cell over three years: there before the records, or come in one of four ways; still there, or gone
    /// in one of five; some came and left on one day.
    /// </summary>
    private static readonly Gen<Stay[]> Stays = Gen.ArrayOf(
        from day in Gen.Choose(RecordsBegin.DayNumber, Last.DayNumber)
        from length in Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Choose(1, 400)), (2, Gen.Constant(-1)))
        from howIn in Gen.Elements(HowIn.Admitted, HowIn.Readmitted, HowIn.TransferredIn, HowIn.Restored)
        from howOut in Gen.Elements(HowOut.TransferredOut, HowOut.Died, HowOut.StruckOff, HowOut.Expelled, HowOut.Left)
        select new Stay
        {
            FromOn = DateOnly.FromDayNumber(day),
            ToOn = length < 0 ? null : DateOnly.FromDayNumber(day + length),
            HowIn = day == RecordsBegin.DayNumber ? HowIn.BeforeRecords : howIn,
            HowOut = length < 0 ? HowOut.NotEnded : howOut,
        },
        60
    );

    private static readonly Gen<AsOf> Moments =
        from year in Gen.Choose(2022, 2024)
        from day in Gen.Choose(0, 364)
        select AsOf.At(Regulation.Book, year, new DateOnly(year, 1, 1).AddDays(day));

    [Fact]
    public void Opening_and_who_came_less_who_went_is_closing_on_every_day() =>
        Always.True(
            from stays in Stays
            from moment in Moments
            select (stays, moment),
            asked =>
                Of("party_member_opening", asked)
                    + Of("new_member_count", asked)
                    + Of("member_transferred_in_count", asked)
                    + Of("member_restored_count", asked)
                    - Of("member_decrease_count", asked)
                == Of("party_member_total", asked)
        );

    [Fact]
    public void A_year_opens_with_what_the_year_before_closed() =>
        Always.True(
            Stays,
            stays =>
                Enumerable
                    .Range(2022, 3)
                    .All(year =>
                        Of("party_member_opening", (stays, AsOf.At(Regulation.Book, year)))
                        == Of("party_member_total", (stays, AsOf.At(Regulation.Book, year - 1)))
                    )
        );

    /// <summary>Who was there before the records began is no movement, and his year of arrival is not guessed.</summary>
    [Fact]
    public void Figures_of_the_years_before_the_records_are_unknown()
    {
        var tooYoung = StayFigures.Stays.TooYoung.Compile();
        var first = new Stay { FromOn = RecordsBegin, HowIn = HowIn.BeforeRecords };

        Assert.True(tooYoung(first, AsOf.At(Regulation.Book, 2021)));
        Assert.False(tooYoung(first, AsOf.At(Regulation.Book, 2022)));
        Assert.False(tooYoung(new() { FromOn = RecordsBegin, HowIn = HowIn.Admitted }, AsOf.At(Regulation.Book, 2021)));
    }

    [Fact]
    public void Records_are_there_from_the_first_stay_on()
    {
        var there = StayFigures.Stays.There.Compile();
        var stay = new Stay { FromOn = new(2023, 7, 1), HowIn = HowIn.Admitted };

        Assert.False(there(stay, AsOf.At(Regulation.Book, 2023, new(2023, 6, 30))));
        Assert.True(there(stay, AsOf.At(Regulation.Book, 2023, new(2023, 7, 1))));
    }

    private static int Of(string code, (Stay[] Stays, AsOf On) asked) => Count.Of(StayFigures.All, code, asked.Stays, asked.On);
}
