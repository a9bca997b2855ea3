using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TongKet.Reports.WriteDocument;

/// <summary>The head of a Party document: who issues it and its number on the left, the Party's name, place and date on the right; under them kind and abstract.</summary>
internal static class DocxHead
{
    private const string RuleIndent = "340";
    private const string AbstractIndent = "850";

    public static IEnumerable<OpenXmlElement> Of(ReportView view)
    {
        yield return Columns(view.Format, 43, Left(view), Right(view));
        yield return DocxRuns.Line(
            JustificationValues.Center,
            360,
            0,
            DocxRuns.Run(DocumentText.Kind, view.Format.KindSize, bold: true)
        );
        yield return DrawnIn(
            DocxRuns.Line(
                JustificationValues.Center,
                0,
                0,
                DocxRuns.Run(DocumentText.Abstract(view), view.Format.AbstractSize, bold: true)
            ),
            AbstractIndent
        );
        yield return DocxRuns.Line(JustificationValues.Center, 0, 120, DocxRuns.Run("-----", view.Format.AbstractSize));
        foreach (var notice in view.Notices.Where(notice => notice != DocumentText.Draft))
        {
            yield return DocxRuns.Styled(DocxStyles.Notice, DocxRuns.Run(notice));
        }
    }

    /// <summary>Two columns without lines, as at the head and at the foot.</summary>
    public static Table Columns(
        DocumentFormat format,
        int leftPercent,
        IEnumerable<OpenXmlElement> left,
        IEnumerable<OpenXmlElement> right
    )
    {
        var whole = DocxMeasure.TextWidth(format);
        var widths = new[] { whole * leftPercent / 100, whole - whole * leftPercent / 100 };
        return new Table(
            new TableProperties(
                new TableWidth { Width = whole.ToString(), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }
                )
            ),
            new TableGrid(widths.Select(width => new GridColumn { Width = width.ToString() })),
            new TableRow(new TableRowProperties(new CantSplit()), Cell(widths[0], left), Cell(widths[1], right))
        );
    }

    private static TableCell Cell(int width, IEnumerable<OpenXmlElement> content)
    {
        var cell = new TableCell(
            new TableCellProperties(new TableCellWidth { Width = width.ToString(), Type = TableWidthUnitValues.Dxa })
        );
        cell.Append(content);
        return cell;
    }

    private static IEnumerable<OpenXmlElement> Left(ReportView view)
    {
        var size = view.Format.HeadSize;
        if (view.Issuer.Superior is { } superior)
        {
            yield return Centred(DocxRuns.Run(DocumentText.Upper(DocumentText.Committee(view, superior)), size));
        }

        yield return Centred(
            DocxRuns.Run(DocumentText.Upper(DocumentText.Committee(view, view.Issuer.Committee)), size, bold: true)
        );
        yield return Centred(DocxRuns.Run("*", size));
        yield return Centred(DocxRuns.Run(DocumentText.Number(view), size));
        if (view.Notices.Contains(DocumentText.Draft, StringComparer.Ordinal))
        {
            yield return DocxRuns.Line(JustificationValues.Center, 120, 0, DocxRuns.Run(DocumentText.Draft, size, bold: true));
        }
    }

    private static IEnumerable<OpenXmlElement> Right(ReportView view)
    {
        var ruled = Centred(DocxRuns.Run(DocumentText.PartyName, view.Format.PartyNameSize, bold: true));
        // The rule under the name is a border: drawn as wide as the letters, whatever the font.
        ruled.ParagraphProperties!.InsertAt(
            new ParagraphBorders(
                new BottomBorder
                {
                    Val = BorderValues.Single,
                    Size = 6,
                    Space = 1,
                }
            ),
            0
        );
        yield return DrawnIn(ruled, RuleIndent);
        yield return DocxRuns.Line(
            JustificationValues.Center,
            160,
            0,
            DocxRuns.Run(DocumentText.PlaceAndDate(view), view.Format.HeadSize, italic: true)
        );
    }

    private static Paragraph DrawnIn(Paragraph paragraph, string twips)
    {
        var look = paragraph.ParagraphProperties!;
        look.InsertAfter(new Indentation { Left = twips, Right = twips }, look.GetFirstChild<SpacingBetweenLines>());
        return paragraph;
    }

    private static Paragraph Centred(Run run) => DocxRuns.Line(JustificationValues.Center, 0, 0, run);
}
