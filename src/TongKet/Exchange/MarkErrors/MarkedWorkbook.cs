using System.Text;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using TongKet.Domain.Values;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.MarkErrors;

/// <summary>
/// The unit's own workbook with its faulty cells coloured and what is wrong as their comments. Everything else stays as
/// it came: the parts are changed as streams, so what this program does not know is passed through.
/// </summary>
public static class MarkedWorkbook
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Refuses what cannot be read as a workbook, and what is too odd to be marked without harm.</summary>
    public static Outcome<byte[]> Write(Stream original, IReadOnlyList<WorkbookIssue> issues)
    {
        var opened = WorkbookFile.Open(original, "");
        if (opened.Value is not { } file)
        {
            return new Outcome<byte[]>(null, opened.Refusals);
        }

        try
        {
            return Write(file, issues);
        }
        // Odd packages make the libraries stumble in as many ways as the reader's; then there are the issues as a list.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new Refusal("exchange.mark.not-possible");
        }
    }

    private static byte[] Write(WorkbookFile file, IReadOnlyList<WorkbookIssue> issues)
    {
        var marks = MarkPlaces.Find(file.Bytes, issues);
        using var memory = new MemoryStream();
        memory.Write(file.Bytes);
        using (var document = SpreadsheetDocument.Open(memory, isEditable: true))
        {
            var book = document.WorkbookPart ?? throw new InvalidDataException("No workbook.");
            var stylesPart = book.WorkbookStylesPart;
            var styles = new MarkedStyles(Load(stylesPart));
            foreach (var (part, name) in Sheets(book))
            {
                if (marks.TryGetValue(name, out var ofSheet) || part.WorksheetCommentsPart is not null)
                {
                    Mark(part, styles, ofSheet ?? []);
                }
            }

            Save(stylesPart ?? book.AddNewPart<WorkbookStylesPart>(), styles.Document);
        }

        return memory.ToArray();
    }

    private static void Mark(WorksheetPart part, MarkedStyles styles, List<CellMark> marks)
    {
        var (comments, added, removed) = MarkedComments.Write(Load(part.WorksheetCommentsPart), marks);
        if (marks.Count == 0 && removed.Count == 0)
        {
            return;
        }

        Save(part.WorksheetCommentsPart ?? part.AddNewPart<WorksheetCommentsPart>(), comments);
        var drawing = part.VmlDrawingParts.FirstOrDefault(IsOfComments);
        var isNew = drawing is null;
        drawing ??= part.AddNewPart<VmlDrawingPart>();
        Save(
            drawing,
            CommentShapes.Write(isNew ? null : Text(drawing), added, removed)
                ?? throw new InvalidDataException("A drawing that cannot be added to.")
        );
        using var sheet = part.GetStream(FileMode.Open, FileAccess.Read);
        var changed = MarkedSheet.Copy(sheet, styles, marks, isNew ? part.GetIdOfPart(drawing) : null);
        sheet.Dispose();
        Save(part, changed);
    }

    // Pictures of headers and footers are VML as well, without notes.
    private static bool IsOfComments(VmlDrawingPart part)
    {
        var text = Text(part);
        return text.Contains("ObjectType=\"Note\"", StringComparison.Ordinal)
            || !text.Contains("<v:imagedata", StringComparison.Ordinal);
    }

    private static List<(WorksheetPart Part, string Name)> Sheets(WorkbookPart book) =>
        [
            .. Load(book)!
                .Descendants()
                .Where(element => element.Name.LocalName == "sheet")
                .Select(sheet =>
                    (
                        Id: (string?)sheet.Attributes().FirstOrDefault(a => a.Name.LocalName == "id"),
                        Name: (string?)sheet.Attribute("name")
                    )
                )
                .Where(sheet => sheet is { Id: not null, Name: not null })
                .Select(sheet => (book.GetPartById(sheet.Id!) as WorksheetPart, sheet.Name!))
                .Where(sheet => sheet.Item1 is not null)
                .Select(sheet => (sheet.Item1!, sheet.Item2)),
        ];

    private static XDocument? Load(OpenXmlPart? part)
    {
        if (part is null)
        {
            return null;
        }

        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var reader = XmlReader.Create(stream, Settings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static string Text(OpenXmlPart part)
    {
        using var reader = new StreamReader(part.GetStream(FileMode.Open, FileAccess.Read));
        return reader.ReadToEnd();
    }

    private static void Save(OpenXmlPart part, XDocument content)
    {
        using var memory = new MemoryStream();
        using (
            var writer = XmlWriter.Create(
                memory,
                new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }
            )
        )
        {
            content.Save(writer);
        }

        Save(part, memory.ToArray());
    }

    private static void Save(OpenXmlPart part, string content) => Save(part, Encoding.UTF8.GetBytes(content));

    private static void Save(OpenXmlPart part, byte[] content)
    {
        using var stream = new MemoryStream(content);
        part.FeedData(stream);
    }
}
