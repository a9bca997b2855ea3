using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TongKet.Reports.WriteDocument;

/// <summary>
/// The report as a document of the Party in the format in force on the day of signing. It holds what the view holds and
/// nothing else: no properties are written, and Word is told to add no person when it saves.
/// </summary>
public static class ReportDocx
{
    public static byte[] Write(ReportView view)
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocxStyles.Of(view.Format);
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings();
            main.AddNewPart<HeaderPart>("pageNumber").Header = PageNumber(view.Format);
            var body = new DocxBody(view, main, "pageNumber");
            main.Document = new Document(new Body(body.Write()));
            main.Document.Body!.Append(body.LastSection());
        }

        return memory.ToArray();
    }

    internal static Settings Settings() =>
        new(
            new RemovePersonalInformation(),
            new RemoveDateAndTime(),
            new DefaultTabStop { Val = 567 },
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new ThemeFontLanguages { Val = "vi-VN" },
            new DecimalSymbol { Val = "," },
            new ListSeparator { Val = ";" }
        );

    internal static Header PageNumber(DocumentFormat format) =>
        new(
            DocxRuns.Line(
                JustificationValues.Center,
                0,
                0,
                new SimpleField(DocxRuns.Run("2", format.HeadSize)) { Instruction = "PAGE" }
            )
        );
}
