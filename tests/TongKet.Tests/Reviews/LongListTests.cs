using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Reviews.EnterBallot;
using TongKet.Store;
using TongKet.Tests.Browser;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>Four hundred names are typed page by page; no page grows with them, and nothing counts before all of it is there.</summary>
public sealed class LongListTests
{
    private const int Many = 400;
    private const int OnPage = 50;
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_session_on_many_names_is_entered_over_pages_twice_and_a_difference_on_a_later_page_is_named(
        DatabaseKind kind
    )
    {
        var members = EnrollMany();
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await SendSheetAsync(served, cycle, of.First, members);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var session = $"{cycle}/bieu-quyet-cap-uy?nam={Year}&to-chuc={of.Committee.Id}";

        // Half entered: it is said, here and where it is decided, and nothing is noted.
        var page = await committee.OpenAsync(session);
        AssertLight(page);
        Assert.Equal(OnPage, page.Document.QuerySelectorAll("form.ballot tbody tr").Length);
        page = await EnterAsync(committee, page, "7");
        AssertLight(page);
        Assert.Contains("Đã nhập 50 trong 400 tên", page.Text, StringComparison.Ordinal);
        Assert.Equal("5-BB/ĐU", page.Document.QuerySelector("[name='so-bien-ban']")!.GetAttribute("value"));
        var decision = await committee.OpenAsync($"{cycle}/quyet-dinh?nam={Year}&to-chuc={of.Committee.Id}");
        Assert.Contains("chưa nhập xong hai lần", decision.Text, StringComparison.Ordinal);
        page = await EnterAsync(committee, await committee.OpenAsync(session), "7", pages: 7);
        Assert.Contains("Đã lưu lần nhập thứ nhất", page.Text, StringComparison.Ordinal);
        Assert.Equal(Many, await VotesAsync(served, v => !v.IsLeftOut));

        // The second entry sees nothing of the first, and differs on its third page.
        Assert.Null(page.Document.QuerySelector("[name='so-bien-ban']")!.GetAttribute("value"));
        page = await EnterAsync(committee, page, "7", pages: 2);
        var name = page.Texts("form.ballot tbody th")[4];
        var told = await EnterAsync(committee, page, "7", wrong: 4);
        Assert.Contains("mức Hoàn thành tốt nhiệm vụ: lần một ghi 7, lần hai ghi 6", told.Text, StringComparison.Ordinal);
        Assert.Contains(name.Split(" Tổ chức")[0], told.Text, StringComparison.Ordinal);
        Assert.Equal(100, await VotesAsync(served, v => v.IsRepeated));
        Assert.Equal(0, await NotedAsync(served));

        // It was the first that was wrong: this page alone is typed anew, twice.
        page = await committee.SendAsync(told, ".drop-page form");
        Assert.Contains("Đã bỏ các tên ấy", page.Text, StringComparison.Ordinal);
        page = await EnterAsync(committee, page, "7", wrong: 4);
        page = await EnterAsync(committee, page, "7", wrong: 4);
        page = await EnterAsync(committee, page, "7", pages: 5);
        Assert.Contains("Hai lần nhập khớp nhau", page.Text, StringComparison.Ordinal);
        AssertLight(page);
        Assert.Equal(Many, await NotedAsync(served));
        AssertLight(await committee.OpenAsync($"{session}&tu=350"));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_page_pressed_twice_is_entered_once_and_rows_left_empty_are_not_voted_on(DatabaseKind kind)
    {
        var members = EnrollMany(60);
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await SendSheetAsync(served, cycle, of.First, members);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var page = await committee.OpenAsync($"{cycle}/bieu-quyet-cap-uy?nam={Year}&to-chuc={of.Committee.Id}");

        var second = await EnterAsync(committee, page, "");
        var twice = await EnterAsync(committee, page, "");
        Assert.Contains("đã có người lưu thêm", twice.Text, StringComparison.Ordinal);
        Assert.Equal(OnPage, await VotesAsync(served, v => v.IsLeftOut));
        var nobody = await EnterAsync(committee, second, "");
        Assert.Contains("Chưa ghi số phiếu", nobody.Text, StringComparison.Ordinal);
        var whole = await EnterAsync(committee, second, "7");
        var again = await EnterAsync(committee, whole, "");
        Assert.Contains("Hai lần nhập khớp nhau", (await EnterAsync(committee, again, "7")).Text, StringComparison.Ordinal);
        Assert.Equal(10, await VotesAsync(served, _ => true));
        Assert.Equal(10, await NotedAsync(served));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_sheet_of_many_lines_is_filled_page_by_page_and_sent_whole(DatabaseKind kind)
    {
        var members = EnrollMany();
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));

        var page = await SheetAsync(secretary, cycle, of.First);
        AssertLight(page);
        Assert.Equal(OnPage, page.Document.QuerySelectorAll(".grade-sheet tbody tr").Length);
        var early = await FillPageAsync(secretary, page, "gui");
        Assert.Contains($"Còn {Many - OnPage} đảng viên chưa có mức đề nghị", early.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<Assessment>().CountAsync(Cancel)));
        var second = await FillPageAsync(secretary, page, "tiep");
        Assert.Contains("Hiển thị 51–100 trong tổng số 401", second.Text, StringComparison.Ordinal);
        Assert.Contains("Hiển thị 1–50", (await FillPageAsync(secretary, second, "lui")).Text, StringComparison.Ordinal);
        var last = await SendSheetAsync(served, cycle, of.First, members);
        Assert.Contains("Đã gửi phiếu", last.Text, StringComparison.Ordinal);
        Assert.Equal(
            Many,
            await served.LookAsync(s =>
                s.Set<Assessment>().CountAsync(a => a.Proposed == Grade.Good && a.MemberId != null, Cancel)
            )
        );
        AssertLight(await SheetAsync(served.As(Actors.Office(of.Committee.Id)), cycle, of.First));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Many_sheets_are_decided_over_pages_and_what_is_ticked_stays_ticked(DatabaseKind kind)
    {
        var cells = Enumerable.Range(0, Many - 2).Select(i => of.World.FoundCell($"HX.B01.{100 + i}", of.Committee)).ToList();
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await SubmitAsync(served, cells);
        var committee = served.As(Actors.Office(of.Committee.Id));

        var page = await committee.OpenAsync($"{cycle}/quyet-dinh?nam={Year}&to-chuc={of.Committee.Id}");
        AssertLight(page);
        var third = await committee.SendAsync(page, "[data-keep]", ("trang", "100"), ("Form.Number", "7-QĐ/ĐU"));
        AssertLight(third);
        var boxes = third.Document.QuerySelectorAll("tbody [name=don-vi]");
        Assert.Equal(OnPage, boxes.Length);
        // One is not taken in this session: its tick goes, and stays gone on the way.
        boxes[0].RemoveAttribute("checked");
        var fourth = await committee.SendAsync(third, "[data-keep]", ("trang", "150"));
        Assert.Equal("7-QĐ/ĐU", fourth.Document.QuerySelector("[name='Form.Number']")!.GetAttribute("value"));
        var done = await committee.SendAsync(fourth, "[data-keep]", ("Form.Body", "Đảng ủy"), ("Form.DecidedOn", "20/12/2024"));
        Assert.Contains("Đã ghi quyết định", done.Text, StringComparison.Ordinal);
        Assert.Equal(
            cells.Count - 1,
            await served.LookAsync(s => s.Set<Assessment>().CountAsync(a => a.DecisionId != null, Cancel))
        );
    }

    private List<Member> EnrollMany(int count = Many) =>
        [.. of.Members, .. Enumerable.Range(0, count - of.Members.Count).Select(_ => of.World.Enroll(of.First))];

    /// <summary>Everybody is proposed for the second grade, page by page; the last page sends the sheet.</summary>
    internal static async Task<VisitedPage> SendSheetAsync(
        ServedWorld served,
        string cycle,
        Organization cell,
        List<Member> members
    )
    {
        var secretary = served.As(Actors.Secretary(cell.Id));
        var page = await SheetAsync(secretary, cycle, cell);
        for (var before = OnPage; before < members.Count + 1; before += OnPage)
        {
            page = await FillPageAsync(secretary, page, "tiep");
            AssertLight(page);
        }

        return await FillPageAsync(secretary, page, "gui");
    }

    private static Task<VisitedPage> FillPageAsync(Visitor who, VisitedPage page, string button) =>
        who.SendAsync(
            page,
            ".grade-sheet",
            [
                ("ngay-hop", "05/12/2024"),
                ("so-bien-ban", "12-BB/CB"),
                .. page
                    .Document.QuerySelectorAll("select[name$='.de-nghi']")
                    .Select(s => (s.GetAttribute("name")!, (string?)"2")),
                ("viec", button),
            ]
        );

    /// <summary>Types as many votes for Good in each row of a page, and one less in one row; then the pages after it.</summary>
    internal static async Task<VisitedPage> EnterAsync(
        Visitor who,
        VisitedPage page,
        string good,
        int pages = 1,
        int? wrong = null
    )
    {
        for (var i = 0; i < pages; i++)
        {
            var rows = page.Document.QuerySelectorAll("form.ballot tbody tr");
            page = await who.SendAsync(
                page,
                "form.ballot",
                [
                    ("ngay-hop", "18/12/2024"),
                    ("so-bien-ban", "5-BB/ĐU"),
                    ("hinh-thuc", "SecretBallot"),
                    ("so-uy-vien", "9"),
                    ("co-mat", "7"),
                    ("phat-ra", "7"),
                    ("thu-ve", "7"),
                    ("hop-le", "7"),
                    ("khong-hop-le", "0"),
                    .. rows.SelectMany(
                        (row, at) =>
                            new (string, string?)[]
                            {
                                (Input(row, 1), at == wrong ? "6" : good),
                                (Input(row, 2), at == wrong ? "1" : ""),
                            }
                    ),
                ]
            );
        }

        return page;
    }

    private static string Input(IElement row, int column) => row.QuerySelectorAll("input")[column].GetAttribute("name")!;

    /// <summary>Sheets as if they had been sent, each with the cell's own line.</summary>
    internal static async Task SubmitAsync(ServedWorld served, List<Organization> cells)
    {
        await using var scope = served.Program.Services.CreateAsyncScope();
        var supply = await scope.ServiceProvider.GetRequiredService<RecordIds>().TakeAsync(cells.Count * 2, Cancel);
        await served.LookAsync(async store =>
        {
            var cycle = await store.Set<ReviewCycle>().SingleAsync(Cancel);
            foreach (var cell in cells)
            {
                var sheet = new ReviewSheet
                {
                    Id = supply.Next(),
                    CycleId = cycle.Id,
                    OrganizationId = cell.Id,
                    State = SheetState.Submitted,
                };
                store.Add(sheet);
                store.Add(
                    new Assessment
                    {
                        Id = supply.Next(),
                        CycleId = cycle.Id,
                        SheetId = sheet.Id,
                        OrganizationId = cell.Id,
                        As = ReviewSubject.Organization,
                        Proposed = Grade.Good,
                    }
                );
            }

            return await store.SaveChangesAsync(Cancel);
        });
    }

    private static Task<int> VotesAsync(ServedWorld served, System.Linq.Expressions.Expression<Func<BallotVotes, bool>> which) =>
        served.LookAsync(s => s.Set<BallotVotes>().CountAsync(which, Cancel));

    private static Task<int> NotedAsync(ServedWorld served) =>
        served.LookAsync(s => s.Set<Assessment>().CountAsync(a => a.DecidingVote != null, Cancel));

    private static void AssertLight(VisitedPage page)
    {
        var bytes = System.Text.Encoding.UTF8.GetByteCount(page.Document.DocumentElement.OuterHtml);
        Assert.True(bytes < PageLook.HeaviestPage, $"{page.Address}: {bytes}");
    }
}
