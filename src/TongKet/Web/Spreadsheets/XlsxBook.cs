using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TongKet.Web.Spreadsheets;

/// <summary>A workbook written sheet by sheet and row by row, without properties of its own.</summary>
internal sealed class XlsxBook
{
    private readonly WorkbookPart workbook;
    private readonly XlsxSheetNames names = new();
    private readonly List<DefinedName> printed = [];

    private XlsxBook(WorkbookPart workbook) => this.workbook = workbook;

    public XlsxLooks Looks { get; } = new();

    public static byte[] Write(Action<XlsxBook> fill)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = new XlsxBook(document.AddWorkbookPart());
            fill(book);
            book.End();
        }

        return memory.ToArray();
    }

    /// <param name="headRow">The row of the headings: it stays in sight and is printed on every page; null where there is none.</param>
    public void AddSheet(string name, IReadOnlyList<double> widths, uint? headRow, Action<XlsxSheet> fill)
    {
        var index = names.All.Count;
        names.Add(name);
        var part = workbook.AddNewPart<WorksheetPart>($"sheet{index + 1}");
        using (var writer = OpenXmlWriter.Create(part))
        {
            writer.WriteStartElement(new Worksheet());
            writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
            writer.WriteElement(new SheetViews(View(headRow, isFirst: index == 0)));
            writer.WriteElement(
                new Columns(
                    widths.Select(
                        (width, i) =>
                            new Column
                            {
                                Min = (uint)i + 1,
                                Max = (uint)i + 1,
                                Width = width,
                                CustomWidth = true,
                            }
                    )
                )
            );
            writer.WriteStartElement(new SheetData());
            var sheet = new XlsxSheet(writer, Looks, widths);
            fill(sheet);
            writer.WriteEndElement();
            sheet.WriteMerged();
            Paper(writer);
            writer.WriteEndElement();
        }

        if (headRow is { } head)
        {
            printed.Add(
                new DefinedName($"'{names.All[index]}'!${head}:${head}")
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = (uint)index,
                }
            );
        }
    }

    private void End()
    {
        workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Looks.Stylesheet();
        workbook.Workbook = new Workbook(
            new Sheets(
                names.All.Select(
                    (name, i) =>
                        new Sheet
                        {
                            Name = name,
                            SheetId = (uint)i + 1,
                            Id = $"sheet{i + 1}",
                        }
                )
            )
        );
        if (printed.Count > 0)
        {
            workbook.Workbook.Append(new DefinedNames(printed));
        }
    }

    private static SheetView View(uint? headRow, bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0, TabSelected = isFirst };
        if (headRow is { } head)
        {
            view.Append(
                new Pane
                {
                    VerticalSplit = head,
                    TopLeftCell = $"A{head + 1}",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            );
        }

        return view;
    }

    // A4 across, as wide as the paper, as long as it gets.
    private static void Paper(OpenXmlWriter writer)
    {
        writer.WriteElement(
            new PageMargins
            {
                Left = 0.5,
                Right = 0.5,
                Top = 0.6,
                Bottom = 0.6,
                Header = 0.3,
                Footer = 0.3,
            }
        );
        writer.WriteElement(
            new PageSetup
            {
                PaperSize = 9,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            }
        );
        writer.WriteElement(new HeaderFooter(new OddFooter("&C&P/&N")));
    }
}
