using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TongKet.Exchange.WriteTemplates;

/// <summary>Writes one sheet of a template row by row.</summary>
internal sealed class TemplateSheet
{
    private readonly OpenXmlWriter writer;
    private uint row;

    private TemplateSheet(OpenXmlWriter writer) => this.writer = writer;

    /// <param name="after">What follows the rows: rules of the cells.</param>
    public static void Write(
        WorksheetPart part,
        IReadOnlyList<(double Width, uint Look)> columns,
        bool hasHead,
        Action<TemplateSheet> fill,
        IEnumerable<OpenXmlElement> after
    )
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        var view = new SheetView { WorkbookViewId = 0 };
        if (hasHead)
        {
            view.Append(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            );
        }

        xml.WriteElement(new SheetViews(view));
        xml.WriteElement(new Columns(columns.Select((column, i) => MakeColumn((uint)i + 1, column.Width, column.Look))));
        xml.WriteStartElement(new SheetData());
        fill(new TemplateSheet(xml));
        xml.WriteEndElement();
        foreach (var element in after)
        {
            xml.WriteElement(element);
        }

        xml.WriteEndElement();
    }

    /// <summary>A row of texts; null leaves a cell out.</summary>
    public void Row(IEnumerable<(string? Text, uint Look)> cells)
    {
        row++;
        writer.WriteStartElement(new Row { RowIndex = row });
        var column = 0;
        foreach (var (text, look) in cells)
        {
            var name = CellName(column++);
            if (text is not null)
            {
                writer.WriteElement(
                    new Cell(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
                    {
                        CellReference = name,
                        DataType = CellValues.InlineString,
                        StyleIndex = look,
                    }
                );
            }
        }

        writer.WriteEndElement();
    }

    /// <summary>The letters of a column: 0 is A, 26 is AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26)
        {
            letters = (char)('A' + (n - 1) % 26) + letters;
        }

        return letters;
    }

    private string CellName(int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    private static Column MakeColumn(uint number, double width, uint look) =>
        new()
        {
            Min = number,
            Max = number,
            Width = width,
            CustomWidth = true,
            Style = look,
        };
}
