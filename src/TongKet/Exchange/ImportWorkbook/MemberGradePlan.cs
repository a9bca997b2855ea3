using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Exchange.ReadWorkbook;
using Column = TongKet.Exchange.ReadWorkbook.MemberGradeColumn;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// The sheet «Xếp loại đảng viên»: grades of the year as the competent level decided them. A grade counts at the cell
/// where the member stood on the day the roster was closed; whoever stood nowhere that day is only warned of.
/// </summary>
internal sealed class MemberGradePlan(ImportPlan plan)
{
    private static readonly SheetForm Sheet = WorkbookForm.MemberGrades;

    private readonly RuleSet rules = YearOfReview.Rules(plan);

    public void Compare()
    {
        foreach (var row in plan.Workbook.MemberGrades)
        {
            var cell = plan.Organizations.RequireCell(Sheet, row, Column.Cell, row.CellCode);
            if (row.Key is null)
            {
                continue;
            }

            if (plan.Members.Find(row) is { } member && IsOurs(member))
            {
                Compare(row, member, cell);
            }
            else if (!plan.Workbook.FollowsFromFaultyMember(row))
            {
                plan.Issues.Error(Sheet, row, Column.CitizenId, row.Key, "exchange.import.grade-of-nobody");
            }
        }
    }

    /// <summary>Who stands only outside the scope is for this file as if he were not there.</summary>
    private bool IsOurs(MemberHistory member) =>
        member.Row is not null || member.Stays.Exists(stay => plan.Organizations.IsInScope(stay.CellId));

    private void Compare(MemberGradeRow row, MemberHistory member, OrganizationHistory? cell)
    {
        if (row is { Grade: Grade.None, Reason: NoGradeReason.None } || cell is null)
        {
            return;
        }

        var before = plan.Writes.Count;
        WarnOfRoster(row, member);
        if (member.Grade is not { } grade)
        {
            member.Grade = plan.Writes.MemberGrades.Add(
                new()
                {
                    Id = plan.NextId(),
                    MemberId = member.Member.Id,
                    Year = plan.Year,
                    CellId = cell.Id,
                    Grade = row.Grade,
                    Reason = row.Reason,
                    RuleSet = rules.Id,
                    FromFile = true,
                },
                cell.Id
            );
            plan.Count(Sheet, row, isNew: true, before);
            return;
        }

        if ((grade.Grade, grade.Reason, grade.CellId) != (row.Grade, row.Reason, cell.Id))
        {
            if (!grade.FromFile)
            {
                plan.Issues.Error(Sheet, row, Column.Grade, null, "exchange.import.grade-decided-here", plan.Year);
                return;
            }

            if (!plan.Organizations.IsInScope(grade.CellId))
            {
                plan.Issues.Error(Sheet, row, Column.CitizenId, row.Key, "exchange.import.member-outside-scope");
                return;
            }

            (grade.Grade, grade.Reason, grade.CellId) = (row.Grade, row.Reason, cell.Id);
            plan.Writes.MemberGrades.Change(grade, cell.Id);
        }

        plan.Count(Sheet, row, isNew: false, before);
    }

    private void WarnOfRoster(MemberGradeRow row, MemberHistory member)
    {
        var closedOn = YearOfReview.RosterClosedOn(plan, rules);
        // A member whose own line is in error has no stay in the plan; that error is named there.
        if (member.StayOn(closedOn) is null && !(plan.Issues.HasErrors && member.Stays.Count == 0))
        {
            plan.Issues.Warn(Sheet, row.Row, Column.CitizenId, row.Key, "exchange.import.not-on-roster", closedOn);
        }
    }
}

/// <summary>
/// The regime under which a year was reviewed: the rule set in force on its last day, since reviews of a year are held
/// and decided at its end, under what was then in force (a regulation of October governs the whole year).
/// </summary>
internal static class YearOfReview
{
    public static RuleSet Rules(ImportPlan plan) => plan.Rules.InForce(RuleBook.AnnualReview, plan.LastDay);

    public static DateOnly RosterClosedOn(ImportPlan plan, RuleSet rules) =>
        new(plan.Year, rules["roster_closed_month"].Int, rules["roster_closed_day"].Int);
}
