using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.WriteTemplates;

/// <summary>
/// Writes empty workbooks of the form: headers, drop-downs, hints, one marked example row a sheet, a guide. One for
/// everybody, or one for a unit with its own line and its cells to choose from.
/// </summary>
public static class WorkbookTemplates
{
    /// <summary>Writes into a folder, which is made; gives the paths. Without units it is one general workbook.</summary>
    public static IReadOnlyList<string> WriteFolder(string folder, int year, IReadOnlyList<TemplateUnit> units)
    {
        Directory.CreateDirectory(folder);
        var paths = new List<string>();
        foreach (var unit in units.Count == 0 ? [null] : units.Cast<TemplateUnit?>())
        {
            var path = Path.Combine(folder, FileName(unit, year));
            File.WriteAllBytes(path, Write(year, unit));
            paths.Add(path);
        }

        return paths;
    }

    public static string FileName(TemplateUnit? unit, int year) =>
        unit is null
            ? $"mau-so-lieu-{year}.xlsx"
            : $"{string.Concat(unit.Code.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '-'))}-{year}.xlsx";

    public static byte[] Write(int year, TemplateUnit? unit = null)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = TemplateLook.Stylesheet();
            var sheets = new Sheets();
            var lists = new TemplateLists();
            TemplateSheet.Write(
                Add(book, sheets, WorkbookReader.GuideSheet),
                TemplateGuide.Columns,
                false,
                sheet => TemplateGuide.Fill(sheet, unit),
                []
            );
            foreach (var form in WorkbookForm.Sheets)
            {
                var rules = TemplateRules.Of(form, unit, lists);
                TemplateSheet.Write(
                    Add(book, sheets, form.Name),
                    Columns(form),
                    true,
                    sheet => Fill(sheet, form, year, unit),
                    rules
                );
            }

            var choices = lists.All.Select(_ => (30.0, TemplateLook.Text)).ToList();
            TemplateSheet.Write(Add(book, sheets, WorkbookReader.ListsSheet), choices, false, sheet => Fill(sheet, lists), []);
            book.Workbook = new(sheets);
        }

        return memory.ToArray();
    }

    private static WorksheetPart Add(WorkbookPart book, Sheets sheets, string name)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var number = (uint)sheets.ChildElements.Count + 1;
        sheets.Append(
            new Sheet
            {
                Name = name,
                SheetId = number,
                Id = book.GetIdOfPart(part),
            }
        );
        return part;
    }

    private static (double Width, uint Look)[] Columns(SheetForm form) =>
        [.. form.Columns.Select(header => (Width(header), TemplateLook.Text))];

    private static double Width(string header) =>
        header.StartsWith("Tên ", StringComparison.Ordinal) || header is "Họ và tên" or "Ghi chú" or "Mức xếp loại" or "Loại hình"
            ? 32
            : Math.Max(13, header.Length + 3);

    private static void Fill(TemplateSheet sheet, SheetForm form, int year, TemplateUnit? unit)
    {
        sheet.Row(form.Columns.Select(header => ((string?)header, TemplateLook.Head)));
        sheet.Row(WorkbookExamples.Of(form, year).Select(text => (text, TemplateLook.Example)));
        if (unit is null || form != WorkbookForm.Organizations)
        {
            return;
        }

        Line(sheet, unit.Code, unit.Name, unit.Kind, parent: null);
        foreach (var (code, name, kind) in unit.Below)
        {
            Line(sheet, code, name, kind, unit.Code);
        }
    }

    private static void Line(
        TemplateSheet sheet,
        string code,
        string name,
        Domain.Organizations.OrganizationKind kind,
        string? parent
    ) =>
        sheet.Row(
            new[] { code, name, WorkbookWords.Kinds.NameOf(kind), parent }.Select(text => (text, TemplateLook.OfText(text ?? "")))
        );

    private static void Fill(TemplateSheet sheet, TemplateLists lists)
    {
        for (var row = 0; row < lists.All.Select(list => list.Count).DefaultIfEmpty().Max(); row++)
        {
            sheet.Row(lists.All.Select(list => (list.ElementAtOrDefault(row), TemplateLook.Text)));
        }
    }
}
