using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TongKet.Reports.WriteDocument;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>
/// Papers as one document in the format in force on their day. Like a report it names no maker, and each paper begins a
/// page with numbers of its own.
/// </summary>
internal static class PaperDocx
{
    private const string PageNumber = "pageNumber";

    public static byte[] Write(DocumentFormat format, IReadOnlyList<PaperSheet> sheets)
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocxStyles.Of(format);
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = ReportDocx.Settings();
            main.AddNewPart<HeaderPart>(PageNumber).Header = ReportDocx.PageNumber(format);
            var body = new Body();
            for (var i = 0; i < sheets.Count; i++)
            {
                body.Append(Content(format, sheets[i]));
                var section = Section(format);
                body.Append(
                    i == sheets.Count - 1
                        ? section
                        : new Paragraph(
                            new ParagraphProperties(
                                new SpacingBetweenLines { Before = "0", After = "0" },
                                // So small that the end of a paper never makes an empty page.
                                new ParagraphMarkRunProperties(new FontSize { Val = "2" }),
                                section
                            )
                        )
                );
            }

            main.Document = new Document(body);
        }

        return memory.ToArray();
    }

    private static SectionProperties Section(DocumentFormat format)
    {
        var section = DocxSection.Of(format, PageNumber, landscape: false);
        section.Append(new PageNumberType { Start = 1 }, new TitlePage());
        return section;
    }

    private static IEnumerable<OpenXmlElement> Content(DocumentFormat format, PaperSheet sheet) =>
        (sheet.Head is { } head ? DocxHead.Of(head) : []).Concat(sheet.Blocks.SelectMany(block => Of(format, block)));

    private static IEnumerable<OpenXmlElement> Of(DocumentFormat format, PaperBlock block) =>
        block switch
        {
            PaperText text => [Paragraph(text)],
            PaperHeading heading => [DocxRuns.Styled(DocxStyles.Heading(heading.Level), DocxRuns.Run(heading.Text))],
            PaperRoom room => Enumerable.Range(0, room.Lines).Select(_ => DocxRuns.Styled(DocxStyles.Line, DocxRuns.Tab())),
            PaperTable table => Of(format, table),
            PaperSignatures signatures => Of(format, signatures),
            PaperBreak => [new Paragraph(new Run(new Break { Type = BreakValues.Page }))],
            PaperCut => [Cut()],
            _ => throw new NotSupportedException(block.GetType().Name),
        };

    private static Paragraph Paragraph(PaperText text)
    {
        var run = DocxRuns.Run(text.Text, bold: text.IsBold, italic: text.IsItalic);
        if (text.IsCentred)
        {
            return DocxRuns.Line(JustificationValues.Center, 60, 0, keep: true, run);
        }

        var paragraph = DocxRuns.Styled(DocxStyles.Body, run);
        paragraph.ParagraphProperties!.KeepNext = text.StaysWithNext ? new KeepNext() : null;
        if (text.Text.Contains('…', StringComparison.Ordinal))
        {
            // Dots do not break, and a line before them drawn out to the margin is hard to read.
            paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Left });
        }

        return paragraph;
    }

    private static IEnumerable<OpenXmlElement> Of(DocumentFormat format, PaperTable paper)
    {
        var rows = paper.Rows.Select(row => (IReadOnlyList<ReportSpan>)[.. row.Select(cell => new ReportSpan(cell))]);
        var table = new ReportTable(paper.Caption, paper.Columns, [.. rows], null, null);
        if (paper.Caption.Length > 0)
        {
            yield return DocxRuns.Styled(DocxStyles.Caption, DocxRuns.Run(paper.Caption));
        }

        var made = DocxTable.Of(table, TableWidths.Upright(table, format));
        foreach (var row in made.Elements<TableRow>().Skip(1))
        {
            row.TableRowProperties!.Append(
                new TableRowHeight { Val = (uint)DocxMeasure.Twips(paper.RowHeight), HeightType = HeightRuleValues.AtLeast }
            );
        }

        yield return made;
        yield return DocxRuns.Line(JustificationValues.Left, 0, 0, DocxRuns.Run("", 6));
    }

    private static IEnumerable<OpenXmlElement> Of(DocumentFormat format, PaperSignatures signatures)
    {
        yield return DocxRuns.Line(JustificationValues.Left, 120, 0, keep: true);
        yield return DocxHead.Columns(
            format,
            50,
            signatures.Recipients.Count > 0 ? DocxFoot.Recipients(format, signatures.Recipients) : Of(format, signatures.Left),
            Of(format, signatures.Right)
        );
    }

    private static IEnumerable<OpenXmlElement> Of(DocumentFormat format, PaperSignature? signature)
    {
        const int LinesToSign = 4;
        var lines = new List<Run>();
        if (signature?.Body is { } body)
        {
            lines.Add(DocxRuns.Run(body, format.HeadSize, bold: true));
        }

        if (signature?.Post is { } post)
        {
            lines.Add(DocxRuns.Run(post, format.HeadSize, bold: format.PostIsBold || signature.Body is null));
        }

        lines.AddRange(Enumerable.Range(0, LinesToSign).Select(_ => DocxRuns.Run("", format.HeadSize)));
        if (signature?.Name is { } name)
        {
            lines.Add(DocxRuns.Run(name, format.HeadSize, bold: true));
        }

        return lines.Select(run => DocxRuns.Line(JustificationValues.Center, 0, 0, run));
    }

    private static Paragraph Cut()
    {
        var line = DocxRuns.Line(JustificationValues.Left, 0, 0, DocxRuns.Run("", 6));
        line.ParagraphProperties!.InsertAt(
            new ParagraphBorders(
                new BottomBorder
                {
                    Val = BorderValues.Dashed,
                    Size = 6,
                    Space = 1,
                }
            ),
            0
        );
        return line;
    }
}
