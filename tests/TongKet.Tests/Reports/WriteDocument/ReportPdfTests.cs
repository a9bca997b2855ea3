using System.Text;
using TongKet.Reports.WriteDocument;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reports.WriteDocument;

public sealed class ReportPdfTests
{
    [Fact]
    [Trait("part", "documents")]
    public async Task The_document_becomes_a_pdf_that_names_nobody()
    {
        byte[] bytes;
        using (var pdf = new ReportPdf())
        {
            var docx = ReportDocx.Write(SampleReport.View);
            // Both at once: the second waits for the first.
            var made = await Task.WhenAll(
                pdf.ConvertAsync(docx, TestContext.Current.CancellationToken),
                pdf.ConvertAsync(docx, TestContext.Current.CancellationToken)
            );
            Assert.All(made, outcome => Assert.True(outcome.IsDone));
            bytes = made[1].Value!;
        }

        var file = Path.Combine(TempFolder.New(), "report.pdf");
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        var raw = Encoding.Latin1.GetString(bytes);

        Assert.Contains("HUYỆN ỦY MƯỜNG THƯỢNG", await LibreOffice.PdfTextAsync(file), StringComparison.Ordinal);
        Assert.DoesNotContain("/Author", raw, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), raw, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_LibreOffice_it_says_so()
    {
        using var pdf = new ReportPdf(null, TimeSpan.FromSeconds(1));
        var answer = await new ReportFile(pdf).WriteAsync(
            SampleReport.View,
            ".pdf",
            new Uri("http://127.0.0.1:5080"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal("reports.pdf.not-installed", Assert.Single(answer.Refusals).Code);
    }

    [Fact]
    public async Task A_conversion_that_hangs_is_ended_within_its_limit()
    {
        var program = Script("sleep 600");
        using var pdf = new ReportPdf(program, TimeSpan.FromMilliseconds(300));

        var answer = await pdf.ConvertAsync([], TestContext.Current.CancellationToken);

        Assert.Equal("reports.pdf.too-slow", Assert.Single(answer.Refusals).Code);
    }

    [Fact]
    public async Task A_conversion_that_fails_is_refused_and_the_next_one_still_runs()
    {
        using var pdf = new ReportPdf(Script("echo trouble >&2; exit 1"), TimeSpan.FromSeconds(30));

        Assert.Equal("reports.pdf.failed", (await pdf.ConvertAsync([], TestContext.Current.CancellationToken)).Refusals[0].Code);
        Assert.Equal("reports.pdf.failed", (await pdf.ConvertAsync([], TestContext.Current.CancellationToken)).Refusals[0].Code);
    }

    [Fact]
    public async Task It_works_in_a_home_of_its_own_and_leaves_nothing_behind()
    {
        var note = Path.Combine(TempFolder.New(), "home");
        using (var pdf = new ReportPdf(Script($"echo \"$HOME\" > '{note}'; exit 1"), TimeSpan.FromSeconds(30)))
        {
            await pdf.ConvertAsync([1], TestContext.Current.CancellationToken);
            var home = (await File.ReadAllTextAsync(note, TestContext.Current.CancellationToken)).Trim();
            Assert.StartsWith(Path.Combine(Path.GetTempPath(), "tongket-pdf-"), home, StringComparison.Ordinal);
            Assert.Empty(Directory.GetFiles(home, "*", SearchOption.AllDirectories));
        }

        Assert.False(Directory.Exists((await File.ReadAllTextAsync(note, TestContext.Current.CancellationToken)).Trim()));
    }

    [Theory]
    [InlineData(".docx", "bao-cao-MT-2023-12-31.docx")]
    [InlineData(".XLSX", "bao-cao-MT-2023-12-31.xlsx")]
    [InlineData(".html", "bao-cao-MT-2023-12-31.html")]
    public async Task The_ending_chooses_the_kind_of_file(string ending, string name)
    {
        using var pdf = new ReportPdf(null, TimeSpan.FromSeconds(1));
        var file = await new ReportFile(pdf).WriteAsync(
            SampleReport.View,
            ending,
            new("http://a/"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(name, file.Value!.Name);
        Assert.NotEmpty(file.Value.Content);
    }

    [Fact]
    public async Task An_unknown_ending_is_refused()
    {
        using var pdf = new ReportPdf(null, TimeSpan.FromSeconds(1));
        var file = await new ReportFile(pdf).WriteAsync(
            SampleReport.View,
            ".doc",
            new("http://a/"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal("reports.file.unknown-kind", Assert.Single(file.Refusals).Code);
    }

    private static string Script(string command)
    {
        var file = Path.Combine(TempFolder.New(), "soffice");
        File.WriteAllText(file, $"#!/bin/sh\n{command}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return file;
    }
}
