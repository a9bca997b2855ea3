namespace TongKet.Exchange.ReadWorkbook;

/// <summary>One line of «Chỉ tiêu» or «Số tổng hợp».</summary>
internal static class TargetSheets
{
    public static TargetRow ReadTarget(SheetCells cells, int latestYear)
    {
        cells.Require(TargetColumn.Direction);
        cells.Require(TargetColumn.AssignedValue);
        return new(cells.Row)
        {
            Code = cells.RequiredText(TargetColumn.Code),
            Name = cells.RequiredText(TargetColumn.Name),
            OrganizationCode = cells.RequiredText(TargetColumn.Organization),
            Year = cells.Year(TargetColumn.Year, latestYear),
            Unit = cells.RequiredText(TargetColumn.Unit),
            Direction = cells.Word(TargetColumn.Direction, WorkbookWords.Directions),
            AssignedValue = cells.Number(TargetColumn.AssignedValue),
            FigureCode = cells.Text(TargetColumn.Figure),
            ManualResult = cells.Number(TargetColumn.ManualResult),
            Note = cells.Text(TargetColumn.Note),
        };
    }

    public static AggregateRow ReadAggregate(SheetCells cells, int latestYear)
    {
        cells.Require(AggregateColumn.AsOf);
        cells.Require(AggregateColumn.Value);
        return new(cells.Row)
        {
            OrganizationCode = cells.RequiredText(AggregateColumn.Organization),
            Year = cells.Year(AggregateColumn.Year, latestYear),
            AsOf = cells.Day(AggregateColumn.AsOf),
            FigureCode = cells.RequiredText(AggregateColumn.Figure),
            Value = cells.Whole(AggregateColumn.Value),
            Note = cells.Text(AggregateColumn.Note),
        };
    }
}
