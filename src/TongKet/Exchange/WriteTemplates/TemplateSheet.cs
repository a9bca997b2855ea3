using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TongKet.Exchange.WriteTemplates;

/// <summary>Writes one sheet of a template row by row.</summary>
internal sealed class TemplateSheet
{
    /// <summary>As many lines as any unit fills in.</summary>
    public const int LastRow = 20_000;
    private const double LineHeight = 17;

    private readonly OpenXmlWriter writer;
    private readonly List<string> merged = [];
    private uint row;

    private TemplateSheet(OpenXmlWriter writer) => this.writer = writer;

    /// <param name="rules">Rules of the cells.</param>
    public static void Write(
        WorksheetPart part,
        IReadOnlyList<(double Width, uint Look)> columns,
        bool hasHead,
        Action<TemplateSheet> fill,
        IEnumerable<OpenXmlElement> rules
    )
    {
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
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
        var sheet = new TemplateSheet(xml);
        fill(sheet);
        xml.WriteEndElement();
        foreach (var element in sheet.Merges().Concat(rules).Concat(Paper(columns.Count)))
        {
            xml.WriteElement(element);
        }

        xml.WriteEndElement();
    }

    /// <summary>A row of texts; null leaves a cell out.</summary>
    /// <param name="lines">As high as that many lines, where the program that opens it cannot find out.</param>
    public void Row(IEnumerable<(string? Text, uint Look)> cells, int lines = 1)
    {
        row++;
        writer.WriteStartElement(
            new Row
            {
                RowIndex = row,
                Height = lines * LineHeight,
                CustomHeight = true,
            }
        );
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

    /// <summary>A row of one text over several columns.</summary>
    public void Across(string text, uint look, int columns, int lines)
    {
        Row([(text, look)], lines);
        merged.Add($"A{row}:{Letters(columns - 1)}{row}");
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

    private IEnumerable<OpenXmlElement> Merges() =>
        merged.Count == 0 ? [] : [new MergeCells(merged.Select(range => new MergeCell { Reference = range }))];

    // A4 across, as wide as the paper; signs against numbers as text go: every CCCD would bear one.
    private static IEnumerable<OpenXmlElement> Paper(int columns) =>
        [
            new PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.6,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            },
            new PageSetup
            {
                PaperSize = 9,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            },
            new IgnoredErrors(
                new IgnoredError
                {
                    SequenceOfReferences = new ListValue<StringValue> { InnerText = $"A1:{Letters(columns - 1)}{LastRow}" },
                    NumberStoredAsText = true,
                }
            ),
        ];

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
