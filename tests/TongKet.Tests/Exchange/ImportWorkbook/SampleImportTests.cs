using System.Text.Json;
using TongKet.Figures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.ImportWorkbook;

/// <summary>The office's own sample, where it lies beside the project.</summary>
public sealed class SampleImportTests
{
    [Theory, OnBothDatabases]
    public async Task The_sample_is_applied_whole_and_a_second_time_writes_nothing(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var preview = await desk.ImportAsync(Open("son-khe-2023.xlsx"), previewOnly: true);
        Assert.Empty(preview.Errors);
        Assert.False(preview.Applied);
        Assert.Equal(0, await desk.LinesAsync());

        var first = await desk.ImportAsync(Open("son-khe-2023.xlsx"), previewOnly: false);
        Assert.True(first.Applied);
        Assert.Equal((preview.Add, 0, 0), (first.Add, first.Change, first.Same));
        var lines = await desk.LinesAsync();

        var second = await desk.ImportAsync(Open("son-khe-2023.xlsx"), previewOnly: false);
        Assert.Equal((0, 0, first.Add), (second.Add, second.Change, second.Same));
        Assert.Equal(lines, await desk.LinesAsync());
    }

    [Theory, OnBothDatabases]
    public async Task The_expected_figures_come_out(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.ImportAsync(Open("son-khe-2023.xlsx"), previewOnly: false);
        using var expected = JsonDocument.Parse(Open("son-khe-2023.expected.json"));
        var top = expected.RootElement.GetProperty("organization").GetString()!;
        var year = expected.RootElement.GetProperty("year").GetInt32();
        var id = await desk.OrganizationAsync(top);
        var table = await desk.UseAsync<FigureBook, FigureTable?>(book =>
            book.CountAsync(id, year, null, CancellationToken.None)
        );

        foreach (var figure in expected.RootElement.GetProperty("figures").EnumerateObject())
        {
            Assert.Equal((figure.Name, figure.Value.GetDecimal()), (figure.Name, table!.Value(id, figure.Name) ?? -1));
        }
    }

    [Theory, OnBothDatabases]
    public async Task All_ten_errors_are_named_once_and_nothing_is_written(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        using var expected = JsonDocument.Parse(Open("son-khe-2023.errors.json"));

        var result = await desk.ImportAsync(Open("son-khe-2023.errors.xlsx"), previewOnly: false);

        Assert.False(result.Applied);
        Assert.Equal(
            expected
                .RootElement.EnumerateArray()
                .Select(e =>
                    (e.GetProperty("sheet").GetString(), e.GetProperty("row").GetInt32(), e.GetProperty("column").GetString())
                )
                .Order(),
            result.Errors.Select(e => ((string?)e.Sheet, e.Row, (string?)e.Column)).Order()
        );
        Assert.Equal(0, await desk.LinesAsync());
    }

    private static FileStream Open(string name)
    {
        var path = Samples.Find(name);
        Assert.SkipWhen(path is null, "The samples do not lie beside this checkout.");
        return File.OpenRead(path!);
    }
}
