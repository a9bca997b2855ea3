using System.Net;
using TongKet.Domain.Members;
using TongKet.Tests.Support;

namespace TongKet.Tests.Members.ShowMovement;

public sealed class MovementPageTests
{
    private readonly Committee committee = new();

    [Theory, OnBothDatabases]
    public async Task Opening_what_came_and_what_went_make_the_closing(DatabaseKind database)
    {
        Live();
        await using var served = await committee.ServeAsync(database);

        var page = await served.As(Actors.Office(committee.Own.Id)).OpenAsync("/bien-dong?nam=2023");

        Assert.Equal("Biến động đảng viên", page.Title);
        // opening 5, admitted 1, in 1, restored 0; out 1, died 1, struck off 0, expelled 0, left 0; closing 5.
        Assert.Equal(["5", "1", "1", "0", "1", "1", "0", "0", "0", "5"], Ledger(page));
        Assert.DoesNotContain("không khớp", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Transfers_inside_are_taken_off_so_that_the_totals_add(DatabaseKind database)
    {
        Live();
        await using var served = await committee.ServeAsync(database);

        var page = await served.As(Actors.Office(committee.Own.Id)).OpenAsync("/bien-dong?nam=2023");

        Assert.Equal(["3", "1", "0", "0", "1", "1", "0", "0", "0", "2"], Row(page, "Tổ chức HX.B01.C01"));
        Assert.Equal(["2", "0", "2", "0", "1", "0", "0", "0", "0", "3"], Row(page, "Tổ chức HX.B01.C02"));
        Assert.Equal(["", "", "-1", "", "-1", "", "", "", "", ""], Row(page, "Chuyển nội bộ, trừ ra"));
        Assert.Contains("được trừ ra ở dòng «Chuyển nội bộ»", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases("?nam=2023"), OnBothDatabases("?nam=2023&tinh-den=30/06/2023&tu-ngay=01/04/2023")]
    public async Task Each_number_opens_to_as_many_records(DatabaseKind database, string period)
    {
        Live();
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await office.OpenAsync("/bien-dong" + period);
        var links = page.Document.QuerySelector("table.data-table")!.QuerySelectorAll("a.figure-link").ToList();

        Assert.Equal(10, links.Count);
        foreach (var link in links)
        {
            var records = await office.OpenAsync(link.GetAttribute("href")!);
            Assert.Equal(link.TextContent, $"{records.Texts(".data-table tbody tr").Count}");
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_period_is_any_from_one_day_to_another(DatabaseKind database)
    {
        Live();
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var half = await office.OpenAsync("/bien-dong?nam=2023&tinh-den=30/06/2023");
        Assert.Equal(["5", "1", "0", "0", "0", "1", "0", "0", "0", "5"], Ledger(half));
        var autumn = await office.OpenAsync("/bien-dong?nam=2023&tu-ngay=01/07/2023");
        Assert.Equal(["5", "0", "1", "0", "1", "0", "0", "0", "0", "5"], Ledger(autumn));
        var wrong = await office.OpenAsync("/bien-dong?nam=2023&tu-ngay=01/13/2023");
        Assert.Contains("«01/13/2023» không phải là ngày", wrong.Text, StringComparison.Ordinal);
        var backwards = await office.OpenAsync("/bien-dong?nam=2023&tinh-den=30/06/2023&tu-ngay=01/07/2023");
        Assert.Contains("Ngày bắt đầu sau ngày kết thúc", backwards.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Where_it_does_not_close_it_says_by_whom(DatabaseKind database)
    {
        var member = Committee.Name(committee.World.Enroll(committee.First), "Nguyễn Văn Đức");
        committee.World.Enroll(committee.Second);
        committee.World.Leave(member, new(2023, 5, 1)).WentToId = committee.Second.Id;
        await using var served = await committee.ServeAsync(database);

        var page = await served.As(Actors.Office(committee.Own.Id)).OpenAsync("/bien-dong?nam=2023");

        Assert.Contains("Đầu kỳ cộng tăng trừ giảm là 2, danh sách cuối kỳ có 1", page.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Nguyễn Văn Đức, Tổ chức HX.B01.C01: chuyển đi đến Tổ chức HX.B01.C02 nhưng nơi đó chưa ghi tiếp nhận",
            page.Text,
            StringComparison.Ordinal
        );
    }

    [Theory, OnBothDatabases]
    public async Task What_is_not_known_is_a_dash_and_never_nought(DatabaseKind database)
    {
        Live();
        await using var served = await committee.ServeAsync(database);

        var page = await served.As(Actors.Office(committee.Own.Id)).OpenAsync("/bien-dong?nam=2020");

        Assert.All(Ledger(page), value => Assert.StartsWith("—", value, StringComparison.Ordinal));
        Assert.Contains("chưa biết thì không tính là 0", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Another_branch_is_answered_as_if_it_were_not_there(DatabaseKind database)
    {
        Live();
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await office.OpenAsync($"/bien-dong?nam=2023&to-chuc={committee.Other.Id}");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        var member = committee.World.Members[0];
        var own = served.As(Actors.Member(committee.First.Id, member.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await own.OpenAsync("/bien-dong?nam=2023")).Status);
    }

    /// <summary>2023: one admitted, one dead in spring; in autumn one goes over, one comes from outside, one leaves.</summary>
    private void Live()
    {
        var (first, second) = (committee.First, committee.Second);
        var mover = committee.World.Enroll(first);
        var dead = committee.World.Enroll(first);
        committee.World.Enroll(first);
        var leaver = committee.World.Enroll(second);
        committee.World.Enroll(second);
        committee.World.Enroll(committee.Foreign);
        committee.World.Admit(first, new(2023, 5, 19));
        committee.World.Leave(dead, new(2023, 6, 1), HowOut.Died);
        committee.World.Transfer(mover, second, new(2023, 8, 1));
        committee.World.TakeIn(second, new(2023, 9, 1));
        committee.World.Leave(leaver, new(2023, 10, 1));
    }

    private static IEnumerable<string> Ledger(VisitedPage page) =>
        page.Document.QuerySelector("table.data-table")!.QuerySelectorAll("td.number").Select(cell => cell.TextContent.Trim());

    private static IEnumerable<string> Row(VisitedPage page, string name) =>
        page
            .Document.QuerySelectorAll("table.data-table tr")
            .Last(row => row.QuerySelector("th")?.TextContent.Trim().StartsWith(name, StringComparison.Ordinal) == true)
            .QuerySelectorAll("td.number")
            .Select(cell => cell.TextContent.Trim());
}
