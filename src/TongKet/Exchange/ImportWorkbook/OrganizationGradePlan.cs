using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Exchange.ReadWorkbook;
using Column = TongKet.Exchange.ReadWorkbook.OrganizationGradeColumn;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>The sheet «Xếp loại tổ chức»: grades of organizations for the year, as decided.</summary>
internal sealed class OrganizationGradePlan(ImportPlan plan)
{
    private static readonly SheetForm Sheet = WorkbookForm.OrganizationGrades;

    public void Compare()
    {
        var rules = YearOfReview.Rules(plan).Id;
        foreach (var row in plan.Workbook.OrganizationGrades)
        {
            var organization = plan.Organizations.Require(Sheet, row, Column.Code, row.Code);
            if (organization is not null && (row.Grade != Grade.None || row.Reason != NoGradeReason.None))
            {
                Compare(row, organization, rules);
            }
        }
    }

    private void Compare(OrganizationGradeRow row, OrganizationHistory organization, string rules)
    {
        var before = plan.Writes.Count;
        if (!plan.Known.OrganizationGrades.TryGetValue(organization.Id, out var grade))
        {
            plan.Known.OrganizationGrades[organization.Id] = plan.Writes.OrganizationGrades.Add(
                new()
                {
                    Id = plan.NextId(),
                    OrganizationId = organization.Id,
                    Year = plan.Year,
                    Grade = row.Grade,
                    Reason = row.Reason,
                    RuleSet = rules,
                    FromFile = true,
                },
                organization.Id
            );
            plan.Count(Sheet, row, isNew: true, before);
            return;
        }

        if ((grade.Grade, grade.Reason) != (row.Grade, row.Reason))
        {
            if (!grade.FromFile)
            {
                plan.Issues.Error(Sheet, row, Column.Grade, null, "exchange.import.grade-decided-here", plan.Year);
                return;
            }

            (grade.Grade, grade.Reason) = (row.Grade, row.Reason);
            plan.Writes.OrganizationGrades.Change(grade, organization.Id);
        }

        plan.Count(Sheet, row, isNew: false, before);
    }
}
