using TongKet.Domain.Values;

namespace TongKet.Domain.Reviews;

/// <summary>What a review needs before it is opened. Which kinds there are, and when each level is due, is the committee's.</summary>
public static class CycleRule
{
    public static IReadOnlyList<Refusal> Check(
        CycleKind? kind,
        int? quarter,
        DateOnly? rosterOn,
        DateOnly? cellsDueOn,
        DateOnly? grassrootsDueOn,
        DateOnly? decidedDueOn,
        int year
    )
    {
        var refusals = new List<Refusal>();
        Refuse(kind is null, "review.cycle.kind.missing");
        Refuse(kind == CycleKind.Quarter && quarter is not (>= 1 and <= 4), "review.cycle.quarter.missing");
        Refuse(rosterOn is null, "review.cycle.roster.missing");
        // Schools and some provinces close in spring of the next year at the latest.
        Refuse(
            rosterOn is { } on && (on.Year < year || on > new DateOnly(year + 1, 6, 30)),
            "review.cycle.roster.other-year",
            year
        );
        Refuse(cellsDueOn is null, "review.cycle.cells-due.missing");
        Refuse(grassrootsDueOn is null, "review.cycle.grassroots-due.missing");
        Refuse(decidedDueOn is null, "review.cycle.decided-due.missing");
        Refuse(grassrootsDueOn < cellsDueOn, "review.cycle.grassroots-due.before-cells");
        Refuse(decidedDueOn < grassrootsDueOn, "review.cycle.decided-due.before-grassroots");
        return refusals;

        void Refuse(bool isWrong, string code, params object[] with)
        {
            if (isWrong)
            {
                refusals.Add(new(code, null, with));
            }
        }
    }
}
