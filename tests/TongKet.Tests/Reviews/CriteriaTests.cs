using System.Net;
using TongKet.Domain.Organizations;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>Each criterion of a line is given its level or its points; what comes of them decides with the other facts.</summary>
public sealed class CriteriaTests
{
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task A_result_that_is_not_excellent_keeps_a_member_from_the_best_grade(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.Second.Id));

        var open = await secretary.OpenAsync(Criteria(cycle));
        Assert.DoesNotContain("chưa xác nhận", open.Text, StringComparison.Ordinal);
        var begun = await ScoreAsync(secretary, cycle, ("PoliticsMoralityDiscipline", "2"), ("DutyResults", "2"));
        Assert.Contains("Đã lưu kết quả chấm tiêu chí", begun.Text, StringComparison.Ordinal);
        await ScoreAsync(secretary, cycle, ("EarlierShortcomings", "1"));
        var facts = await secretary.OpenAsync(Line(cycle));
        Assert.Contains(
            "có tiêu chí về kết quả ở cấp độ «Tốt», quy định từ «Xuất sắc» trở lên (QĐ 124, Điều 12)",
            facts.Text,
            StringComparison.Ordinal
        );
        var refused = await FillAsync(secretary, await SheetAsync(secretary, cycle, of.Second), "gui", "2", [(of.Other, "1")]);
        Assert.Contains("tiêu chí về kết quả", refused.Text, StringComparison.Ordinal);

        await ScoreAsync(secretary, cycle, ("DutyResults", "1"));
        Assert.DoesNotContain("tiêu chí về kết quả", (await secretary.OpenAsync(Line(cycle))).Text, StringComparison.Ordinal);
        var sent = await FillAsync(secretary, await SheetAsync(secretary, cycle, of.Second), "gui", "2", [(of.Other, "1")]);
        Assert.Contains("Đã gửi phiếu", sent.Text, StringComparison.Ordinal);
        // Sent in, it is read and no more.
        var closed = await secretary.OpenAsync(Criteria(cycle));
        Assert.Empty(closed.Texts("form.criteria-form"));
        Assert.Contains("Xuất sắc", closed.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Points_are_summed_by_the_program_and_are_not_typed_beside_it(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2025);
        var secretary = served.As(Actors.Secretary(of.Second.Id));
        var facts = await secretary.OpenAsync(Line(cycle, "2025"));
        await secretary.SendAsync(facts, "[data-keep]", ("Form.Points", "95"));
        Assert.Contains(
            "Trước đây đã ghi tổng điểm 95",
            (await secretary.OpenAsync(Criteria(cycle, "2025"))).Text,
            StringComparison.Ordinal
        );

        await ScoreAsync(secretary, cycle, "2025", ("CommonCriteria", "28"), ("TaskResultsProgress", "20,5"));
        var part = await secretary.OpenAsync(Line(cycle, "2025"));
        Assert.Contains("chưa có tổng điểm", part.Text, StringComparison.Ordinal);
        Assert.Empty(part.Texts("[name='Form.Points']"));
        await ScoreAsync(secretary, cycle, "2025", ("TaskResultsQuality", "40"));
        var whole = await secretary.OpenAsync(Line(cycle, "2025"));
        Assert.Contains("Tổng điểm 88,5", whole.Text, StringComparison.Ordinal);
        Assert.Contains("đạt 88,5 điểm, quy định từ 90 điểm trở lên (QĐ 366, Điều 11)", whole.Text, StringComparison.Ordinal);
        // An old page that still types the sum is told so.
        var old = await secretary.SendAsync(whole, "[data-keep]", ("Form.Points", "95"));
        Assert.Contains("Tổng điểm lấy từ các tiêu chí đã chấm", old.Text, StringComparison.Ordinal);
        // The bonus lifts it over the ninety, and taking everything back leaves no sum.
        await ScoreAsync(secretary, cycle, "2025", ("Bonus", "7"));
        Assert.DoesNotContain("88,5 điểm", (await secretary.OpenAsync(Line(cycle, "2025"))).Text, StringComparison.Ordinal);
        await ScoreAsync(
            secretary,
            cycle,
            "2025",
            ("CommonCriteria", ""),
            ("TaskResultsProgress", ""),
            ("TaskResultsQuality", ""),
            ("Bonus", "")
        );
        Assert.Single((await secretary.OpenAsync(Line(cycle, "2025"))).Document.QuerySelectorAll("[name='Form.Points']"));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_no_number_too_much_or_changed_by_another_is_refused_and_stays_typed(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2025);
        var secretary = served.As(Actors.Secretary(of.Second.Id));
        var open = await secretary.OpenAsync(Criteria(cycle, "2025"));

        var wrong = await secretary.SendAsync(
            open,
            ".criteria-form",
            ("t.CommonCriteria", "ba mươi"),
            ("t.TaskResultsQuality", "49")
        );
        Assert.Single(wrong.Texts(".field-error"));
        Assert.Equal("49", Value(wrong, "TaskResultsQuality"));
        var much = await secretary.SendAsync(open, ".criteria-form", ("t.CommonCriteria", "30,5"));
        Assert.Contains("Điểm phải từ 0 đến 30", much.Text, StringComparison.Ordinal);
        var alien = await secretary.SendAsync(open, ".criteria-form", ("t.c999", "5"));
        Assert.Contains("Bộ tiêu chí đã thay đổi", alien.Text, StringComparison.Ordinal);

        await secretary.SendAsync(open, ".criteria-form", ("t.CommonCriteria", "25"), ("t.Bonus", "1"));
        var late = await secretary.SendAsync(open, ".criteria-form", ("t.CommonCriteria", "20"), ("t.TaskResultsProgress", "20"));
        Assert.Contains("Người khác vừa lưu một kết quả khác", late.Text, StringComparison.Ordinal);
        Assert.Equal(("20", "1"), (Value(late, "CommonCriteria"), Value(late, "Bonus")));
        var again = await secretary.SendAsync(late, ".criteria-form");
        Assert.Contains("Đã lưu", again.Text, StringComparison.Ordinal);
        Assert.Equal(("20", "1"), (Value(again, "CommonCriteria"), Value(again, "Bonus")));

        var other = served.As(Actors.Secretary(of.First.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(Criteria(cycle, "2025"))).Status);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_a_member_gives_himself_stands_beside_and_decides_nothing(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2025);
        var (member, secretary) = (
            served.As(Actors.Member(of.Second.Id, of.Other.Id)),
            served.As(Actors.Secretary(of.Second.Id))
        );
        var own = $"{cycle}/tu-kiem-diem/tieu-chi";

        var much = await member.SendAsync(await member.OpenAsync(own), ".criteria-form", ("t.CommonCriteria", "31"));
        Assert.Contains("Điểm phải từ 0 đến 30", much.Text, StringComparison.Ordinal);
        await member.SendAsync(await member.OpenAsync(own), ".criteria-form", ("t.CommonCriteria", "29"));
        var seen = await secretary.OpenAsync(Criteria(cycle, "2025"));
        Assert.Contains("Tự chấm: 29", seen.Text, StringComparison.Ordinal);
        Assert.Equal("", Value(seen, "CommonCriteria"));
        await ScoreAsync(secretary, cycle, "2025", ("CommonCriteria", "25"));
        Assert.Contains("chưa có tổng điểm", (await secretary.OpenAsync(Line(cycle, "2025"))).Text, StringComparison.Ordinal);
        // He does not see what his cell gives him; his cell may type his own in from paper, others may nothing.
        Assert.Equal("29", Value(await member.OpenAsync(own), "CommonCriteria"));
        var paper = await secretary.OpenAsync($"{own}?dang-vien={of.Other.Id}");
        await secretary.SendAsync(paper, ".criteria-form", ("t.CommonCriteria", "28"));
        var mine = await member.OpenAsync(own);
        Assert.Equal("28", Value(mine, "CommonCriteria"));
        var other = served.As(Actors.Member(of.First.Id, of.Members[0].Id));
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync($"{own}?dang-vien={of.Other.Id}")).Status);
        await FillAsync(
            secretary,
            await secretary.OpenAsync($"{cycle}/phieu?nam=2025&to-chuc={of.Second.Id}"),
            "gui",
            "2",
            [(of.Other, "2")]
        );
        Assert.Empty((await member.OpenAsync(own)).Texts("form.criteria-form"));
        await member.SendAsync(mine, ".criteria-form", ("t.CommonCriteria", "30"));
        Assert.Contains("28", (await member.OpenAsync(own)).Texts(".own-facts")[0], StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_committees_own_criteria_reach_its_cells_once_their_sums_agree(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served, 2025);
        var (office, secretary) = (served.As(Actors.Office(of.Committee.Id)), served.As(Actors.Secretary(of.Second.Id)));

        var wrong = await SetAsync(office, of.Committee, "40", "29");
        Assert.Contains("cộng lại được 69 điểm, quy định đúng 70 điểm", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("29", wrong.Document.QuerySelector("[name='TaskResults.1.diem']")!.GetAttribute("value"));
        await ScoreAsync(secretary, cycle, "2025", ("CommonCriteria", "20"));
        Assert.Contains("Đã lưu bộ tiêu chí", (await SetAsync(office, of.Committee, "40", "30")).Text, StringComparison.Ordinal);

        // Who was scored before keeps his criteria until they are taken back.
        var kept = await secretary.OpenAsync(Criteria(cycle, "2025"));
        Assert.Contains("chấm theo bộ tiêu chí trước", kept.Text, StringComparison.Ordinal);
        await ScoreAsync(secretary, cycle, "2025", ("CommonCriteria", ""));
        var own = await secretary.OpenAsync(Criteria(cycle, "2025"));
        Assert.Contains("Sản phẩm cụ thể", own.Text, StringComparison.Ordinal);
        Assert.Contains("05-QĐ/ĐU ngày 01/12/2025", own.Text, StringComparison.Ordinal);
        var seen = await secretary.OpenAsync($"/kiem-diem/tieu-chi?nam=2025&to-chuc={of.Second.Id}");
        Assert.Contains("Sản phẩm cụ thể", seen.Text, StringComparison.Ordinal);
        Assert.Empty(seen.Texts("form.local-criteria"));
        // A cell of another committee goes by the rule set.
        var alone = served.As(Actors.Secretary(of.Alone.Id));
        var elsewhere = await alone.OpenAsync($"{cycle}/phieu/{Text(of.Lone.Id)}/tieu-chi?nam=2025&to-chuc={of.Alone.Id}");
        Assert.DoesNotContain("Sản phẩm cụ thể", elsewhere.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    private static async Task<VisitedPage> SetAsync(Visitor office, Organization of, string product, string time) =>
        await office.SendAsync(
            await office.OpenAsync($"/kiem-diem/tieu-chi?nam=2025&to-chuc={of.Id}"),
            ".local-criteria",
            ("so-van-ban", "05-QĐ/ĐU"),
            ("ngay-van-ban", "01/12/2025"),
            ("CommonCriteria.0.ten", "Nêu gương"),
            ("CommonCriteria.0.diem", "30"),
            ("TaskResults.0.ten", "Sản phẩm cụ thể"),
            ("TaskResults.0.diem", product),
            ("TaskResults.1.ten", "Đúng hạn"),
            ("TaskResults.1.diem", time)
        );

    private string Line(string cycle, string year = Year) =>
        $"{cycle}/phieu/{Text(of.Other.Id)}?nam={year}&to-chuc={of.Second.Id}";

    private string Criteria(string cycle, string year = Year) =>
        $"{cycle}/phieu/{Text(of.Other.Id)}/tieu-chi?nam={year}&to-chuc={of.Second.Id}";

    private Task<VisitedPage> ScoreAsync(Visitor who, string cycle, params (string Key, string Given)[] given) =>
        ScoreAsync(who, cycle, Year, given);

    private async Task<VisitedPage> ScoreAsync(
        Visitor who,
        string cycle,
        string year,
        params (string Key, string Given)[] given
    ) =>
        await who.SendAsync(
            await who.OpenAsync(Criteria(cycle, year)),
            ".criteria-form",
            [.. given.Select(g => ("t." + g.Key, (string?)g.Given))]
        );

    private static string? Value(VisitedPage page, string key) =>
        page.Document.QuerySelector($"[name='t.{key}']")?.GetAttribute("value");
}
