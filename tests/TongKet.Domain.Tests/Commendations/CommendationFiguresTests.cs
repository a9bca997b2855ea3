using TongKet.Domain.Commendations;
using TongKet.Domain.Figures;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Commendations;

public sealed class CommendationFiguresTests
{
    private static readonly AsOf Year = AsOf.At(Regulation.Book, 2023);
    private static readonly AsOf Half = AsOf.At(Regulation.Book, 2023, new(2023, 6, 30));

    [Fact]
    public void Collectives_and_individuals_are_two_sums_and_party_badges_stand_apart()
    {
        var given = Enum.GetValues<CommendationSubject>()
            .SelectMany(subject => Enum.GetValues<CommendationForm>().Select(form => Given(subject, form)))
            .ToList();
        var forms = Enum.GetValues<CommendationForm>().Length - 1;

        Assert.Equal(2 * forms, Of(CommendationFigures.Collectives, given));
        Assert.Equal(2 * forms, Of(CommendationFigures.Individuals, given));
        Assert.Equal(forms, Of(CommendationFigures.Organizations, given));
        Assert.Equal(forms, Of(CommendationFigures.Members, given));
        Assert.Equal(4 * forms, Of(CommendationFigures.Total, given));
        Assert.Equal(4, Of("badge_total", given));
        Assert.Equal(4, Of("flag_awarded_count", given));
    }

    [Theory]
    [InlineData("2023-06-30", 1, 1)]
    [InlineData("2023-07-01", 0, 1)]
    [InlineData("2024-01-15", 0, 1)]
    public void Within_the_year_counts_what_is_decided_and_at_its_end_all_that_is_for_it(string decided, int half, int year)
    {
        var given = Given(CommendationSubject.Member, CommendationForm.Certificate, DateOnly.ParseExact(decided, "yyyy-MM-dd"));

        Assert.Equal(half, Count.Of(CommendationFigures.All, CommendationFigures.Members, [given], Half));
        Assert.Equal(year, Of(CommendationFigures.Members, [given]));
    }

    [Fact]
    public void A_commendation_for_another_year_counts_there()
    {
        var given = Given(CommendationSubject.Organization, CommendationForm.Flag);
        given.Year = 2022;

        Assert.Equal(0, Of(CommendationFigures.Total, [given]));
        Assert.Equal(0, Of("flag_awarded_count", [given]));
    }

    private static int Of(string code, IEnumerable<Commendation> given) => Count.Of(CommendationFigures.All, code, given, Year);

    private static Commendation Given(CommendationSubject subject, CommendationForm form, DateOnly? on = null) =>
        new()
        {
            Year = 2023,
            Subject = subject,
            Form = form,
            DecisionNumber = "12-QĐ/HU",
            DecidedOn = on ?? new(2023, 5, 1),
        };
}
