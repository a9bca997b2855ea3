using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;

namespace TongKet.Domain.Reviews;

/// <summary>
/// A member on the roster of a year's review: his stay on the day the roster was closed, with the grade or reason
/// of that year. So graded + reasons + nothing recorded = members, by construction.
/// </summary>
public sealed class RosterEntry
{
    public required Stay Stay { get; init; }
    public long CellId { get; init; }
    public long? GradeId { get; init; }
    public Grade Grade { get; init; }
    public NoGradeReason Reason { get; init; }
}

/// <summary>An organization in force on the day the roster was closed, with its grade or reason of that year.</summary>
public sealed class RatedOrganization
{
    public required OrganizationVersion Version { get; init; }
    public long OrganizationId { get; init; }
    public OrganizationKind Kind { get; init; }
    public long? GradeId { get; init; }
    public Grade Grade { get; init; }
    public NoGradeReason Reason { get; init; }
}

/// <summary>Figures of the annual review (figures.md; QĐ 132, 124, 366), as decided by the competent level.</summary>
public static class GradeFigures
{
    public static readonly RecordSet<RosterEntry> Roster = new(
        "roster",
        e => e.CellId,
        (e, on) => e.GradeId != null && on.RosterIsClosed,
        (e, on) => false
    );

    public static readonly RecordSet<RatedOrganization> Rated = new(
        "rated_organization",
        e => e.OrganizationId,
        (e, on) => e.GradeId != null && on.RosterIsClosed,
        (e, on) => false
    );

    public static readonly IReadOnlyList<Figure> All =
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
        Grassroots("org_excellent_count", Grade.Excellent),
        Grassroots("org_good_count", Grade.Good),
        Grassroots("org_completed_count", Grade.Completed),
        Grassroots("org_not_completed_count", Grade.NotCompleted),
        SumOf("org_rated_count", ["org_excellent_count", "org_good_count", "org_completed_count", "org_not_completed_count"]),
        SumOf("org_good_or_better_count", ["org_excellent_count", "org_good_count"]),
        Share("org_good_or_better_rate", "org_good_or_better_count", "org_rated_count"),
        Share("org_excellent_rate", "org_excellent_count", "org_rated_count"),
        Share("org_good_rate", "org_good_count", "org_rated_count"),
        Share("org_completed_rate", "org_completed_count", "org_rated_count"),
        Subordinate("cell_excellent_count", Grade.Excellent),
        Subordinate("cell_good_count", Grade.Good),
        Subordinate("cell_completed_count", Grade.Completed),
        Subordinate("cell_not_completed_count", Grade.NotCompleted),
        SumOf(
            "cell_rated_count",
            ["cell_excellent_count", "cell_good_count", "cell_completed_count", "cell_not_completed_count"]
        ),
        Rated.Count("cell_unrated_count", (e, on) => e.Grade == Grade.None && on.Rules.SubordinateCellKinds.Contains(e.Kind)) with
        {
            UsesGrassrootsDefinition = true,
        },
        Share("cell_excellent_rate", "cell_excellent_count", "cell_rated_count"),
    ];

    private static CountFigure<RatedOrganization> Grassroots(string code, Grade grade) =>
        grade switch
        {
            Grade.Excellent => GrassrootsWhere(
                code,
                (e, on) =>
                    e.Grade == Grade.Excellent
                    && (on.Rules.GrassrootsCommitteeKinds.Contains(e.Kind) || on.Rules.GrassrootsCellKinds.Contains(e.Kind))
            ),
            Grade.Good => GrassrootsWhere(
                code,
                (e, on) =>
                    e.Grade == Grade.Good
                    && (on.Rules.GrassrootsCommitteeKinds.Contains(e.Kind) || on.Rules.GrassrootsCellKinds.Contains(e.Kind))
            ),
            Grade.Completed => GrassrootsWhere(
                code,
                (e, on) =>
                    e.Grade == Grade.Completed
                    && (on.Rules.GrassrootsCommitteeKinds.Contains(e.Kind) || on.Rules.GrassrootsCellKinds.Contains(e.Kind))
            ),
            _ => GrassrootsWhere(
                code,
                (e, on) =>
                    e.Grade == Grade.NotCompleted
                    && (on.Rules.GrassrootsCommitteeKinds.Contains(e.Kind) || on.Rules.GrassrootsCellKinds.Contains(e.Kind))
            ),
        };

    private static CountFigure<RatedOrganization> Subordinate(string code, Grade grade) =>
        grade switch
        {
            Grade.Excellent => GrassrootsWhere(
                code,
                (e, on) => e.Grade == Grade.Excellent && on.Rules.SubordinateCellKinds.Contains(e.Kind)
            ),
            Grade.Good => GrassrootsWhere(
                code,
                (e, on) => e.Grade == Grade.Good && on.Rules.SubordinateCellKinds.Contains(e.Kind)
            ),
            Grade.Completed => GrassrootsWhere(
                code,
                (e, on) => e.Grade == Grade.Completed && on.Rules.SubordinateCellKinds.Contains(e.Kind)
            ),
            _ => GrassrootsWhere(
                code,
                (e, on) => e.Grade == Grade.NotCompleted && on.Rules.SubordinateCellKinds.Contains(e.Kind)
            ),
        };

    private static CountFigure<RatedOrganization> GrassrootsWhere(
        string code,
        System.Linq.Expressions.Expression<Func<RatedOrganization, AsOf, bool>> where
    ) => Rated.Count(code, where) with { UsesGrassrootsDefinition = true };

    private static SumFigure SumOf(string code, string[] parts) => new(code, parts) { UsesGrassrootsDefinition = true };

    private static RatioFigure Share(string code, string part, string whole) =>
        new(code, part, whole) { UsesGrassrootsDefinition = true };
}
