using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ImportWorkbook.OrganizationImportTests;
using static TongKet.Tests.Exchange.ImportWorkbook.Small;

namespace TongKet.Tests.Exchange.ImportWorkbook;

/// <summary>Where members stand by one workbook (decisions 3 and 4).</summary>
public sealed class StayImportTests
{
    private const string An = "Nguyễn Văn An";

    [Theory]
    [OnBothDatabases(null, null, "H.1.1 2022-12-31.. BeforeRecords/NotEnded")]
    [OnBothDatabases("Kết nạp", "2023-05-06", "H.1.1 2023-05-06.. Admitted/NotEnded")]
    [OnBothDatabases("Chuyển đến", "2023-05-06", "H.1.1 2023-05-06.. TransferredIn/NotEnded")]
    [OnBothDatabases("Phục hồi", "2023-01-01", "H.1.1 2023-01-01.. Restored/NotEnded")]
    [OnBothDatabases("Khôi phục", "2023-12-31", "H.1.1 2023-12-31.. Restored/NotEnded")]
    [OnBothDatabases("Kết nạp lại", "2023-05-06", "H.1.1 2023-05-06.. Readmitted/NotEnded")]
    public async Task A_stay_begins_as_the_line_says(DatabaseKind kind, string? howIn, string? on, string stay)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(
            World()
                .Member(
                    An,
                    "H.1.1",
                    howIn: howIn,
                    cameOn: on is null ? null : DateOnly.Parse(on),
                    place: howIn == "Chuyển đến" ? "Nơi khác" : null
                )
        );

        Assert.Equal([stay], await desk.StaysAsync(An));
    }

    [Theory]
    [OnBothDatabases("Chuyển đi", "TransferredOut")]
    [OnBothDatabases("Từ trần", "Died")]
    [OnBothDatabases("Xóa tên", "StruckOff")]
    [OnBothDatabases("Khai trừ", "Expelled")]
    [OnBothDatabases("Xin ra", "Left")]
    public async Task A_stay_ends_on_the_day_of_its_state(DatabaseKind kind, string state, string howOut)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", state: state, stateOn: Day(2023, 9, 2), place: "Đảng bộ Quân đội"));

        Assert.Equal([$"H.1.1 2022-12-31..2023-09-02 BeforeRecords/{howOut}"], await desk.StaysAsync(An));
        var stay = await desk.LookAsync(s => s.Set<Stay>().SingleAsync());
        Assert.Equal(howOut == "TransferredOut" ? "Đảng bộ Quân đội" : null, stay.WentToText);
    }

    [Theory, OnBothDatabases]
    public async Task A_member_may_come_and_leave_in_one_year_and_not_leave_before_he_came(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(
            World()
                .Member(
                    An,
                    "H.1.1",
                    howIn: "Chuyển đến",
                    cameOn: Day(2023, 3, 1),
                    state: "Từ trần",
                    stateOn: Day(2023, 3, 1),
                    place: "Nơi khác"
                )
        );
        Assert.Equal(["H.1.1 2023-03-01..2023-03-01 TransferredIn/Died"], await desk.StaysAsync(An));

        var result = await desk.PreviewAsync(
            World(2024).Member("Trần Văn Bình", "H.1.1", "001080000009", state: "Từ trần", stateOn: Day(2023, 6, 1))
        );
        Assert.Equal([("Đảng viên", 2, "Từ ngày", "exchange.import.left-before-came")], Named(result.Errors));
    }

    [Theory]
    [OnBothDatabases("Miễn sinh hoạt", MemberCondition.Exempt)]
    [OnBothDatabases("Đình chỉ sinh hoạt", MemberCondition.Suspended)]
    public async Task A_condition_is_a_span_and_the_stay_goes_on(DatabaseKind kind, string state, MemberCondition condition)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", state: state, stateOn: Day(2021, 4, 1)));

        Assert.Equal(["H.1.1 2022-12-31.. BeforeRecords/NotEnded"], await desk.StaysAsync(An));
        var span = await desk.LookAsync(s => s.Set<MemberConditionSpan>().SingleAsync());
        Assert.Equal((condition, Day(2021, 4, 1), null), (span.Condition, span.FromOn, span.ToOn));
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_active_again_in_a_later_file_was_so_from_the_day_named_or_the_year(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(
            World()
                .Member(An, "H.1.1", state: "Miễn sinh hoạt", stateOn: Day(2021, 4, 1))
                .Member("Trần Văn Bình", "H.1.1", state: "Miễn sinh hoạt", stateOn: Day(2021, 4, 1))
        );
        await desk.TakeAsync(
            World(2024).Member(An, "H.1.1").Member("Trần Văn Bình", "H.1.1", state: "Đang sinh hoạt", stateOn: Day(2024, 6, 1))
        );

        var ends = await desk.LookAsync(s => s.Set<MemberConditionSpan>().OrderBy(c => c.ToOn).Select(c => c.ToOn).ToListAsync());
        Assert.Equal([Day(2024, 1, 1), Day(2024, 6, 1)], ends);
    }

    [Theory, OnBothDatabases]
    public async Task A_code_as_the_place_left_for_makes_an_inner_move_of_two_linked_stays(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var file = World().Member(An, "H.1.1", state: "Chuyển đi", stateOn: Day(2023, 7, 1), place: "H.2");
        await desk.TakeAsync(file);

        Assert.Equal(
            ["H.1.1 2022-12-31..2023-07-01 BeforeRecords/TransferredOut", "H.2 2023-07-01.. TransferredIn/NotEnded"],
            await desk.StaysAsync(An)
        );
        await AssertLinkedAsync(desk);
        await AssertSameAgainAsync(desk, file);
    }

    [Theory, OnBothDatabases]
    public async Task A_code_as_the_place_come_from_makes_the_same(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var file = World().Member(An, "H.2", howIn: "Chuyển đến", cameOn: Day(2023, 7, 1), place: "H.1.1");
        await desk.TakeAsync(file);

        Assert.Equal(
            ["H.1.1 2022-12-31..2023-07-01 BeforeRecords/TransferredOut", "H.2 2023-07-01.. TransferredIn/NotEnded"],
            await desk.StaysAsync(An)
        );
        await AssertLinkedAsync(desk);
        await AssertSameAgainAsync(desk, file);
    }

    [Theory, OnBothDatabases]
    public async Task A_committees_code_as_the_other_place_is_only_words(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1", state: "Chuyển đi", stateOn: Day(2023, 7, 1), place: "H.1"));

        var stay = await desk.LookAsync(s => s.Set<Stay>().SingleAsync());
        Assert.Equal((null, "H.1"), (stay.WentToId, stay.WentToText));
    }

    [Theory, OnBothDatabases]
    public async Task A_cell_must_be_somewhere_and_be_a_cell(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World());
        var result = await desk.ApplyAsync(
            new WorkbookBuilder().Member(An, "H.1").Member("Trần Văn Bình", "H.9").Member("Lê Văn Cao", "H.1.2")
        );

        Assert.Equal(
            [
                ("Đảng viên", 2, "Mã chi bộ", "exchange.import.not-a-cell"),
                ("Đảng viên", 3, "Mã chi bộ", "exchange.import.organization-unknown"),
            ],
            Named(result.Errors)
        );
        Assert.Empty(await desk.StaysAsync("Lê Văn Cao"));
    }

    [Theory, OnBothDatabases]
    public async Task A_secretary_comes_first_by_rank_and_a_post_begins_with_the_year(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(
            World()
                .Member(An, "H.1.1", post: "Chi ủy viên")
                .Member("Trần Văn Bình", "H.1.1", post: "Bí thư chi bộ")
                .Member(
                    "Lê Văn Cao",
                    "H.1.1",
                    post: "Phó bí thư",
                    howIn: "Chuyển đến",
                    cameOn: Day(2023, 8, 1),
                    place: "Nơi khác"
                )
        );

        var posts = await desk.LookAsync(s =>
            s.Set<MemberPost>().OrderBy(p => p.Rank).Select(p => $"{p.Title} {p.FromOn:yyyy-MM-dd}").ToListAsync()
        );
        Assert.Equal(["Bí thư chi bộ 2023-01-01", "Phó bí thư 2023-08-01", "Chi ủy viên 2023-01-01"], posts);
    }

    private static async Task AssertLinkedAsync(ImportDesk desk)
    {
        var stays = await desk.LookAsync(s => s.Set<Stay>().OrderBy(x => x.FromOn).ToListAsync());
        Assert.Equal((stays[1].CellId, stays[0].CellId), (stays[0].WentToId!.Value, stays[1].CameFromId!.Value));
    }

    internal static async Task AssertSameAgainAsync(ImportDesk desk, WorkbookBuilder file)
    {
        var lines = await desk.LinesAsync();
        var again = await desk.TakeAsync(file);
        Assert.Equal((0, 0), (again.Add, again.Change));
        Assert.Equal(lines, await desk.LinesAsync());
    }
}
