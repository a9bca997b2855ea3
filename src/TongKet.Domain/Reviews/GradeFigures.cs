using TongKet.Domain.Figures;
using TongKet.Domain.Regulations;

namespace TongKet.Domain.Reviews;

/// <summary>Figures of the annual review (figures.md; QĐ 132, 124, 366), as decided by the competent level.</summary>
public static class GradeFigures
{
    public static readonly RecordSet<RosterEntry> Roster = new RecordSet<RosterEntry>(
        "roster",
        e => e.CellId,
        (e, on) => e.GradeId != null && on.RosterIsClosed,
        (e, on) => false
    )
    {
        IsYearly = true,
    }
        .SmallCode(e => e.Grade)
        .SmallCode(e => e.Reason)
        .Flag(e => e.GradeId != null);

    public static readonly RecordSet<RatedOrganization> Rated = new RecordSet<RatedOrganization>(
        "rated_organization",
        e => e.OrganizationId,
        (e, on) => e.GradeId != null && on.RosterIsClosed,
        (e, on) => false
    )
    {
        IsYearly = true,
    }
        .SmallCode(e => e.Grade)
        .SmallCode(e => e.Reason)
        .Code(e => e.Kind)
        .Flag(e => e.GradeId != null);

    private static readonly Figure[] OfMembers =
    [
        Roster.Count("member_excellent_count", (e, on) => e.Grade == Grade.Excellent),
        Roster.Count("member_good_count", (e, on) => e.Grade == Grade.Good),
        Roster.Count("member_completed_count", (e, on) => e.Grade == Grade.Completed),
        Roster.Count("member_not_completed_count", (e, on) => e.Grade == Grade.NotCompleted),
        Roster.Count("member_rated_count", (e, on) => e.Grade != Grade.None),
        Roster.Count("member_exempt_count", (e, on) => e.Grade == Grade.None && on.Rules.NotSubjectReasons.Contains(e.Reason)),
        Roster.Count("member_exempt_activity_count", (e, on) => e.Grade == Grade.None && e.Reason == NoGradeReason.Exempt),
        Roster.Count(
            "member_under_six_months_count",
            (e, on) => e.Grade == Grade.None && e.Reason == NoGradeReason.AdmittedUnderSixMonths
        ),
        Roster.Count("member_suspended_count", (e, on) => e.Grade == Grade.None && e.Reason == NoGradeReason.Suspended),
        Roster.Count("member_unrated_count", (e, on) => e.Grade == Grade.None && !on.Rules.NotSubjectReasons.Contains(e.Reason)),
        Roster.Count("member_not_reviewed_count", (e, on) => e.Grade == Grade.None && e.Reason == NoGradeReason.NotYetReviewed),
        Roster.Count("member_unrecorded_count", (e, on) => e.Grade == Grade.None && e.Reason == NoGradeReason.None),
        new SumFigure("roster_member_count", ["member_rated_count", "member_exempt_count", "member_unrated_count"]),
        new SumFigure("member_good_or_better_count", ["member_excellent_count", "member_good_count"]),
        new RatioFigure("member_good_or_better_rate", "member_good_or_better_count", "member_rated_count"),
        new RatioFigure("member_excellent_rate", "member_excellent_count", "member_rated_count"),
        new RatioFigure("member_good_rate", "member_good_count", "member_rated_count"),
        new RatioFigure("member_completed_rate", "member_completed_count", "member_rated_count"),
        new RatioFigure("member_not_completed_rate", "member_not_completed_count", "member_rated_count"),
        new RatioFigure("member_rated_rate", "member_rated_count", "party_member_total"),
    ];

    private static readonly Figure[] OfGrassroots =
    [
        Rated.Count("org_excellent_count", (e, on) => e.Grade == Grade.Excellent && on.Rules.GrassrootsKinds.Contains(e.Kind)),
        Rated.Count("org_good_count", (e, on) => e.Grade == Grade.Good && on.Rules.GrassrootsKinds.Contains(e.Kind)),
        Rated.Count("org_completed_count", (e, on) => e.Grade == Grade.Completed && on.Rules.GrassrootsKinds.Contains(e.Kind)),
        Rated.Count(
            "org_not_completed_count",
            (e, on) => e.Grade == Grade.NotCompleted && on.Rules.GrassrootsKinds.Contains(e.Kind)
        ),
        new SumFigure(
            "org_rated_count",
            ["org_excellent_count", "org_good_count", "org_completed_count", "org_not_completed_count"]
        ),
        new SumFigure("org_good_or_better_count", ["org_excellent_count", "org_good_count"]),
        new RatioFigure("org_good_or_better_rate", "org_good_or_better_count", "org_rated_count"),
        new RatioFigure("org_excellent_rate", "org_excellent_count", "org_rated_count"),
        new RatioFigure("org_good_rate", "org_good_count", "org_rated_count"),
        new RatioFigure("org_completed_rate", "org_completed_count", "org_rated_count"),
    ];

    private static readonly Figure[] OfSubordinateCells =
    [
        Rated.Count(
            "cell_excellent_count",
            (e, on) => e.Grade == Grade.Excellent && on.Rules.SubordinateCellKinds.Contains(e.Kind)
        ),
        Rated.Count("cell_good_count", (e, on) => e.Grade == Grade.Good && on.Rules.SubordinateCellKinds.Contains(e.Kind)),
        Rated.Count(
            "cell_completed_count",
            (e, on) => e.Grade == Grade.Completed && on.Rules.SubordinateCellKinds.Contains(e.Kind)
        ),
        Rated.Count(
            "cell_not_completed_count",
            (e, on) => e.Grade == Grade.NotCompleted && on.Rules.SubordinateCellKinds.Contains(e.Kind)
        ),
        new SumFigure(
            "cell_rated_count",
            ["cell_excellent_count", "cell_good_count", "cell_completed_count", "cell_not_completed_count"]
        ),
        Rated.Count("cell_unrated_count", (e, on) => e.Grade == Grade.None && on.Rules.SubordinateCellKinds.Contains(e.Kind)),
        new RatioFigure("cell_excellent_rate", "cell_excellent_count", "cell_rated_count"),
    ];

    public static readonly IReadOnlyList<Figure> All =
    [
        .. OfMembers,
        .. OfGrassroots.Concat(OfSubordinateCells).Select(f => f with { UsesGrassrootsDefinition = true }),
    ];
}
