using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TongKet.Tests.Reports.WriteDocument;

/// <summary>Reads written files back by other means than those that wrote them.</summary>
internal static class ReadFile
{
    public static IReadOnlyList<string> Faults(OpenXmlPackage package) =>
        [
            .. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019)
                .Validate(package)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
        ];

    /// <summary>Every file inside an OOXML file with its text.</summary>
    public static Dictionary<string, string> Parts(byte[] file)
    {
        using var zip = new ZipArchive(new MemoryStream(file));
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            },
            StringComparer.Ordinal
        );
    }

    /// <summary>The text of each paragraph and each cell in the order of the document.</summary>
    public static List<string> Paragraphs(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText)];
    }

    /// <summary>The cells of a workbook by sheet, as ExcelDataReader sees them.</summary>
    public static List<(string Sheet, List<object?[]> Rows)> Sheets(byte[] xlsx)
    {
        // The reader asks for the code pages of old .xls files before it looks at the file.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var reader = ExcelDataReader.ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(xlsx));
        var sheets = new List<(string, List<object?[]>)>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
            {
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => (object?)reader.GetValue(i))]);
            }

            sheets.Add((reader.Name, rows));
        } while (reader.NextResult());

        return sheets;
    }
}
