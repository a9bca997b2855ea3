using System.Globalization;

namespace TongKet.Web.Spreadsheets;

/// <param name="Width">In letters.</param>
public sealed record ListColumn(string Title, double Width, bool IsNumber = false);

/// <summary>
/// A list of a page as a workbook of one sheet, for those who go on working in a spreadsheet: days are days, numbers are
/// numbers, text is never run, what is not known is «—».
/// </summary>
/// <param name="Subtitle">Of which organization, as of when.</param>
/// <param name="Rows">Cells are text, numbers or days; null is an empty cell.</param>
/// <param name="Notes">Below the list: what the page says of it.</param>
public sealed record ListWorkbook(
    string Title,
    string Subtitle,
    IReadOnlyList<ListColumn> Columns,
    IEnumerable<IReadOnlyList<object?>> Rows,
    IReadOnlyList<string> Notes
)
{
    /// <summary>A longer list is not given as a file: the page says to choose a smaller organization.</summary>
    public const int MostRows = 20_000;

    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const uint HeadRow = 4;

    // Spreadsheets count days from here; what lies before stays text.
    private static readonly DateOnly FirstDay = new(1900, 3, 1);
    private static readonly XlsxLook Head = new(Bold: true, Boxed: true, Shaded: true, Wrapped: true, Centred: true);
    private static readonly XlsxLook Plain = new(Boxed: true, Wrapped: true);

    public byte[] Write() =>
        XlsxBook.Write(book =>
            book.AddSheet(
                Title,
                [.. Columns.Select(c => c.Width)],
                HeadRow,
                sheet =>
                {
                    sheet.Row(() => sheet.Text(Title, new(Large: true)));
                    sheet.Row(() => sheet.Text(Subtitle, new()));
                    sheet.Row(() => { });
                    sheet.Row(() =>
                    {
                        foreach (var column in Columns)
                        {
                            sheet.Text(column.Title, Head);
                        }
                    });
                    foreach (var row in Rows)
                    {
                        sheet.Row(() => WriteRow(sheet, row));
                    }

                    foreach (var note in Notes)
                    {
                        sheet.Across(note, new(Wrapped: true), Columns.Count);
                    }
                }
            )
        );

    /// <summary>The answer to «tải về Excel».</summary>
    public static IResult Answer(string fileName, ListWorkbook workbook) => Results.File(workbook.Write(), MediaType, fileName);

    /// <summary>The same; refused in words where the list is too long.</summary>
    /// <param name="rows">How many there are; the workbook is made only where they fit.</param>
    public static IResult Answer(int rows, string fileName, Func<ListWorkbook> make) =>
        rows > MostRows ? TooLong(rows) : Answer(fileName, make());

    public static IResult TooLong(int rows) =>
        Results.Text(
            Words.Get("web.list.too-long", VietnameseFormat.Number(rows), VietnameseFormat.Number(MostRows)),
            "text/plain; charset=utf-8",
            statusCode: StatusCodes.Status409Conflict
        );

    private void WriteRow(XlsxSheet sheet, IReadOnlyList<object?> row)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            var look = Columns[i].IsNumber ? Plain with { IsRight = true } : Plain;
            switch (row[i])
            {
                case decimal number:
                    sheet.Number(number, look with { NumberFormat = "#,##0" });
                    break;
                case int number:
                    sheet.Number(number, look with { NumberFormat = "0" });
                    break;
                case DateOnly day when day >= FirstDay:
                    var days = (decimal)day.ToDateTime(TimeOnly.MinValue).ToOADate();
                    sheet.Number(days, look with { NumberFormat = "dd/mm/yyyy" });
                    break;
                case DateOnly day:
                    sheet.Text(VietnameseFormat.Date(day), look);
                    break;
                case var other:
                    sheet.Text(Convert.ToString(other, CultureInfo.InvariantCulture) ?? "", look);
                    break;
            }
        }
    }
}
