namespace TongKet.Domain.Regulations;

/// <summary>What the parameters of the annual review may say.</summary>
internal static class ReviewParameterShapes
{
    private static readonly NumberShape Percent = new(0, 100, IsWhole: false) { MayBeUnknown = true };
    private static readonly NumberShape Points = new(0, 110, IsWhole: false) { MayBeUnknown = true };
    private static readonly NumberShape Months = new(1, 12);
    private static readonly NumberShape Days = new(1, 31, IsWhole: false) { MayBeUnknown = true };
    private static readonly DeadlineShape Deadline = new() { MayBeUnknown = true };
    private static readonly WordsShape Form = new(12) { MayBeUnknown = true };
    private static readonly FlagShape FlagOrUnknown = new() { MayBeUnknown = true };
    private static readonly ChoiceShape Grades = new("Excellent", "Good", "Completed", "NotCompleted");
    private static readonly ChoiceShape GradeOrUnknown = Grades with { MayBeUnknown = true };
    private static readonly string[] Levels = ["LevelExcellent", "LevelGood", "LevelAverage", "LevelPoor"];
    private static readonly ChoiceShape Level = new(Levels) { MayBeUnknown = true };
    private static readonly ChoiceShape Vote = new("SecretBallot", "ShowOfHands");
    private static readonly ChoiceShape Base = new("GoodOnly", "GoodOrBetter", "Rated");
    private static readonly ChoicesShape MemberReasons = Choices("Exempt", "AdmittedUnderSixMonths", "Suspended");
    private static readonly ChoicesShape OrganizationReasons = Choices("FoundedUnderSixMonths");

    private static readonly ChoicesShape Groups = Choices(
        "OrganizationBuilding",
        "YearResults",
        "EarlierShortcomings",
        "PoliticsMoralityDiscipline",
        "DutyResults",
        "LeadingAndExample",
        "FieldInCharge",
        "CommonCriteria",
        "TaskResults"
    );

    private static readonly FlagShape Flag = new();

    public static readonly IReadOnlyList<ParameterPlace> All =
    [
        .. ParameterPlace.Of(
            "roster",
            ("roster_closed_month", new NumberShape(1, 12)),
            ("roster_closed_day", new NumberShape(1, 31))
        ),
        .. ParameterPlace.Of(
            "subjects",
            (
                "reviewed_collectives",
                Choices(
                    "StandingCommittee",
                    "Committee",
                    "LeadingCollective",
                    "CommitteeWithoutStanding",
                    "SectionalCommittee",
                    "GrassrootsCellCommittee",
                    "SubordinateCellCommittee",
                    "CellWithoutCommittee"
                )
            ),
            ("reviewed_individuals", Choices("Member", "Leader", "MemberOutsideSystem")),
            ("not_reviewed_reasons", MemberReasons),
            ("not_graded_reasons", MemberReasons),
            ("not_reviewed_reasons_of_organizations", OrganizationReasons),
            ("not_graded_reasons_of_organizations", OrganizationReasons),
            ("new_member_months", Months),
            ("new_organization_months", Months),
            ("suspended_from_committee_is_reviewed", Flag),
            ("sick_leave_months", Months),
            ("sick_leave_best_grade", Grades),
            ("maternity_graded_on_time_worked", Flag),
            ("temporary_activity_graded_by", new ChoiceShape("PermanentCell", "TemporaryCell")),
            ("transferred_graded_by", new ChoiceShape("NewCell", "OldCell")),
            ("transferred_comment_months", Months),
            ("absent_waits_for_make_up_session", Flag),
            ("review_order", Choices("Collective", "Head", "Deputies", "Members")),
            ("member_reviews_in", Choices("Cell", "LeadingCollective")),
            ("leader_reviews_in", Choices("Cell", "LeadingCollective")),
            ("session_days_collective", Days),
            ("session_days_provincial_standing", Days)
        ),
        .. ParameterPlace.Of(
            "cycles",
            ("cycle_kinds", Choices("Year", "Quarter", "Term", "AdHoc")),
            ("quarter_cycle_subjects", Choices("Leader", "Member")),
            ("quarter_cycle_from", new DayShape { MayBeUnknown = true }),
            ("deadline_cell", Deadline),
            ("deadline_grassroots", Deadline),
            ("deadline_superior", Deadline),
            ("deadline_central_report", Deadline)
        ),
        .. ParameterPlace.Of(
            "deciding",
            ("decides_on_members", new ChoiceShape("Grassroots", "Cell", "DirectSuperior")),
            ("decides_on_members_of_grassroots_cells", new ChoiceShape("Cell", "DirectSuperior")),
            ("decides_on_subordinate_organizations", new ChoiceShape("Grassroots", "DirectSuperior")),
            ("decides_on_grassroots", new ChoiceShape("DirectSuperior")),
            ("decides_on_higher_organizations", new ChoiceShape("DirectSuperior")),
            ("decides_on_leaders", new ChoiceShape("ManagingLevel", "DirectSuperior")),
            ("deciding_body", new ChoiceShape("StandingCommittee", "Committee")),
            ("higher_levels_may_ask_to_reconsider", Flag)
        ),
        .. ParameterPlace.Of(
            "votes",
            ("cell_vote", Vote),
            ("deciding_vote", Vote),
            ("vote_majority_over_percent", Percent),
            ("cell_vote_base", new ChoiceShape("OfficialMembers", "PresentMembers", "ValidBallots")),
            ("cell_vote_base_leaves_out", Choices("TemporarilyElsewhere", "ExemptAbsent")),
            ("deciding_vote_base", new ChoiceShape("BodyMembers", "ValidBallots")),
            ("vote_without_majority", new ChoiceShape("SecondBallot", "GoesUpUndecided")),
            ("vote_tie", new ChoiceShape("MeetingDecides"))
        ),
        .. ParameterPlace.Of(
            "criteria",
            ("criteria_form", new ChoiceShape("FourLevels", "Points")),
            ("criteria_levels", Choices(Levels)),
            ("criteria_groups_collective", Groups),
            ("criteria_groups_individual", Groups),
            ("criteria_groups_leader_more", Groups),
            ("criteria_results_organization", Groups),
            ("criteria_results_collective", Groups),
            ("criteria_results_individual", Groups),
            ("points_common", Points),
            ("points_results", Points),
            ("points_bonus_most", Points),
            ("points_progress_percent", Percent),
            ("points_quality_percent", Percent),
            ("excellent_points", Points),
            ("good_points", Points),
            ("completed_points", Points)
        ),
        .. ParameterPlace.Of(
            "organization-grades",
            ("excellent_organization_units_completed_percent", Percent),
            ("excellent_organization_units_good_percent", Percent),
            ("excellent_organization_peers_grade", GradeOrUnknown),
            ("excellent_organization_not_disciplined", Flag),
            ("good_organization_units_completed_percent", Percent),
            ("completed_organization_done_percent", Percent),
            ("excellent_organization_criteria_level", Level),
            ("excellent_organization_results_level", Level),
            ("good_organization_criteria_level", Level),
            ("good_organization_results_level", Level),
            ("completed_organization_criteria_level", Level)
        ),
        .. ParameterPlace.Of(
            "collective-grades",
            ("excellent_collective_on_time_percent", Percent),
            ("excellent_collective_above_plan_percent", Percent),
            ("excellent_collective_remedied_percent", Percent),
            ("excellent_collective_not_disciplined", Flag),
            ("good_collective_on_time_percent", Percent),
            ("good_collective_not_disciplined", FlagOrUnknown),
            ("completed_collective_not_disciplined", FlagOrUnknown),
            ("discipline_exception_self_found", FlagOrUnknown),
            ("completed_collective_done_percent", Percent),
            ("completed_collective_late_percent", Percent),
            ("excellent_collective_criteria_level", Level),
            ("excellent_collective_results_level", Level),
            ("good_collective_criteria_level", Level),
            ("good_collective_results_level", Level),
            ("completed_collective_criteria_level", Level)
        ),
        .. ParameterPlace.Of(
            "leader-grades",
            ("excellent_leader_on_time_percent", Percent),
            ("excellent_leader_above_plan_percent", Percent),
            ("excellent_leader_unit_done_percent", Percent),
            ("excellent_leader_unit_above_plan_percent", Percent),
            ("excellent_leader_units_completed_percent", Percent),
            ("excellent_leader_units_good_percent", Percent),
            ("excellent_leader_remedied_percent", Percent),
            ("excellent_leader_not_disciplined", Flag),
            ("excellent_leader_organization_grade", GradeOrUnknown),
            ("good_leader_unit_on_time_percent", Percent),
            ("completed_leader_unit_done_percent", Percent),
            ("completed_leader_unit_late_percent", Percent),
            ("excellent_leader_criteria_level", Level),
            ("excellent_leader_results_level", Level)
        ),
        .. ParameterPlace.Of(
            "member-grades",
            ("excellent_member_on_time_percent", Percent),
            ("excellent_member_above_plan_percent", Percent),
            ("excellent_member_remedied_percent", Percent),
            ("excellent_member_not_disciplined", Flag),
            ("excellent_member_state_grade", GradeOrUnknown),
            ("good_member_on_time_percent", Percent),
            ("completed_member_done_percent", Percent),
            ("completed_member_late_percent", Percent),
            ("excellent_member_criteria_level", Level),
            ("excellent_member_results_level", Level)
        ),
        .. ParameterPlace.Of(
            "cap",
            ("excellent_cap_percent", new NumberShape(0, 100, IsWhole: false)),
            ("excellent_cap_exception_percent", Percent),
            ("excellent_cap_base_organizations", Base),
            ("excellent_cap_base_members", Base),
            ("excellent_cap_group_organizations", new ChoiceShape("DutyGroup", "KindUnderSuperior")),
            ("excellent_cap_group_members", new ChoiceShape("GrassrootsOrganization")),
            ("excellent_cap_rounds_down", Flag),
            ("excellent_cap_small_group_allows_one", Flag),
            ("excellent_cap_exceeding", new ChoiceShape("Warns", "Blocks"))
        ),
        .. ParameterPlace.Of(
            "afterwards",
            ("complaint_days", new NumberShape(1, 366) { MayBeUnknown = true }),
            ("regraded_when_found_wrong", Flag),
            ("failed_years_running", new NumberShape(1, 10) { MayBeUnknown = true }),
            ("failed_years_consequence_member", new ChoiceShape("StrikingOff") { MayBeUnknown = true }),
            ("failed_years_consequence_leader", new ChoiceShape("Replacement") { MayBeUnknown = true })
        ),
        .. ParameterPlace.Of(
            "forms",
            ("form_collective", Form),
            ("form_member", Form),
            ("form_leader", Form),
            ("form_member_outside_system", Form),
            ("form_collective_sheet", Form)
        ),
    ];

    private static ChoicesShape Choices(params string[] among) => new(among);
}
