using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TongKet.Reports.WriteDocument;

/// <summary>A table of the report: its heading repeated on every page, numbers on the right, the total set off.</summary>
internal static class DocxTable
{
    public static Table Of(ReportTable table, TableWidths widths)
    {
        var sides = Array.ConvertAll(TableColumns.Of(table), SideOf);
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = widths.Columns.Sum().ToString(), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableBorders(
                    Edge<TopBorder>(),
                    Edge<LeftBorder>(),
                    Edge<BottomBorder>(),
                    Edge<RightBorder>(),
                    Edge<InsideHorizontalBorder>(),
                    Edge<InsideVerticalBorder>()
                ),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = TableWidths.Padding, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = TableWidths.Padding, Type = TableWidthValues.Dxa }
                )
            ),
            new TableGrid(widths.Columns.Select(width => new GridColumn { Width = width.ToString() }))
        );
        made.Append(
            new TableRow([
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. table.Columns.Select((text, i) => Cell(text, widths, i, JustificationValues.Center, bold: true, shaded: true)),
            ])
        );
        foreach (var row in table.Rows)
        {
            made.Append(Row(row, table.Columns.Count, widths, sides, total: false));
        }

        if (table.TotalRow is { } last)
        {
            made.Append(Row(last, table.Columns.Count, widths, sides, total: true));
        }

        return made;
    }

    private static TableRow Row(
        IReadOnlyList<ReportSpan> spans,
        int columns,
        TableWidths widths,
        JustificationValues[] sides,
        bool total
    )
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        for (var i = 0; i < columns; i++)
        {
            row.Append(Cell(i < spans.Count ? spans[i].Text : "", widths, i, sides[i], bold: total, shaded: total));
        }

        return row;
    }

    private static TableCell Cell(string text, TableWidths widths, int column, JustificationValues side, bool bold, bool shaded)
    {
        var look = new TableCellProperties(
            new TableCellWidth { Width = widths.Columns[column].ToString(), Type = TableWidthUnitValues.Dxa }
        );
        if (shaded)
        {
            look.Append(
                new Shading
                {
                    Val = ShadingPatternValues.Clear,
                    Color = "auto",
                    Fill = "EDEDED",
                }
            );
        }

        look.Append(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        return new TableCell(look, DocxRuns.Line(side, 30, 30, DocxRuns.Run(text, widths.Size, bold)));
    }

    private static JustificationValues SideOf(TableColumn column) =>
        column switch
        {
            TableColumn.Number => JustificationValues.Right,
            TableColumn.Mark => JustificationValues.Center,
            _ => JustificationValues.Left,
        };

    private static T Edge<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4,
            Space = 0,
            Color = "7F7F7F",
        };
}
