using System.Text;
using ExcelDataReader;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>Reads the office's workbook into typed lines, with every error that can be seen without the database.</summary>
public static class WorkbookReader
{
    /// <summary>Sheets of our own templates that hold no records.</summary>
    public static readonly string GuideSheet = "Hướng dẫn";
    public static readonly string ListsSheet = "Danh mục";

    // The library asks for an old code page by its mere making, though .xlsx has none.
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <param name="yearAsked">The year to import, where the user names one; else the file's own.</param>
    /// <param name="latestYear">A later year is a slip of the pen; the caller knows today.</param>
    public static Workbook Read(Stream stream, string fileName, int? yearAsked, int latestYear = int.MaxValue)
    {
        var file = WorkbookFile.Open(stream, fileName);
        return file.Value is null ? Refuse(fileName, file.Refusals[0]) : Read(file.Value, yearAsked, latestYear);
    }

    public static Workbook Read(WorkbookFile file, int? yearAsked, int latestYear = int.MaxValue)
    {
        IssueList issues;
        Workbook workbook;
        try
        {
            (workbook, issues) = ReadSheets(file, latestYear);
        }
        catch (SheetTooLargeException e)
        {
            return Refuse(file.Name, new("exchange.file.sheet-too-large", null, e.Sheet, e.Rows, e.Columns));
        }
        // The library throws whatever its parser stumbles over; for the user all of it is a damaged file.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Refuse(file.Name, new("exchange.file.damaged"));
        }

        if (workbook.Sheets.Count == 0)
        {
            return Refuse(
                file.Name,
                new("exchange.file.no-sheets", null, string.Join(", ", WorkbookForm.Sheets.Select(form => form.Name)))
            );
        }

        return Check(workbook, yearAsked, issues);
    }

    /// <summary>The bare cells; throws for a damaged file.</summary>
    public static SheetSource OpenCells(byte[] file) =>
        new LibrarySheets(ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(file, writable: false)));

    /// <summary>In one go where everything in it is plain, else by the library, from the beginning.</summary>
    private static (Workbook Workbook, IssueList Issues) ReadSheets(WorkbookFile file, int latestYear)
    {
        try
        {
            return Read(new PlainSheets(file.Bytes));
        }
        // What is wrong with a file is for the library to say, as with those that it alone can read.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Read(OpenCells(file.Bytes));
        }

        (Workbook, IssueList) Read(SheetSource cells)
        {
            using (cells)
            {
                var issues = new IssueList();
                return (WorkbookSheets.Read(cells, file.Name, issues, latestYear), issues);
            }
        }
    }

    private static Workbook Check(Workbook workbook, int? yearAsked, IssueList issues)
    {
        var year = YearRule.Decide(workbook, yearAsked, issues);
        if (year is { } known)
        {
            YearRule.CheckMovements(workbook, known, issues);
        }

        KeyChecks.Check(workbook, issues);
        TreeChecks.Check(workbook, issues);
        PlaceChecks.Check(workbook, issues);
        return workbook.With(year, issues.InOrder());
    }

    internal static Workbook Refuse(string fileName, Refusal refusal) =>
        new()
        {
            FileName = fileName,
            Refused = refusal,
            Issues = [new("", 0, "", null, refusal.Code, Words.Of(refusal), IsError: true)],
        };
}
