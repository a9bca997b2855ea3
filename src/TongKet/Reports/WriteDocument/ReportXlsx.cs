using TongKet.Web;
using TongKet.Web.Spreadsheets;

namespace TongKet.Reports.WriteDocument;

/// <summary>
/// The report as a workbook: first «Số liệu» with every figure of the report, then a sheet for each of its tables.
/// Numbers are numbers, shown as the report prints them; a figure that is not known is «—», never 0.
/// </summary>
public static class ReportXlsx
{
    private const uint RowsBeforeHead = 3;

    private static readonly XlsxLook Head = new(Bold: true, Boxed: true, Shaded: true, Wrapped: true, Centred: true);
    private static readonly XlsxLook Plain = new(Boxed: true, Wrapped: true);
    private static readonly XlsxLook Quiet = new(Wrapped: true);

    public static byte[] Write(ReportView view) =>
        XlsxBook.Write(book =>
        {
            WriteFigures(book, view);
            var tables = view.Sections.SelectMany(section => section.Blocks).OfType<ReportTable>().ToList();
            for (var i = 0; i < tables.Count; i++)
            {
                WriteTable(book, view, tables[i], i + 1);
            }
        });

    private static void WriteFigures(XlsxBook book, ReportView view)
    {
        string[] columns =
        [
            Words.Get("reports.xlsx.code"),
            Words.Get("reports.xlsx.where"),
            Words.Get("reports.xlsx.organization"),
            Words.Get("reports.xlsx.text"),
            Words.Get("reports.xlsx.value"),
        ];
        book.AddSheet(
            Words.Get("reports.xlsx.figures"),
            [34, 76, 34, 18, 14],
            RowsBeforeHead + 1,
            sheet =>
            {
                WriteTop(sheet, view, DocumentText.Abstract(view), columns);
                foreach (var figure in ReportFigures.Placed(view))
                {
                    sheet.Row(() =>
                    {
                        sheet.Text(figure.Span.FigureCode!, Plain);
                        sheet.Text(figure.Where, Plain);
                        sheet.Text(figure.Organization, Plain);
                        sheet.Text(figure.Span.Text, Plain with { IsRight = true });
                        WriteValue(sheet, figure.Span, Plain, asPrinted: false);
                    });
                }

                WriteNotes(sheet, view.Notices, columns.Length);
            }
        );
    }

    private static void WriteTable(XlsxBook book, ReportView view, ReportTable table, int number)
    {
        book.AddSheet(
            Words.Get("reports.xlsx.sheet", number) + " " + table.Caption,
            XlsxColumns.Of(table),
            RowsBeforeHead + 1,
            sheet =>
            {
                WriteTop(sheet, view, table.Caption, table.Columns);
                foreach (var row in table.Rows)
                {
                    WriteRow(sheet, row, table.Columns.Count, Plain);
                }

                if (table.TotalRow is { } total)
                {
                    WriteRow(sheet, total, table.Columns.Count, Plain with { Bold = true, Shaded = true });
                }

                WriteNotes(sheet, table.Note is null ? [] : [table.Note], table.Columns.Count);
            }
        );
    }

    private static void WriteTop(XlsxSheet sheet, ReportView view, string title, IReadOnlyList<string> columns)
    {
        var asOf = view.AsOf.ToString("dd/MM/yyyy", Words.Vietnamese);
        sheet.Row(() => sheet.Text(view.OrganizationName, new XlsxLook(Bold: true)));
        sheet.Row(() => sheet.Text(title, new XlsxLook(Large: true)));
        sheet.Row(() => sheet.Text(Words.Get("reports.xlsx.year", view.Year.ToString(Words.Vietnamese), asOf), new XlsxLook()));
        sheet.Row(() =>
        {
            foreach (var column in columns)
            {
                sheet.Text(column, Head);
            }
        });
    }

    private static void WriteRow(XlsxSheet sheet, IReadOnlyList<ReportSpan> row, int columns, XlsxLook look) =>
        sheet.Row(() =>
        {
            for (var i = 0; i < columns; i++)
            {
                var span = i < row.Count ? row[i] : new ReportSpan("");
                if (span.IsFigure || span.Value is not null)
                {
                    WriteValue(sheet, span, look, asPrinted: true);
                }
                else
                {
                    sheet.Text(span.Text, look);
                }
            }
        });

    private static void WriteValue(XlsxSheet sheet, ReportSpan span, XlsxLook look, bool asPrinted)
    {
        if (span.Value is { } value)
        {
            var format = asPrinted ? FigureFormat.Of(span.Text, value) : FigureFormat.Of(value);
            sheet.Number(value, look with { NumberFormat = format, IsRight = true });
        }
        else
        {
            sheet.Text(span.Text, look with { IsRight = true });
        }
    }

    private static void WriteNotes(XlsxSheet sheet, IReadOnlyList<string> notes, int columns)
    {
        foreach (var note in notes)
        {
            sheet.Across(note, Quiet, columns);
        }
    }
}
