using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Store;
using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ImportWorkbook.Small;

namespace TongKet.Tests.Exchange.ImportWorkbook;

/// <summary>Two imports at once run one after the other, and what changed since a preview is not written unseen.</summary>
public sealed class TwoImportsTests
{
    [Theory, OnBothDatabases]
    public async Task The_same_file_at_once_is_written_once(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var file = World();
        foreach (var n in Enumerable.Range(1, 200))
        {
            file.Member($"Đảng viên {n}", n % 2 == 0 ? "H.1.1" : "H.2").Grade($"Đảng viên {n}", "Hoàn thành tốt nhiệm vụ");
        }

        var bytes = file.ToBytes();
        var results = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => desk.ImportAsync(new MemoryStream(bytes), previewOnly: false)))
        );

        Assert.All(results, result => Assert.True(result.Applied));
        Assert.Equal([0, 0, 0, 405], results.Select(result => result.Add).Order());
        Assert.Equal([0, 405, 405, 405], results.Select(result => result.Same).Order());
        Assert.Equal(200, await desk.LookAsync(s => s.Set<Member>().CountAsync()));
        var lines = await desk.LookAsync(s => s.Set<ChangeLine>().OrderBy(l => l.Seq).ToListAsync());
        Assert.Equal(lines.Count, lines[^1].Seq);
        Assert.Equal(lines.Count, lines.Select(l => (l.Entity, l.RecordId)).Distinct().Count());
    }

    [Theory, OnBothDatabases]
    public async Task What_changed_since_the_preview_is_shown_anew_and_not_written(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World());
        var file = World().Member("Nguyễn Văn An", "H.1.1", "001080000001").Member("Lê Văn Cao", "H.2", "001080000002");
        var preview = await desk.PreviewAsync(file);
        await desk.TakeAsync(new WorkbookBuilder().Member("Lê Văn Cao", "H.2", "001080000002"));

        var refusal = await desk.RefusedAsync(file, expectedPlan: preview.PlanDigest);

        Assert.Equal("exchange.import.changed-since-preview", refusal.Code);
        Assert.Equal(1, await desk.LookAsync(s => s.Set<Member>().CountAsync()));
    }
}
