namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>Figures that follow from counts: sums, shares in percent with one decimal, and the change on last year.</summary>
internal static class Arithmetic
{
    private const string Admitted = "new_member_count";
    private const string Growth = "new_member_growth_count";
    private const string GrowthRate = "new_member_growth_rate";

    private static readonly (string Code, string[] Parts)[] Sums =
    [
        ("grassroots_party_org_count", ["grassroots_party_committee_count", "grassroots_cell_count"]),
        ("member_removed_count", ["member_struck_off_count", "member_expelled_count", "member_left_count"]),
        ("member_decrease_count", ["member_transferred_out_count", "member_deceased_count", "member_removed_count"]),
        ("member_good_or_better_count", ["member_excellent_count", "member_good_count"]),
        ("roster_member_count", ["member_rated_count", "member_exempt_count", "member_unrated_count"]),
        ("org_good_or_better_count", ["org_excellent_count", "org_good_count"]),
        ("org_rated_count", ["org_good_or_better_count", "org_completed_count", "org_not_completed_count"]),
        ("awarded_total", ["collective_awarded_count", "individual_awarded_count"]),
        ("cell_rated_count", ["cell_excellent_count", "cell_good_count", "cell_completed_count", "cell_not_completed_count"]),
    ];

    private static readonly (string Code, string Part, string Whole)[] Shares =
    [
        ("new_member_ratio_to_total", Admitted, "party_member_opening"),
        ("member_good_or_better_rate", "member_good_or_better_count", "member_rated_count"),
        ("member_excellent_rate", "member_excellent_count", "member_rated_count"),
        ("member_good_rate", "member_good_count", "member_rated_count"),
        ("member_completed_rate", "member_completed_count", "member_rated_count"),
        ("member_not_completed_rate", "member_not_completed_count", "member_rated_count"),
        ("member_rated_rate", "member_rated_count", "party_member_total"),
        ("org_good_or_better_rate", "org_good_or_better_count", "org_rated_count"),
        ("org_excellent_rate", "org_excellent_count", "org_rated_count"),
        ("org_good_rate", "org_good_count", "org_rated_count"),
        ("org_completed_rate", "org_completed_count", "org_rated_count"),
        ("cell_excellent_rate", "cell_excellent_count", "cell_rated_count"),
    ];

    private static readonly string[] OfTargets =
    [
        "target_total",
        "target_completed_count",
        "target_missed_count",
        "new_member_target",
        "new_member_target_rate",
        "new_member_over_target_rate",
        "new_member_over_target_count",
        "new_member_remaining",
    ];

    public static void Derive(OracleAnswer answer, OracleAnswer? lastYear)
    {
        answer.KnowDerived([.. Sums.Select(s => s.Code), .. Shares.Select(s => s.Code), Growth, GrowthRate, .. OfTargets]);

        foreach (var organization in answer.Nodes.Select(n => n.Id))
        {
            foreach (var (code, parts) in Sums)
            {
                var values = parts.Select(p => answer.Value(organization, p)).ToList();
                answer.Derive(organization, code, values.Exists(v => v is null) ? null : values.Sum());
            }

            foreach (var (code, part, whole) in Shares)
            {
                answer.Derive(organization, code, Percent(answer.Value(organization, part), answer.Value(organization, whole)));
            }

            var before = lastYear?.Value(organization, Admitted);
            var more = answer.Value(organization, Admitted) - before;
            answer.Derive(organization, Growth, more);
            answer.Derive(organization, GrowthRate, Percent(more, before));
        }
    }

    /// <summary>«N of N targets met» and admissions against the first target that they measure.</summary>
    public static void DeriveTargets(OracleAnswer answer, long organization, IReadOnlyList<OracleTarget> targets)
    {
        var met = targets.Count(t =>
            Actual(answer, t) is { } actual
            && t.Direction switch
            {
                1 => actual >= t.Assigned,
                2 => actual <= t.Assigned,
                _ => actual == t.Assigned,
            }
        );
        var values = new Dictionary<string, decimal?>
        {
            ["target_total"] = targets.Count,
            ["target_completed_count"] = met,
            ["target_missed_count"] = targets.Count - met,
        };
        if (targets.FirstOrDefault(t => t.FigureCode == Admitted) is { } admissions)
        {
            var admitted = answer.PartyOf(organization) is { } party ? answer.Value(party, Admitted) : null;
            var rate = Percent(admitted, admissions.Assigned);
            values["new_member_target"] = admissions.Assigned;
            values["new_member_target_rate"] = rate;
            values["new_member_over_target_rate"] = rate - 100;
            values["new_member_over_target_count"] = admitted - admissions.Assigned;
            values["new_member_remaining"] = admissions.Assigned - admitted;
        }

        foreach (var (code, value) in values)
        {
            answer.Derive(organization, code, value);
        }
    }

    private static decimal? Actual(OracleAnswer answer, OracleTarget target) =>
        target.FigureCode is null ? target.ByHand
        : OfTargets.Contains(target.FigureCode) ? null
        // A body has no members: what it is to reach is counted where it works.
        : answer.PartyOf(target.Organization) is { } party ? answer.Value(party, target.FigureCode)
        : null;

    private static decimal? Percent(decimal? part, decimal? whole) =>
        part is null || whole is null or 0 ? null : Math.Round(part.Value * 100 / whole.Value, 1, MidpointRounding.AwayFromZero);
}
