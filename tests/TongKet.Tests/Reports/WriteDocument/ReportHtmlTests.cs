using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using TongKet.Reports;
using TongKet.Reports.WriteDocument;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reports.WriteDocument;

public sealed class ReportHtmlTests(BrowserFixture browser)
{
    private static readonly Uri Address = new("http://127.0.0.1:5080");

    [Fact]
    public void Every_figure_is_a_link_to_its_records_in_the_order_of_the_report()
    {
        var page = Parse(ReportHtml.Write(SampleReport.View, Address));
        var figures = ReportFigures.Of(SampleReport.View);

        Assert.True(figures.Count > 300);
        Assert.Equal(
            figures.Select(figure => (figure.Text, "http://127.0.0.1:5080" + figure.RecordsUrl)),
            page.QuerySelectorAll("main a").Select(link => (link.TextContent, link.GetAttribute("href")!))
        );
    }

    [Fact]
    public void A_served_address_may_have_a_path_of_its_own()
    {
        var page = Parse(ReportHtml.Write(SampleReport.View, new Uri("https://tongket.example.vn/huyen/")));

        Assert.StartsWith(
            "https://tongket.example.vn/huyen/reports/",
            page.QuerySelector("main a")!.GetAttribute("href"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("//evil.example/x")]
    [InlineData("https://evil.example/x")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\\evil.example")]
    public void A_link_never_leads_elsewhere(string records)
    {
        var sentence = new ReportSentence([new ReportSpan("12", "new_member_count", 7, 12, records)]);
        var view = SampleReport.View with { Sections = [new ReportSection(1, "Mục", [sentence])] };

        Assert.Empty(Parse(ReportHtml.Write(view, Address)).QuerySelectorAll("main a"));
    }

    [Fact]
    public void The_page_needs_nothing_from_outside_and_runs_nothing()
    {
        var page = Parse(ReportHtml.Write(SampleReport.View, Address));

        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, form, [src], [onclick], main b b"));
        Assert.Contains(
            "default-src 'none'",
            page.QuerySelector("meta[http-equiv]")!.GetAttribute("content"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("url(", page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("<b>\"&'</b>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(SampleReport.EveryAccent, page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_reads_as_a_document_of_the_Party()
    {
        var page = Parse(ReportHtml.Write(SampleReport.View, Address));

        Assert.Equal("vi", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(
            ["I. Đặc điểm, tình hình", "II. Kết quả thực hiện các nhiệm vụ"],
            page.QuerySelectorAll("h2").Take(2).Select(h => h.TextContent)
        );
        Assert.Contains(
            "@page{size:A4;margin:20mm 15mm 20mm 30mm}",
            page.QuerySelector("style")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(4, page.QuerySelectorAll("table").Length);
        Assert.All(page.QuerySelectorAll("tbody tr"), row => Assert.Single(row.QuerySelectorAll("th[scope=row]")));
        Assert.Equal(
            ["12,1", "11,4", "82,3", "81,9", "5,3", "—", "0,3", "0,5"],
            page.QuerySelectorAll(".bar").Select(bar => bar.TextContent.Trim())
        );
    }

    [Fact]
    [Trait("part", "browser")]
    public async Task The_page_stays_within_a_phone_and_axe_finds_nothing_serious()
    {
        await using var context = await browser.NewContextAsync(BrowserFixture.Phone);
        var page = await context.NewPageAsync();
        await page.SetContentAsync(ReportHtml.Write(SampleReport.View, Address));

        Assert.Equal(390, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await Axe.AssertNothingSeriousAsync(page);
    }

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
