using System.Text;
using System.Text.Json;
using ExcelDataReader;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Tests.Exchange.ReadWorkbook;

/// <summary>The office's sample, where it lies beside the project.</summary>
public sealed class SampleTests(ITestOutputHelper output)
{
    private static readonly string[] NeedTheDatabase = ["no such organization"];

    [Fact]
    public void The_sample_reads_without_an_error_or_a_warning()
    {
        using var file = File.OpenRead(Sample("*-2023.xlsx"));

        var workbook = WorkbookReader.Read(file, "sample.xlsx", null);

        Assert.Null(workbook.Refused);
        Assert.Empty(workbook.Issues);
        Assert.Equal(2023, workbook.Year);
        Assert.Equal(339, workbook.Organizations.Count);
        Assert.Equal(4985, workbook.Members.Count);
        Assert.Equal(4872, workbook.MemberGrades.Count);
        Assert.Equal(338, workbook.OrganizationGrades.Count);
        Assert.Equal(5, workbook.Targets.Count);
        Assert.All(
            workbook.Members,
            member => Assert.True(member is { CitizenId.Length: 12, Born: not null, FullName: not null })
        );
        Assert.All(workbook.Members, member => Assert.True(member.FullName!.IsNormalized()));
    }

    [Fact]
    public void Of_the_ten_errors_those_that_need_no_database_are_named_at_their_cells_and_nothing_else()
    {
        using var file = File.OpenRead(Sample("*.errors.xlsx"));
        using var json = JsonDocument.Parse(File.ReadAllText(Sample("*.errors.json")));
        var expected = json
            .RootElement.EnumerateArray()
            .Where(error => !NeedTheDatabase.Contains(error.GetProperty("why").GetString()))
            .Select(error =>
                (
                    error.GetProperty("sheet").GetString()!,
                    error.GetProperty("row").GetInt32(),
                    error.GetProperty("column").GetString()!
                )
            )
            .ToHashSet();

        var workbook = WorkbookReader.Read(file, "errors.xlsx", null);

        Assert.Equal(9, expected.Count);
        Assert.Equal(expected, workbook.Issues.Select(issue => (issue.Sheet, issue.Row, issue.Column)).ToHashSet());
        Assert.Equal(9, workbook.Issues.Count);
        Assert.Equal(2023, workbook.Year);
    }

    /// <summary>Time is for the bench; what is allocated is the same in every run.</summary>
    [Fact]
    public void Reading_with_all_checks_stays_close_to_only_reading_the_cells()
    {
        var bytes = File.ReadAllBytes(Sample("*-2023.xlsx"));
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bare = Allocated(() => ReadCells(bytes));
        var whole = Allocated(() => WorkbookReader.Read(new MemoryStream(bytes), "sample.xlsx", null));

        output.WriteLine($"cells {bare / 1e6:0.0} MB, with checks {whole / 1e6:0.0} MB");
        Assert.True(whole < bare * 1.5, $"{whole / (double)bare:0.00} times");
    }

    private static long Allocated(Action run)
    {
        run();
        var before = GC.GetAllocatedBytesForCurrentThread();
        run();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void ReadCells(byte[] bytes)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        do
        {
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    reader.GetValue(i);
                }
            }
        } while (reader.NextResult());
    }

    private static string Sample(string pattern)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "shared", "samples");
            if (Directory.Exists(samples))
            {
                return Directory
                    .GetFiles(samples, pattern)
                    .Single(path => pattern.Contains("errors") == path.Contains(".errors."));
            }
        }

        Assert.Skip("No samples beside the project");
        return "";
    }
}
