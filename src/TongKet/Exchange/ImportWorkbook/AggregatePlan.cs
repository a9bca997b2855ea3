using TongKet.Exchange.ReadWorkbook;
using Column = TongKet.Exchange.ReadWorkbook.AggregateColumn;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>The sheet «Số tổng hợp»: counts of units that may not send names, each a figure on a day.</summary>
internal sealed class AggregatePlan(ImportPlan plan)
{
    private static readonly SheetForm Sheet = WorkbookForm.Aggregates;

    public void Compare()
    {
        foreach (var row in plan.Workbook.Aggregates)
        {
            var organization = plan.Organizations.Require(Sheet, row, Column.Organization, row.OrganizationCode);
            if (row.FigureCode is { } figure && plan.Figures.Find(figure) is null)
            {
                plan.Issues.Error(Sheet, row, Column.Figure, figure, "exchange.import.figure-unknown", figure);
            }

            if (organization is not null && row is { FigureCode: not null, AsOf: not null, Value: not null })
            {
                Compare(row, organization);
            }
        }
    }

    private void Compare(AggregateRow row, OrganizationHistory organization)
    {
        var before = plan.Writes.Count;
        var key = (organization.Id, row.AsOf!.Value, row.FigureCode!);
        var isNew = !plan.Known.Aggregates.TryGetValue(key, out var count);
        if (isNew)
        {
            plan.Known.Aggregates[key] = plan.Writes.Aggregates.Add(
                new()
                {
                    Id = plan.NextId(),
                    OrganizationId = organization.Id,
                    Year = plan.Year,
                    AsOf = row.AsOf.Value,
                    FigureCode = row.FigureCode!,
                    Value = row.Value!.Value,
                    Note = row.Note,
                },
                organization.Id
            );
        }
        else if ((count!.Value, count.Note) != (row.Value!.Value, row.Note))
        {
            (count.Value, count.Note) = (row.Value.Value, row.Note);
            plan.Writes.Aggregates.Change(count, organization.Id);
        }

        plan.Count(Sheet, row, isNew, before);
    }
}
