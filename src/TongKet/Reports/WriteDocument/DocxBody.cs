using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using TongKet.Web;

namespace TongKet.Reports.WriteDocument;

/// <summary>The text of the report between head and foot. A table too wide for upright paper gets pages of its own, across.</summary>
internal sealed class DocxBody(ReportView view, MainDocumentPart part, string pageNumber)
{
    private const int LinesOfRoom = 4;

    private readonly List<OpenXmlElement> content = [];
    private int charts;
    private bool hasSections;

    /// <summary>The content; the properties of its last section are <see cref="LastSection"/>.</summary>
    public IReadOnlyList<OpenXmlElement> Write()
    {
        content.AddRange(DocxHead.Of(view));
        var headings = NumberedHeadings.Of(view.Sections);
        for (var i = 0; i < view.Sections.Count; i++)
        {
            content.Add(DocxRuns.Styled(DocxStyles.Heading(view.Sections[i].Level), DocxRuns.Run(headings[i])));
            foreach (var block in view.Sections[i].Blocks)
            {
                Write(block);
            }
        }

        if (view.Format.EndsWithSlashMark)
        {
            EndWithSlashMark();
        }

        content.AddRange(DocxFoot.Of(view));
        return content;
    }

    public SectionProperties LastSection() => Section(landscape: false);

    private void Write(ReportBlock block)
    {
        switch (block)
        {
            case ReportSentence sentence:
                content.Add(DocxRuns.Styled(DocxStyles.Body, [.. sentence.Spans.Select(span => DocxRuns.Run(span.Text))]));
                break;
            case ReportRoom room:
                Write(room);
                break;
            case ReportTable table:
                Write(table);
                break;
            case ReportChart chart:
                content.Add(DocxChart.Of(part, view.Format, chart, ++charts));
                content.Add(
                    DocxRuns.Styled(DocxStyles.ChartCaption, DocxRuns.Run(Words.Get("reports.docx.chart", chart.Caption)))
                );
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    private void Write(ReportRoom room)
    {
        content.Add(DocxRuns.Styled(DocxStyles.Body, DocxRuns.Run(room.Prompt, italic: true)));
        for (var i = 0; i < LinesOfRoom; i++)
        {
            content.Add(DocxRuns.Styled(DocxStyles.Line, DocxRuns.Tab()));
        }
    }

    private void Write(ReportTable table)
    {
        var widths = TableWidths.Of(table, view.Format);
        if (widths.IsLandscape)
        {
            EndSection(landscape: false);
        }

        content.Add(DocxRuns.Styled(DocxStyles.Caption, DocxRuns.Run(table.Caption)));
        content.Add(DocxTable.Of(table, widths));
        // Word joins two tables that touch; a note, or at least an empty line, keeps them apart.
        content.Add(
            table.Note is { } note
                ? DocxRuns.Styled(DocxStyles.Note, DocxRuns.Run(note))
                : DocxRuns.Line(JustificationValues.Left, 0, 0, DocxRuns.Run("", 6))
        );
        if (widths.IsLandscape)
        {
            EndSection(landscape: true);
        }
    }

    private void EndSection(bool landscape)
    {
        content.Add(
            new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0" }, Section(landscape)))
        );
    }

    private SectionProperties Section(bool landscape)
    {
        var section = DocxSection.Of(view.Format, pageNumber, landscape);
        // The first page of the document bears no number.
        if (!hasSections)
        {
            section.Append(new TitlePage());
        }

        hasSections = true;
        return section;
    }

    private void EndWithSlashMark()
    {
        var last = view.Sections.SelectMany(section => section.Blocks).LastOrDefault();
        if (last is ReportSentence && content[^1].Descendants<Text>().LastOrDefault() is { } text)
        {
            text.Text = text.Text.TrimEnd('.', ' ') + "./.";
        }
        else
        {
            content.Add(DocxRuns.Styled(DocxStyles.Body, DocxRuns.Run("./.")));
        }
    }
}
