using TongKet.Web;

namespace TongKet.Reports.WriteDocument;

/// <summary>
/// The report as one page that needs nothing from outside and runs nothing. Every figure is a link to its records on the
/// served address, which asks who is there before it shows them.
/// </summary>
public static class ReportHtml
{
    public static string Write(ReportView view, Uri address)
    {
        var html = new HtmlText();
        var page = new HtmlBlocks(html, address);
        WriteStart(html, view);
        WriteHead(html, view);
        var headings = NumberedHeadings.Of(view.Sections);
        for (var i = 0; i < view.Sections.Count; i++)
        {
            html.Element("h" + (Math.Clamp(view.Sections[i].Level, 1, 3) + 1), headings[i]);
            foreach (var block in view.Sections[i].Blocks)
            {
                page.Write(block);
            }
        }

        WriteFoot(html, view);
        return html.Raw("</main></body></html>\n").ToString();
    }

    private static void WriteStart(HtmlText html, ReportView view)
    {
        html.Raw(
                """
                <!DOCTYPE html>
                <html lang="vi"><head><meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="no-referrer">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">

                """
            )
            .Element("title", $"{Words.Get("reports.docx.kind")}: {DocumentText.Abstract(view)} - {view.OrganizationName}")
            .Raw("<style>")
            .Raw(HtmlStyle.Of(view.Format))
            .Raw("</style></head>\n<body><main>\n")
            .Element("p", Words.Get("reports.html.sign-in"), "hint");
    }

    private static void WriteHead(HtmlText html, ReportView view)
    {
        html.Raw("<div class=\"head columns\"><div class=\"centre\">\n");
        if (view.Issuer.Superior is { } superior)
        {
            html.Element("p", DocumentText.Committee(view.Format, superior), "caps");
        }

        html.Raw("<p class=\"caps\">")
            .Element("b", DocumentText.Committee(view.Format, view.Issuer.Committee))
            .Raw("</p><p>*</p>\n");
        html.Element("p", DocumentText.Number(view));
        if (view.Notices.Contains(DocumentText.Draft, StringComparer.Ordinal))
        {
            html.Element("p", DocumentText.Draft, "draft");
        }

        html.Raw("</div><div class=\"centre\">\n<p>").Element("span", DocumentText.PartyName, "party").Raw("</p>\n");
        html.Element("p", DocumentText.PlaceAndDate(view), "date").Raw("</div></div>\n");
        html.Element("p", DocumentText.Kind, "kind centre caps").Raw("<h1 class=\"centre\">").Text(DocumentText.Abstract(view));
        html.Raw("</h1>\n<p class=\"centre hyphens\" aria-hidden=\"true\">-----</p>\n");
        foreach (var notice in view.Notices.Where(notice => notice != DocumentText.Draft))
        {
            html.Element("p", notice, "notice");
        }
    }

    private static void WriteFoot(HtmlText html, ReportView view)
    {
        html.Raw("<div class=\"foot columns\"><div><p><u>").Text(Words.Get("reports.docx.recipients")).Raw("</u>:</p><ul>\n");
        for (var i = 0; i < view.Issuer.Recipients.Count; i++)
        {
            var end = i == view.Issuer.Recipients.Count - 1 ? "." : ",";
            html.Element("li", $"- {DocumentText.Committee(view.Format, view.Issuer.Recipients[i])}{end}");
        }

        html.Raw("</ul></div><div class=\"centre sign\">\n");
        if (view.Issuer.SignsFor is { } body)
        {
            html.Element("p", Words.Get("reports.docx.signs-for", DocumentText.Committee(view.Format, body)), "caps");
        }

        if (view.Issuer.Post is { } post)
        {
            html.Element("p", post, view.Format.PostIsBold ? "caps" : "post caps");
        }

        html.Raw("</div></div>\n");
    }
}
