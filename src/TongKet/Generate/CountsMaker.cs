using TongKet.Demo;
using TongKet.Domain.Figures;

namespace TongKet.Generate;

/// <summary>What a unit without names sends at the middle and the end of each year; its numbers close like those of others.</summary>
internal sealed class CountsMaker(NationSize size, Chance chance, IdRange ids)
{
    private static readonly string[] Nothing =
    [
        "member_readmitted_count",
        "member_restored_count",
        "member_deceased_count",
        "member_struck_off_count",
        "member_expelled_count",
        "member_left_count",
        "religious_member_count",
        "new_member_ethnic_minority",
        "new_member_religious",
    ];

    public IEnumerable<AggregateCount> Of(PlannedUnit unit)
    {
        var opening = 300 + chance.Below(900);
        for (var year = size.FirstYear; year <= size.LastDay.Year; year++)
        {
            var (admitted, came, went) = (opening / 14, opening / 11, opening / 9);
            foreach (var on in new[] { new DateOnly(year, 6, 30), new DateOnly(year, 12, 31) }.Where(d => d <= size.LastDay))
            {
                var share = on.Month == 12 ? 2 : 1;
                foreach (var (figure, value) in Sent(opening, admitted * share / 2, came * share / 2, went * share / 2))
                {
                    yield return new()
                    {
                        Id = ids.Next(),
                        OrganizationId = unit.Id,
                        Year = year,
                        AsOf = on,
                        FigureCode = figure,
                        Value = value,
                    };
                }
            }

            opening += admitted + came - went;
        }
    }

    private static IEnumerable<(string Figure, int Value)> Sent(int opening, int admitted, int came, int went)
    {
        var total = opening + admitted + came - went;
        return
        [
            ("party_member_opening", opening),
            ("party_member_total", total),
            ("new_member_count", admitted),
            ("member_transferred_in_count", came),
            ("member_transferred_out_count", went),
            ("official_member_count", total - admitted),
            ("probationary_member_count", admitted),
            ("member_official_conversion", admitted / 2),
            ("female_member_count", total / 14),
            ("ethnic_minority_member_count", total / 8),
            ("new_member_female", admitted / 14),
            ("new_member_young", admitted / 2),
            .. Nothing.Select(figure => (figure, 0)),
        ];
    }
}
