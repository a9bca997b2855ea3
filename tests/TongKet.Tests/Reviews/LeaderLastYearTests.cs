using TongKet.Domain.Members;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>Beside a leader and a collective stands what they were graded the year before, once that was announced.</summary>
public sealed class LeaderLastYearTests
{
    private readonly ReviewWorld of = new();
    private readonly Member leader;

    public LeaderLastYearTests()
    {
        leader = of.Lone;
        of.World.Appoint(leader, of.Committee, "Bí thư Đảng ủy", 1);
    }

    [Theory, OnBothDatabases]
    public async Task Last_years_grade_of_a_leader_and_a_collective_is_shown_after_it_was_announced(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var (committee, district) = (served.As(Actors.Office(of.Committee.Id)), served.As(Actors.Office(of.District.Id)));
        var before = await of.OpenReviewAsync(served, 2023);
        await SendAsync(before, of.First, served.As(Actors.Secretary(of.First.Id)), [.. of.Members.Select(m => Text(m.Id))]);
        await SendAsync(before, of.Second, served.As(Actors.Secretary(of.Second.Id)), [Text(of.Other.Id)]);
        await DecideAsync(committee, before, of.Committee, ("Form.DecidedOn", "20/12/2023"));
        await SendAsync(before, of.Committee, committee, [$"ld-{leader.Id}", "tap-the"], "4");
        var page = await DecideAsync(district, before, of.District, ("Form.DecidedOn", "22/12/2023"));
        Assert.Contains("Đã ghi quyết định", page.Text, StringComparison.Ordinal);
        var cycle = await of.OpenReviewAsync(served);
        Assert.DoesNotContain("Không hoàn thành", (await LastYearAsync(committee, cycle))[0], StringComparison.Ordinal);

        await district.SendAsync(page, ".announce", ("On", "25/12/2023"), ("Number", "3-TB"));
        var shown = await LastYearAsync(committee, cycle);
        Assert.Equal(3, shown.Count);
        Assert.All(shown, s => Assert.Contains("Không hoàn thành", s, StringComparison.Ordinal));
        // A second year is said on his line with what the rules name for leaders.
        var sheet = await committee.SendAsync(
            await SheetAsync(committee, cycle, of.Committee),
            ".grade-sheet",
            ("ngay-hop", "05/12/2024"),
            ("so-bien-ban", "12-BB"),
            ($"d.ld-{leader.Id}.de-nghi", "4"),
            ("viec", "luu")
        );
        Assert.Contains("thay thế, bố trí công tác khác", sheet.Text, StringComparison.Ordinal);
    }

    private static async Task SendAsync(
        string cycle,
        Domain.Organizations.Organization at,
        Visitor who,
        IEnumerable<string> lines,
        string grade = "3"
    )
    {
        var sent = await who.SendAsync(
            await who.OpenAsync($"{cycle}/phieu?nam=2023&to-chuc={at.Id}"),
            ".grade-sheet",
            [
                ("ngay-hop", "05/12/2023"),
                ("so-bien-ban", "12-BB"),
                .. lines.Append("don-vi").Select(l => ($"d.{l}.de-nghi", (string?)grade)),
                ("viec", "gui"),
            ]
        );
        Assert.Contains("Đã gửi phiếu", sent.Text, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> LastYearAsync(Visitor who, string cycle) =>
        (await SheetAsync(who, cycle, of.Committee)).Texts("td[data-label='Năm trước']");
}
