using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ImportWorkbook.OrganizationImportTests;
using static TongKet.Tests.Exchange.ImportWorkbook.Small;
using static TongKet.Tests.Exchange.ImportWorkbook.StayImportTests;

namespace TongKet.Tests.Exchange.ImportWorkbook;

/// <summary>What a second workbook makes of members that the first brought in (decision 5).</summary>
public sealed class LaterWorkbookTests
{
    private const string An = "Nguyễn Văn An";
    private const string Before = "H.1.1 2022-12-31.. BeforeRecords/NotEnded";

    [Theory, OnBothDatabases]
    public async Task A_known_member_is_left_where_he_is(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1"));
        await AssertSameAgainAsync(desk, World(2024).Member(An, "H.1.1"));

        Assert.Equal([Before], await desk.StaysAsync(An));
    }

    [Theory, OnBothDatabases]
    public async Task A_member_missing_from_the_file_ends_nothing_and_is_listed_once_with_a_masked_name(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1").Member("Trần Thị Bích", "H.1.1", sex: "Nữ").Member("Lê Văn Cao", "H.2"));
        // A file of one cell: who stands elsewhere is not missing from it.
        var unit = new WorkbookBuilder(2024).Member(An, "H.1.1");

        var result = await desk.TakeAsync(unit);

        var warning = Assert.Single(result.Warnings, w => w.Code == "exchange.import.members-missing");
        Assert.Contains("1 đảng viên", warning.Message, StringComparison.Ordinal);
        Assert.Contains("T. T. B.", warning.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Bích", warning.Message, StringComparison.Ordinal);
        Assert.Equal([Before], await desk.StaysAsync("Trần Thị Bích"));
    }

    [Theory, OnBothDatabases]
    public async Task A_new_cell_with_a_day_ends_the_old_stay_that_day(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", post: "Bí thư"));
        var moved = World(2024).Member(An, "H.2", howIn: "Chuyển đến", cameOn: Day(2024, 4, 1), place: "Nơi khác");
        var result = await desk.TakeAsync(moved);

        Assert.Equal((0, 1), (result.Add, result.Change));
        Assert.Equal(
            ["H.1.1 2022-12-31..2024-04-01 BeforeRecords/TransferredOut", "H.2 2024-04-01.. TransferredIn/NotEnded"],
            await desk.StaysAsync(An)
        );
        // The register knows better than the words where he came from; and he left his post behind.
        var stays = await desk.LookAsync(s => s.Set<Stay>().OrderBy(x => x.FromOn).ToListAsync());
        Assert.Equal(
            (stays[1].CellId, stays[0].CellId, null),
            (stays[0].WentToId!.Value, stays[1].CameFromId!.Value, stays[1].CameFromText)
        );
        Assert.Equal(Day(2024, 4, 1), await desk.LookAsync(s => s.Set<MemberPost>().Select(p => p.ToOn).SingleAsync()));
        await AssertSameAgainAsync(desk, moved);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_cell_without_a_day_is_an_error(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1"));
        var result = await desk.ApplyAsync(World(2024).Member(An, "H.2"));

        Assert.Equal([("Đảng viên", 2, "Ngày tăng", "exchange.import.cell-without-day")], Named(result.Errors));
        Assert.Equal([Before], await desk.StaysAsync(An));
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_still_there_cannot_be_admitted_again(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1"));
        var result = await desk.ApplyAsync(World(2024).Member(An, "H.2", howIn: "Phục hồi", cameOn: Day(2024, 4, 1)));

        Assert.Equal([("Đảng viên", 2, "Hình thức tăng", "exchange.import.still-there")], Named(result.Errors));
    }

    [Theory, OnBothDatabases]
    public async Task Who_left_comes_back_only_with_a_way_and_a_day(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", state: "Xóa tên", stateOn: Day(2023, 6, 1)));

        var silent = await desk.ApplyAsync(World(2024).Member(An, "H.1.1"));
        Assert.Equal([("Đảng viên", 2, "Hình thức tăng", "exchange.import.back-without-way")], Named(silent.Errors));

        await desk.TakeAsync(World(2024).Member(An, "H.1.1", howIn: "Phục hồi", cameOn: Day(2024, 2, 1)));
        Assert.Equal(
            ["H.1.1 2022-12-31..2023-06-01 BeforeRecords/StruckOff", "H.1.1 2024-02-01.. Restored/NotEnded"],
            await desk.StaysAsync(An)
        );
    }

    [Theory, OnBothDatabases]
    public async Task The_line_of_a_past_year_left_in_a_later_file_changes_nothing(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var dead = World()
            .Member(An, "H.1.1", state: "Từ trần", stateOn: Day(2023, 6, 1))
            .Member("Trần Văn Bình", "H.1.1", howIn: "Kết nạp", cameOn: Day(2023, 5, 19));
        await desk.TakeAsync(dead);
        await AssertSameAgainAsync(
            desk,
            World(2024)
                .Member(An, "H.1.1", state: "Từ trần", stateOn: Day(2023, 6, 1))
                .Member("Trần Văn Bình", "H.1.1", howIn: "Kết nạp", cameOn: Day(2023, 5, 19))
        );
    }

    [Theory, OnBothDatabases]
    public async Task An_end_that_this_years_own_file_gave_by_mistake_is_taken_back(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", state: "Từ trần", stateOn: Day(2023, 6, 1)));
        await desk.TakeAsync(World().Member(An, "H.1.1"));

        Assert.Equal([Before], await desk.StaysAsync(An));
    }

    [Theory, OnBothDatabases]
    public async Task A_day_mended_in_the_same_years_file_mends_both_ends_of_a_move(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.2", howIn: "Chuyển đến", cameOn: Day(2023, 7, 1), place: "H.1.1"));
        await desk.TakeAsync(World().Member(An, "H.2", howIn: "Chuyển đến", cameOn: Day(2023, 7, 15), place: "H.1.1"));
        Assert.Equal(
            ["H.1.1 2022-12-31..2023-07-15 BeforeRecords/TransferredOut", "H.2 2023-07-15.. TransferredIn/NotEnded"],
            await desk.StaysAsync(An)
        );

        await desk.TakeAsync(World().Member(An, "H.1.1", state: "Chuyển đi", stateOn: Day(2023, 7, 20), place: "H.2"));
        Assert.Equal(
            ["H.1.1 2022-12-31..2023-07-20 BeforeRecords/TransferredOut", "H.2 2023-07-20.. TransferredIn/NotEnded"],
            await desk.StaysAsync(An)
        );
    }

    [Theory, OnBothDatabases]
    public async Task An_earlier_years_file_that_comes_later_carries_a_stay_back(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(
            World(2024)
                .Member(An, "H.1.1")
                .Member("Trần Văn Bình", "H.2", howIn: "Chuyển đến", cameOn: Day(2024, 3, 1), place: "Nơi khác")
        );
        await desk.TakeAsync(World(2023).Member(An, "H.1.1").Member("Trần Văn Bình", "H.1.1"));

        Assert.Equal([Before], await desk.StaysAsync(An));
        Assert.Equal(
            ["H.1.1 2022-12-31..2024-03-01 BeforeRecords/TransferredOut", "H.2 2024-03-01.. TransferredIn/NotEnded"],
            await desk.StaysAsync("Trần Văn Bình")
        );
    }

    [Theory, OnBothDatabases]
    public async Task Two_units_that_send_each_its_half_of_a_move_make_one_move(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World());
        await desk.TakeAsync(
            new WorkbookBuilder().Member(
                An,
                "H.1.1",
                "001080000001",
                state: "Chuyển đi",
                stateOn: Day(2023, 7, 1),
                place: "Trường học"
            )
        );
        await desk.TakeAsync(
            new WorkbookBuilder().Member(
                An,
                "H.2",
                "001080000001",
                howIn: "Chuyển đến",
                cameOn: Day(2023, 7, 1),
                place: "Thôn Một"
            )
        );

        var stays = await desk.LookAsync(s => s.Set<Stay>().OrderBy(x => x.FromOn).ToListAsync());
        Assert.Equal(2, stays.Count);
        Assert.Equal((stays[1].CellId, stays[0].CellId), (stays[0].WentToId!.Value, stays[1].CameFromId!.Value));

        // The first unit sends its file again: he is not called back.
        var again = await desk.TakeAsync(new WorkbookBuilder().Member(An, "H.1.1", "001080000001"));
        Assert.Contains(again.Warnings, w => w.Code == "exchange.import.moved-on");
        Assert.Equal((0, 0, 1), (again.Add, again.Change, again.Same));
    }

    [Theory, OnBothDatabases]
    public async Task A_changed_record_is_a_change_and_an_empty_cell_takes_nothing_away(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", record: "000777LL"));
        var result = await desk.TakeAsync(
            World(2024)
                .Member(An, "H.1.1", record: "")
                .Set(WorkbookForm.Members, 2, "Nghề nghiệp", "Hưu trí")
                .Set(WorkbookForm.Members, 2, "Quê quán", null)
        );

        Assert.Equal((0, 1), (result.Add, result.Change));
        var member = await desk.LookAsync(s => s.Set<Member>().SingleAsync());
        Assert.Equal(("Hưu trí", "Xã A", "000777LL"), (member.Occupation, member.HomePlace, member.RecordNumber));
    }

    [Theory, OnBothDatabases]
    public async Task A_post_passes_on_the_1_January_of_the_file_that_says_so(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", post: "Bí thư").Member("Trần Văn Bình", "H.1.1", post: "Chi ủy viên"));
        var later = World(2024).Member(An, "H.1.1").Member("Trần Văn Bình", "H.1.1", post: "Bí thư");
        await desk.TakeAsync(later);

        var posts = await desk.LookAsync(s =>
            s.Set<MemberPost>()
                .OrderBy(p => p.Id)
                .Select(p => $"{p.Title} {p.FromOn:yyyy-MM-dd}..{p.ToOn:yyyy-MM-dd}")
                .ToListAsync()
        );
        Assert.Equal(["Bí thư 2023-01-01..2024-01-01", "Chi ủy viên 2023-01-01..2024-01-01", "Bí thư 2024-01-01.."], posts);
        await AssertSameAgainAsync(desk, later);
    }
}
