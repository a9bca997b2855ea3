using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using TongKet.Domain.Organizations;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Exchange.WriteTemplates;
using TongKet.Tests.Exchange.ReadWorkbook;
using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.WriteTemplates;

public sealed class WorkbookTemplatesTests
{
    private static readonly TemplateUnit Unit = new(
        "A.1",
        "=Đảng bộ xã Một",
        OrganizationKind.GrassrootsPartyOrganization,
        [
            ("A.1.1", "Chi bộ thôn Một", OrganizationKind.SubordinateCell),
            ("A.1.2", "Chi bộ thôn Hai", OrganizationKind.SubordinateCell),
        ]
    );

    [Fact]
    public void An_empty_template_imports_nothing_and_has_no_issue()
    {
        var workbook = Read(WorkbookTemplates.Write(2024), 2024);

        Assert.Empty(workbook.Issues);
        Assert.Equal(WorkbookForm.Sheets.Count, workbook.Sheets.Count);
        Assert.Empty(workbook.Organizations);
        Assert.Empty(workbook.Members);
        Assert.Empty(workbook.Aggregates);
    }

    [Fact]
    public void The_examples_would_be_right_without_their_mark()
    {
        var builder = new WorkbookBuilder(2024).Organization("A", "Đảng bộ xã A", "Đảng bộ cơ sở");
        foreach (var form in WorkbookForm.Sheets)
        {
            object?[] line =
            [
                .. WorkbookExamples
                    .Of(form, 2024)
                    .Select(text => text == WorkbookExamples.Mark ? "1" : text?.Replace("VÍ DỤ ", "")),
            ];
            builder.Line(form, line);
        }

        var workbook = Read(builder.ToBytes(), null);

        Assert.Empty(workbook.Issues);
        Assert.Single(workbook.Members);
        Assert.Single(workbook.Aggregates);
    }

    [Fact]
    public void A_member_written_over_the_example_is_not_lost_without_a_word()
    {
        object?[] line = [.. WorkbookExamples.Of(WorkbookForm.Members, 2024)];
        line[MemberName] = "Trần Thị B";

        var workbook = Read(new WorkbookBuilder(2024).Line(WorkbookForm.Members, line).ToBytes(), 2024);

        Assert.Equal("exchange.row.still-example", Assert.Single(workbook.Issues).Code);
    }

    [Fact]
    public void A_units_template_has_its_lines_and_offers_its_cells()
    {
        var bytes = WorkbookTemplates.Write(2024, Unit);
        var workbook = Read(bytes, 2024);

        Assert.Empty(workbook.Issues);
        Assert.Equal(["A.1", "A.1.1", "A.1.2"], workbook.Organizations.Select(row => row.Code));
        Assert.Equal("=Đảng bộ xã Một", workbook.Organizations[0].Name);
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), false);
        Assert.Contains("A.1.2", TextOf(document, WorkbookReader.ListsSheet), StringComparison.Ordinal);
        Assert.Contains("Chi bộ trực thuộc", TextOf(document, WorkbookReader.ListsSheet), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_is_sound_and_names_nobody()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(WorkbookTemplates.Write(2024, Unit)), false);

        Assert.Empty(
            new OpenXmlValidator()
                .Validate(document, TestContext.Current.CancellationToken)
                .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}")
        );
        Assert.Null(document.CoreFilePropertiesPart);
        Assert.Null(document.ExtendedFilePropertiesPart);
        var validations = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DataValidation>());
        Assert.All(
            validations,
            validation => Assert.DoesNotContain("[exchange", validation.Prompt?.Value ?? "", StringComparison.Ordinal)
        );
        Assert.True(validations.Count(validation => validation.Type?.Value == DataValidationValues.List) >= 9);
    }

    [Fact]
    public void A_folder_gets_one_workbook_a_unit_or_a_general_one()
    {
        var folder = TempFolder.New();

        Assert.Equal(["mau-so-lieu-2024.xlsx"], WorkbookTemplates.WriteFolder(folder, 2024, []).Select(Path.GetFileName));
        var odd = Unit with { Code = "../B 1" };
        Assert.Equal(
            ["A.1-2024.xlsx", "..-B-1-2024.xlsx"],
            WorkbookTemplates.WriteFolder(folder, 2024, [Unit, odd]).Select(Path.GetFileName)
        );
        Assert.Equal(3, Directory.GetFiles(folder).Length);
    }

    [Fact]
    [Trait("part", "documents")]
    public async Task Filled_in_and_saved_by_LibreOffice_it_is_read_with_its_zeros_and_choices()
    {
        var folder = TempFolder.New();
        var path = Path.Combine(folder, "mau.xlsx");
        await File.WriteAllBytesAsync(path, WorkbookTemplates.Write(2024, Unit), TestContext.Current.CancellationToken);

        var saved = await LibreOffice.ConvertAsync(path, "xlsx:Calc MS Excel 2007 XML");

        await using var stream = File.OpenRead(saved);
        var workbook = WorkbookReader.Read(stream, "mau.xlsx", 2024);
        Assert.Empty(workbook.Errors());
        Assert.Equal(["A.1", "A.1.1", "A.1.2"], workbook.Organizations.Select(row => row.Code));
        using var document = SpreadsheetDocument.Open(saved, false);
        var validations = document.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<DataValidation>());
        Assert.True(validations.Count(validation => validation.Type?.Value == DataValidationValues.List) >= 9);
    }

    private const int MemberName = 1;

    private static TongKet.Exchange.ReadWorkbook.Workbook Read(byte[] bytes, int? year) =>
        WorkbookReader.Read(new MemoryStream(bytes), "mau.xlsx", year);

    private static string TextOf(SpreadsheetDocument document, string sheetName)
    {
        var sheet = document.WorkbookPart!.Workbook.Descendants<Sheet>().Single(sheet => sheet.Name == sheetName);
        return ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.InnerText;
    }
}
