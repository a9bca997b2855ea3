using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Exchange.ReceiveFolder;
using TongKet.Tests.Exchange.ImportWorkbook;
using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.ReceiveFolder;

/// <summary>A folder of workbooks, one a unit, and the board that it gives.</summary>
public sealed class ReceiveFolderTests
{
    private const string An = "Nguyễn Văn An";

    private static readonly Actor Operator = Actor.Operator("thử");

    [Theory, OnBothDatabases]
    public async Task Each_unit_stands_on_the_board_where_its_file_is(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(Small.World().Organization("H.3", "Chi bộ Trạm", "Chi bộ cơ sở", "H"));
        var folder = TempFolder.New();
        One().Save(Path.Combine(folder, "một.xlsx"));
        Two("H.9").Save(Path.Combine(folder, "hai.xlsx"));
        await File.WriteAllTextAsync(Path.Combine(folder, "~$một.xlsx"), "Excel", TestContext.Current.CancellationToken);

        var files = await ReceiveAsync(desk, folder);

        Assert.Equal(
            [("hai.xlsx", "H.2", BoardState.WithErrors), ("một.xlsx", "H.1", BoardState.Applied)],
            files.Select(f => (f.FileName, f.Unit!, f.State!.Value))
        );
        Assert.Equal([BoardState.Applied, BoardState.WithErrors, BoardState.NotArrived], await BoardAsync(desk));

        Two("H.2").Save(Path.Combine(folder, "hai.xlsx"));
        await ReceiveAsync(desk, folder);
        Assert.Equal([BoardState.Applied, BoardState.Applied, BoardState.NotArrived], await BoardAsync(desk));

        // Sent again, with an error: what was applied stands, and the board says that another file came.
        Two("H.9").Save(Path.Combine(folder, "hai.xlsx"));
        await ReceiveAsync(desk, folder);
        Assert.Equal([BoardState.Applied, BoardState.ChangedSince, BoardState.NotArrived], await BoardAsync(desk));
        Assert.Equal(["H.2 2022-12-31.. BeforeRecords/NotEnded"], await desk.StaysAsync("Lê Văn Cao"));
    }

    [Theory, OnBothDatabases]
    public async Task The_same_folder_again_writes_nothing_and_a_preview_never_does(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(Small.World());
        var folder = TempFolder.New();
        One().Save(Path.Combine(folder, "một.xlsx"));

        var preview = await desk.UseAsync<ReceiveFolderHandler, IReadOnlyList<ReceivedFile>>(h =>
            h.HandleAsync(new(folder, 2023, PreviewOnly: true), Operator, TestContext.Current.CancellationToken)
        );
        Assert.Null(Assert.Single(preview).State);
        Assert.Equal([BoardState.NotArrived, BoardState.NotArrived], await BoardAsync(desk));

        await ReceiveAsync(desk, folder);
        var lines = await desk.LinesAsync();
        var at = await desk.LookAsync(s =>
            s.Set<Delivery>().Where(d => d.FileName == "một.xlsx").Select(d => d.At).SingleAsync()
        );
        var again = Assert.Single(await ReceiveAsync(desk, folder));

        Assert.Equal((BoardState.Applied, null), (again.State, again.Result));
        Assert.Equal(lines, await desk.LinesAsync());
        Assert.Equal(
            at,
            await desk.LookAsync(s => s.Set<Delivery>().Where(d => d.FileName == "một.xlsx").Select(d => d.At).SingleAsync())
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_file_that_needs_one_behind_it_is_tried_again(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var folder = TempFolder.New();
        new WorkbookBuilder().Member(An, "H.1.1").Save(Path.Combine(folder, "a.xlsx"));
        Small.World().Save(Path.Combine(folder, "b.xlsx"));

        var files = await ReceiveAsync(desk, folder);

        Assert.All(files, file => Assert.True(file.Result is { Applied: true }));
        Assert.Equal(["H.1.1 2022-12-31.. BeforeRecords/NotEnded"], await desk.StaysAsync(An));
    }

    [Theory, OnBothDatabases]
    public async Task A_file_of_a_foreign_unit_leaves_no_mark_on_its_board(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(Small.World());
        var result = await desk.ApplyAsync(Two("H.2"), Actors.Office(await desk.OrganizationAsync("H.1")));

        Assert.NotEmpty(result.Errors);
        Assert.Equal([BoardState.NotArrived, BoardState.NotArrived], await BoardAsync(desk));
        var organization = await desk.OrganizationAsync("H");
        Assert.Null(
            await desk.UseAsync<DeliveryBoardQuery, BoardView?>(q =>
                q.AskAsync(Actors.Office(organization + 1_000_000), organization, 2023, TestContext.Current.CancellationToken)
            )
        );
    }

    private static WorkbookBuilder One() =>
        new WorkbookBuilder()
            .Organization("H.1", "Đảng bộ xã Một", "Đảng bộ cơ sở", null, "Xã", 2, Small.Day(1990, 3, 1))
            .Member(An, "H.1.1", "001080000001");

    private static WorkbookBuilder Two(string cell) =>
        new WorkbookBuilder()
            .Organization("H.2", "Chi bộ Trường học", "Chi bộ cơ sở", null, "Trường", 5, Small.Day(1990, 3, 1))
            .Member("Lê Văn Cao", cell, "001080000002")
            .Sheet(WorkbookForm.Members, sheet => sheet.IsKept = true);

    private static Task<IReadOnlyList<ReceivedFile>> ReceiveAsync(ImportDesk desk, string folder) =>
        desk.UseAsync<ReceiveFolderHandler, IReadOnlyList<ReceivedFile>>(h =>
            h.HandleAsync(new(folder, 2023, PreviewOnly: false), Operator, TestContext.Current.CancellationToken)
        );

    private static async Task<IEnumerable<BoardState>> BoardAsync(ImportDesk desk)
    {
        var organization = await desk.OrganizationAsync("H");
        var board = await desk.UseAsync<DeliveryBoardQuery, BoardView?>(q =>
            q.AskAsync(Operator, organization, 2023, TestContext.Current.CancellationToken)
        );
        return board!.Lines.Select(line => line.State);
    }
}
