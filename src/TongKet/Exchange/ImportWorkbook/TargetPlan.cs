using TongKet.Domain.Targets;
using TongKet.Exchange.ReadWorkbook;
using Column = TongKet.Exchange.ReadWorkbook.TargetColumn;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>The sheet «Chỉ tiêu». Here an empty cell does speak: no figure means that the result comes by hand.</summary>
internal sealed class TargetPlan(ImportPlan plan)
{
    private static readonly SheetForm Sheet = WorkbookForm.Targets;

    public void Compare()
    {
        foreach (var row in plan.Workbook.Targets)
        {
            var organization = plan.Organizations.Require(Sheet, row, Column.Organization, row.OrganizationCode);
            if (row.FigureCode is { } figure && plan.Figures.Find(figure) is null)
            {
                plan.Issues.Error(Sheet, row, Column.Figure, figure, "exchange.import.figure-unknown", figure);
            }

            if (
                organization is not null
                && row is { Code: not null, Name: not null, Direction: not null, AssignedValue: not null }
            )
            {
                Compare(row, organization);
            }
        }
    }

    private void Compare(TargetRow row, OrganizationHistory organization)
    {
        var before = plan.Writes.Count;
        var isNew = !plan.Known.Targets.TryGetValue((organization.Id, row.Code!), out var target);
        target ??= new()
        {
            Id = plan.NextId(),
            OrganizationId = organization.Id,
            Year = plan.Year,
            Code = row.Code!,
            Name = "",
            Unit = "",
        };
        if (Fill(target, row) || isNew)
        {
            if (isNew)
            {
                plan.Known.Targets[(organization.Id, row.Code!)] = plan.Writes.Targets.Add(target, organization.Id);
            }
            else
            {
                plan.Writes.Targets.Change(target, organization.Id);
            }
        }

        plan.Count(Sheet, row, isNew, before);
    }

    private static bool Fill(Target target, TargetRow row)
    {
        var before = (
            target.Name,
            target.Unit,
            target.Direction,
            target.AssignedValue,
            target.FigureCode,
            target.ManualResult,
            target.Note
        );
        (target.Name, target.Unit, target.Direction) = (row.Name!, row.Unit ?? "", row.Direction!.Value);
        (target.AssignedValue, target.FigureCode, target.ManualResult) = (
            row.AssignedValue!.Value,
            row.FigureCode,
            row.ManualResult
        );
        target.Note = row.Note;
        return before
            != (
                target.Name,
                target.Unit,
                target.Direction,
                target.AssignedValue,
                target.FigureCode,
                target.ManualResult,
                target.Note
            );
    }
}
