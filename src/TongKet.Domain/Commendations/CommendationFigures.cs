using TongKet.Domain.Figures;

namespace TongKet.Domain.Commendations;

/// <summary>
/// The commended of a year (figures.md, award_record). While the year runs those decided by the day; at its end all
/// that were decided for it, also in the January after.
/// </summary>
public static class CommendationFigures
{
    public const string Collectives = "collective_awarded_count";
    public const string Individuals = "individual_awarded_count";
    public const string Organizations = "org_awarded_count";
    public const string Members = "member_awarded_count";
    public const string Total = "awarded_total";

    public static readonly RecordSet<Commendation> Commendations = new RecordSet<Commendation>(
        "commendation",
        c => c.OrganizationId,
        (c, on) => c.Year == on.Year,
        (c, on) => false
    )
        .Number(c => c.Year)
        .Day(c => c.DecidedOn)
        .SmallCode(c => c.Subject)
        .SmallCode(c => c.Form);

    public static readonly IReadOnlyList<Figure> All =
    [
        Commendations.Count(
            Collectives,
            (c, on) =>
                c.Year == on.Year
                && (on.YearIsOver || c.DecidedOn <= on.Day)
                && c.Form != CommendationForm.PartyBadge
                && (c.Subject == CommendationSubject.Organization || c.Subject == CommendationSubject.Collective)
        ),
        Commendations.Count(
            Organizations,
            (c, on) =>
                c.Year == on.Year
                && (on.YearIsOver || c.DecidedOn <= on.Day)
                && c.Form != CommendationForm.PartyBadge
                && c.Subject == CommendationSubject.Organization
        ),
        Commendations.Count(
            Individuals,
            (c, on) =>
                c.Year == on.Year
                && (on.YearIsOver || c.DecidedOn <= on.Day)
                && c.Form != CommendationForm.PartyBadge
                && (c.Subject == CommendationSubject.Member || c.Subject == CommendationSubject.Individual)
        ),
        Commendations.Count(
            Members,
            (c, on) =>
                c.Year == on.Year
                && (on.YearIsOver || c.DecidedOn <= on.Day)
                && c.Form != CommendationForm.PartyBadge
                && c.Subject == CommendationSubject.Member
        ),
        new SumFigure(Total, [Collectives, Individuals]),
        Commendations.Count(
            "flag_awarded_count",
            (c, on) => c.Year == on.Year && (on.YearIsOver || c.DecidedOn <= on.Day) && c.Form == CommendationForm.Flag
        ),
        Commendations.Count(
            "badge_total",
            (c, on) => c.Year == on.Year && (on.YearIsOver || c.DecidedOn <= on.Day) && c.Form == CommendationForm.PartyBadge
        ),
    ];
}
