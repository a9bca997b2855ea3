using System.Text;
using TongKet.Domain.Values;

namespace TongKet.Reports.WriteDocument;

/// <summary>A written report: its bytes, what they are to a browser, and a name without spaces or accents for it.</summary>
public sealed record WrittenReport(byte[] Content, string MediaType, string Name);

/// <summary>Writes a report as the kind of file that was asked for, by its ending.</summary>
public sealed class ReportFile(ReportPdf pdf)
{
    /// <param name="ending">«.docx», «.xlsx», «.html» or «.pdf».</param>
    /// <param name="address">Where the program is served, for the links of the .html.</param>
    public async Task<Outcome<WrittenReport>> WriteAsync(ReportView view, string ending, Uri address, CancellationToken cancel)
    {
        switch (ending.ToLowerInvariant())
        {
            case ".docx":
                return Of(
                    view,
                    ReportDocx.Write(view),
                    ending,
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                );
            case ".xlsx":
                return Of(
                    view,
                    ReportXlsx.Write(view),
                    ending,
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                );
            case ".html":
                return Of(view, Encoding.UTF8.GetBytes(ReportHtml.Write(view, address)), ending, "text/html; charset=utf-8");
            case ".pdf":
                var made = await pdf.ConvertAsync(ReportDocx.Write(view), cancel);
                return made.Value is { } bytes
                    ? Of(view, bytes, ending, "application/pdf")
                    : new Outcome<WrittenReport>(null, made.Refusals);
            default:
                return new Refusal("reports.file.unknown-kind", null, ending);
        }
    }

    private static WrittenReport Of(ReportView view, byte[] content, string ending, string mediaType)
    {
        var code = string.Concat(view.OrganizationCode.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' ? c : '-'));
        return new(content, mediaType, $"bao-cao-{code}-{view.AsOf:yyyy-MM-dd}{ending.ToLowerInvariant()}");
    }
}
