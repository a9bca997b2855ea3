namespace TongKet.Domain.Access;

/// <summary>Something that is done or seen, and how far each role reaches with it. <see cref="Code"/> is also the resource key «access.act.» + code.</summary>
public sealed record Act(string Code, IReadOnlyDictionary<Role, Reach> Reaches)
{
    public Reach ReachOf(Role role) => Reaches.GetValueOrDefault(role);
}

/// <summary>One line per act: who may, and how far. The scope matrix test reads it aloud.</summary>
public static class Acts
{
    private const Reach Below = Reach.OwnAndBelow;
    private const Reach Unit = Reach.OwnUnit;
    private const Reach Own = Reach.OwnRecord;

    public static readonly Act SeeOrganizations = Of(
        "organizations.see",
        office: Below,
        leader: Below,
        secretary: Unit,
        auditor: Below
    );
    public static readonly Act ChangeOrganizations = Of("organizations.change", office: Below);
    public static readonly Act SeeFigures = Of("figures.see", office: Below, leader: Below, secretary: Unit, auditor: Below);
    public static readonly Act SeeMembers = Of(
        "members.see",
        office: Below,
        leader: Below,
        secretary: Unit,
        member: Own,
        auditor: Below
    );
    public static readonly Act RevealNumbers = Of("members.reveal", office: Below, secretary: Unit, member: Own);
    public static readonly Act ChangeMembers = Of("members.change", office: Below, secretary: Unit);
    public static readonly Act SeeMeetings = Of("meetings.see", office: Below, leader: Below, secretary: Unit, auditor: Below);
    public static readonly Act RecordMeetings = Of("meetings.record", office: Below, secretary: Unit);
    public static readonly Act SeeGrades = Of("reviews.see", office: Below, leader: Below, secretary: Unit, auditor: Below);
    public static readonly Act PrintReviewPapers = Of("reviews.print", office: Below, secretary: Unit);
    public static readonly Act OpenReviews = Of("reviews.open", office: Unit);
    public static readonly Act SetCriteria = Of("reviews.set-criteria", office: Unit);
    public static readonly Act SeeProposals = Of("reviews.see-proposals", office: Below, leader: Below, secretary: Unit);
    public static readonly Act ReviewOneself = Of("reviews.self", office: Below, leader: Own, secretary: Unit, member: Own);
    public static readonly Act ComplainAboutGrades = Of("reviews.complain", office: Unit, secretary: Unit, member: Own);
    public static readonly Act ProposeGrades = Of("reviews.propose", office: Below, secretary: Unit);
    public static readonly Act DecideGrades = Of("reviews.decide", office: Unit, secretary: Unit);
    public static readonly Act SeeTargets = Of("targets.see", office: Below, leader: Below, secretary: Unit, auditor: Below);
    public static readonly Act ChangeTargets = Of("targets.change", office: Below);
    public static readonly Act SeeCommendations = Of(
        "commendations.see",
        office: Below,
        leader: Below,
        secretary: Unit,
        auditor: Below
    );
    public static readonly Act ChangeCommendations = Of("commendations.change", office: Below);
    public static readonly Act SeeReports = Of("reports.see", office: Below, leader: Below, secretary: Unit, auditor: Below);
    public static readonly Act ImportWorkbooks = Of("exchange.import", office: Below);
    public static readonly Act SeeChanges = Of("changes.see", office: Below, auditor: Below);
    public static readonly Act EraseOldValues = Of("changes.erase", office: Below);
    public static readonly Act VerifyFigures = Of("figures.verify", office: Below, auditor: Below);
    public static readonly Act ManageAccounts = new(
        "accounts.manage",
        new Dictionary<Role, Reach> { [Role.SystemAdministrator] = Reach.System }
    );
    public static readonly Act SeeSystem = new(
        "system.see",
        new Dictionary<Role, Reach> { [Role.SystemAdministrator] = Reach.System }
    );
    public static readonly Act PublishRules = new(
        "regulations.publish",
        new Dictionary<Role, Reach> { [Role.SystemAdministrator] = Reach.System }
    );

    public static readonly IReadOnlyList<Act> All =
    [
        SeeOrganizations,
        ChangeOrganizations,
        SeeFigures,
        SeeMembers,
        RevealNumbers,
        ChangeMembers,
        SeeMeetings,
        RecordMeetings,
        SeeGrades,
        PrintReviewPapers,
        OpenReviews,
        SetCriteria,
        SeeProposals,
        ReviewOneself,
        ComplainAboutGrades,
        ProposeGrades,
        DecideGrades,
        SeeTargets,
        ChangeTargets,
        SeeCommendations,
        ChangeCommendations,
        SeeReports,
        ImportWorkbooks,
        SeeChanges,
        EraseOldValues,
        VerifyFigures,
        ManageAccounts,
        SeeSystem,
        PublishRules,
    ];

    private static Act Of(
        string code,
        Reach office = Reach.Nowhere,
        Reach leader = Reach.Nowhere,
        Reach secretary = Reach.Nowhere,
        Reach member = Reach.Nowhere,
        Reach auditor = Reach.Nowhere
    ) =>
        new(
            code,
            new Dictionary<Role, Reach>
            {
                [Role.CommitteeOffice] = office,
                [Role.Leader] = leader,
                [Role.CellSecretary] = secretary,
                [Role.Member] = member,
                [Role.Auditor] = auditor,
            }
        );
}
