using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ImportWorkbook.OrganizationImportTests;
using static TongKet.Tests.Exchange.ImportWorkbook.Small;

namespace TongKet.Tests.Exchange.ImportWorkbook;

/// <summary>Who may import what: every organization that a file touches lies in his scope.</summary>
public sealed class ImportScopeTests
{
    private const string An = "Nguyễn Văn An";

    [Theory, OnBothDatabases]
    public async Task An_office_imports_its_own_and_what_it_brings_in_below(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World());
        var office = Actors.Office(await desk.OrganizationAsync("H.1"));
        var own = new WorkbookBuilder()
            .Organization("H.1", "Đảng bộ xã Một", "Đảng bộ cơ sở", null, "Xã", 2, Day(1990, 3, 1))
            .Organization("H.1.9", "Chi bộ thôn Chín", "Chi bộ trực thuộc", "H.1", order: 9)
            .Member(An, "H.1.9")
            .Grade(An, "Hoàn thành tốt nhiệm vụ")
            .Target("CT1", "H.1.9", 1);

        var result = await desk.ApplyAsync(own, office);

        Assert.Empty(result.Errors);
        Assert.Equal((4, 0, 1), (result.Add, result.Change, result.Same));
    }

    [Theory, OnBothDatabases]
    public async Task What_lies_outside_is_refused_cell_by_cell_and_nothing_is_written(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World());
        var lines = await desk.LinesAsync();
        var foreign = new WorkbookBuilder()
            .Organization("H.2", "Chi bộ của người khác", "Chi bộ cơ sở")
            .Member(An, "H.2")
            .Member("Lê Văn Cao", "H.1.1")
            .Target("CT1", "H", 1)
            .OrganizationGrade("H.2", "Hoàn thành tốt nhiệm vụ");

        var result = await desk.ApplyAsync(foreign, Actors.Office(await desk.OrganizationAsync("H.1")));

        Assert.Equal(
            [
                ("Tổ chức", 2, "Mã tổ chức", "exchange.import.outside-scope"),
                ("Đảng viên", 2, "Mã chi bộ", "exchange.import.outside-scope"),
                ("Xếp loại tổ chức", 2, "Mã tổ chức", "exchange.import.outside-scope"),
                ("Chỉ tiêu", 2, "Mã tổ chức", "exchange.import.outside-scope"),
            ],
            Named(result.Errors)
        );
        Assert.Equal(lines, await desk.LinesAsync());
    }

    [Theory, OnBothDatabases]
    public async Task A_new_top_is_the_operators_alone(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World());
        var result = await desk.ApplyAsync(
            new WorkbookBuilder().Organization("K", "Đảng bộ huyện Khác", "Đảng bộ huyện"),
            Actors.Office(await desk.OrganizationAsync("H.1"))
        );

        Assert.Equal([("Tổ chức", 2, "Mã cấp trên", "exchange.import.new-top")], Named(result.Errors));
    }

    [Theory, OnBothDatabases]
    public async Task A_member_who_stands_elsewhere_is_not_taken_from_there_and_his_grade_not_found(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.2", "001080000001"));
        var office = Actors.Office(await desk.OrganizationAsync("H.1"));

        var taken = await desk.ApplyAsync(
            new WorkbookBuilder().Member(
                An,
                "H.1.1",
                "001080000001",
                howIn: "Chuyển đến",
                cameOn: Day(2023, 5, 1),
                place: "Trường"
            ),
            office
        );
        var graded = await desk.ApplyAsync(
            new WorkbookBuilder().Grade("001080000001", "Hoàn thành tốt nhiệm vụ", cell: "H.1.1"),
            office
        );

        Assert.Equal([("Đảng viên", 2, "Số CCCD", "exchange.import.member-outside-scope")], Named(taken.Errors));
        Assert.Equal([("Xếp loại đảng viên", 2, "Số CCCD", "exchange.import.grade-of-nobody")], Named(graded.Errors));
        Assert.Equal(["H.2 2022-12-31.. BeforeRecords/NotEnded"], await desk.StaysAsync(An));
    }

    [Theory, OnBothDatabases]
    public async Task A_move_across_the_scope_is_sent_by_each_side_and_stays_unlinked(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.2", "001080000001"));
        var (one, other) = (
            Actors.Office(await desk.OrganizationAsync("H.2")),
            Actors.Office(await desk.OrganizationAsync("H.1"))
        );

        Assert.True(
            (
                await desk.ApplyAsync(
                    new WorkbookBuilder().Member(
                        An,
                        "H.2",
                        "001080000001",
                        state: "Chuyển đi",
                        stateOn: Day(2023, 5, 1),
                        place: "H.1.1"
                    ),
                    one
                )
            ).Applied
        );
        Assert.Equal(["H.2 2022-12-31..2023-05-01 BeforeRecords/TransferredOut"], await desk.StaysAsync(An));

        Assert.True(
            (
                await desk.ApplyAsync(
                    new WorkbookBuilder().Member(
                        An,
                        "H.1.1",
                        "001080000001",
                        howIn: "Chuyển đến",
                        cameOn: Day(2023, 5, 1),
                        place: "H.2"
                    ),
                    other
                )
            ).Applied
        );
        Assert.Equal(
            ["H.2 2022-12-31..2023-05-01 BeforeRecords/TransferredOut", "H.1.1 2023-05-01.. TransferredIn/NotEnded"],
            await desk.StaysAsync(An)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Who_has_no_part_in_importing_is_refused(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World());
        var refusal = await desk.RefusedAsync(World(), Actors.Leader(await desk.OrganizationAsync("H")));

        Assert.Equal("exchange.import.not-allowed", refusal.Code);
    }
}
