using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using TongKet.Web;

namespace TongKet.Reports.WriteDocument;

/// <summary>The foot of a Party document: recipients on the left, who signs on the right. The name is left to the hand.</summary>
internal static class DocxFoot
{
    private const int LinesToSign = 5;

    public static IEnumerable<OpenXmlElement> Of(ReportView view)
    {
        yield return DocxRuns.Line(JustificationValues.Left, 240, 0, keep: true);
        yield return DocxHead.Columns(view.Format, 48, Recipients(view.Format, view.Issuer.Recipients), Signature(view));
    }

    public static IEnumerable<OpenXmlElement> Recipients(DocumentFormat format, IReadOnlyList<string> recipients)
    {
        yield return DocxRuns.Line(
            JustificationValues.Left,
            0,
            0,
            DocxRuns.Run(Words.Get("reports.docx.recipients"), format.HeadSize, underlined: true),
            DocxRuns.Run(":", format.HeadSize)
        );
        for (var i = 0; i < recipients.Count; i++)
        {
            var end = i == recipients.Count - 1 ? "." : ",";
            var text = DocumentText.Committee(format, recipients[i]);
            yield return DocxRuns.Line(JustificationValues.Left, 0, 0, DocxRuns.Run($"- {text}{end}", format.RecipientsSize));
        }
    }

    private static IEnumerable<OpenXmlElement> Signature(ReportView view)
    {
        var size = view.Format.HeadSize;
        if (view.Issuer.SignsFor is { } body)
        {
            var line = Words.Get("reports.docx.signs-for", DocumentText.Upper(DocumentText.Committee(view.Format, body)));
            yield return DocxRuns.Line(JustificationValues.Center, 0, 0, DocxRuns.Run(line, size, bold: true));
        }

        if (view.Issuer.Post is { } post)
        {
            var run = DocxRuns.Run(DocumentText.Upper(post), size, bold: view.Format.PostIsBold);
            yield return DocxRuns.Line(JustificationValues.Center, 0, 0, run);
        }

        for (var i = 0; i < LinesToSign; i++)
        {
            yield return DocxRuns.Line(JustificationValues.Center, 0, 0, DocxRuns.Run("", size));
        }
    }
}
