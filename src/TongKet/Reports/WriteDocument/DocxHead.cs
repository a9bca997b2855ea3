using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TongKet.Reports.WriteDocument;

/// <summary>What the head of a document says, made ready to be written.</summary>
/// <param name="Number">Null where a paper bears none.</param>
internal sealed record DocumentHead(
    DocumentFormat Format,
    ReportIssuer Issuer,
    string Kind,
    string Abstract,
    string? Number,
    string PlaceAndDate,
    IReadOnlyList<string> Notices,
    bool IsDraft
);

/// <summary>The head of a Party document: who issues it and its number on the left, the Party's name, place and date on the right; under them kind and abstract.</summary>
internal static class DocxHead
{
    private const string RuleIndent = "340";
    private const string AbstractIndent = "850";

    public static IEnumerable<OpenXmlElement> Of(ReportView view) => Of(DocumentText.Head(view));

    public static IEnumerable<OpenXmlElement> Of(DocumentHead head)
    {
        yield return Columns(head.Format, 43, Left(head), Right(head));
        yield return DocxRuns.Line(JustificationValues.Center, 360, 0, DocxRuns.Run(head.Kind, head.Format.KindSize, bold: true));
        yield return DrawnIn(
            DocxRuns.Line(JustificationValues.Center, 0, 0, DocxRuns.Run(head.Abstract, head.Format.AbstractSize, bold: true)),
            AbstractIndent
        );
        yield return DocxRuns.Line(JustificationValues.Center, 0, 120, DocxRuns.Run("-----", head.Format.AbstractSize));
        foreach (var notice in head.Notices)
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

    private static IEnumerable<OpenXmlElement> Left(DocumentHead head)
    {
        var size = head.Format.HeadSize;
        if (head.Issuer.Superior is { } superior)
        {
            yield return Centred(DocxRuns.Run(DocumentText.Upper(DocumentText.Committee(head.Format, superior)), size));
        }

        yield return Centred(
            DocxRuns.Run(DocumentText.Upper(DocumentText.Committee(head.Format, head.Issuer.Committee)), size, bold: true)
        );
        yield return Centred(DocxRuns.Run("*", size));
        if (head.Number is { } number)
        {
            yield return Centred(DocxRuns.Run(number, size));
        }

        if (head.IsDraft)
        {
            yield return DocxRuns.Line(JustificationValues.Center, 120, 0, DocxRuns.Run(DocumentText.Draft, size, bold: true));
        }
    }

    private static IEnumerable<OpenXmlElement> Right(DocumentHead head)
    {
        var ruled = Centred(DocxRuns.Run(DocumentText.PartyName, head.Format.PartyNameSize, bold: true));
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
            DocxRuns.Run(head.PlaceAndDate, head.Format.HeadSize, italic: true)
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
