using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.FillSheet;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>The sheet of a cell: nothing typed is lost, nobody is left out, and two at once do not wipe each other out.</summary>
public sealed class GradeSheetTests
{
    private readonly ReviewWorld of = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_sheet_half_filled_in_is_kept_and_shows_last_year_beside_each_name(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));

        var empty = await SheetAsync(secretary, cycle, of.First);
        Assert.Equal(["", "", "", ""], Chosen(empty, "de-nghi"));
        Assert.Equal(["X", "—", "—", "—"], empty.Texts("tbody tr td:nth-of-type(1) .grade-mark"));
        var kept = await FillAsync(secretary, empty, "luu", "", [(of.Members[1], "3")]);

        Assert.Contains("Đã lưu phiếu", kept.Text, StringComparison.Ordinal);
        Assert.Equal(["", "3", "", ""], Chosen(kept, "de-nghi"));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_sheet_is_not_sent_while_somebody_is_not_accounted_for(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));

        var refused = await FillAsync(
            secretary,
            await SheetAsync(secretary, cycle, of.First),
            "gui",
            "",
            [(of.Members[0], "2"), (of.Members[1], "2")]
        );
        Assert.Contains($"Còn 1 đảng viên chưa có mức đề nghị", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Chưa có mức đề nghị của tổ chức, tập thể", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["2", "2", "", ""], Chosen(refused, "de-nghi"));
        Assert.Equal(0, await served.LookAsync(s => s.Set<ReviewSheet>().CountAsync(Cancel)));
    }

    [Theory, OnBothDatabases]
    public async Task Two_years_without_completing_are_said_to_who_proposes_and_nothing_follows_by_itself(DatabaseKind kind)
    {
        of.World.Grade(of.Members[1], OfYear - 1, Grade.NotCompleted);
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));
        const string Said = "Không hoàn thành nhiệm vụ các năm 2023, 2024";

        var once = await FillAsync(secretary, await SheetAsync(secretary, cycle, of.First), "luu", "2", (of.Members[1], "3"));
        Assert.DoesNotContain(Said, once.Text, StringComparison.Ordinal);
        var twice = await FillAsync(secretary, once, "luu", "2", (of.Members[1], "4"));
        Assert.Contains(Said, twice.Text, StringComparison.Ordinal);
        Assert.Contains("Chương trình chỉ nhắc", twice.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task An_organization_beside_the_review_is_not_there_for_who_writes(DatabaseKind kind)
    {
        var beside = of.World.FoundCell("HY.01", of.World.Found("HY", OrganizationKind.DistrictOrganization));
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        await of.OpenReviewAsync(served);
        var cycle = await served.LookAsync(s => s.Set<ReviewCycle>().SingleAsync(Cancel));

        await using var scope = served.Program.Services.CreateAsyncScope();
        var nothing = new MeetingOfSheet(null, null);
        var outcome = await scope
            .ServiceProvider.GetRequiredService<SaveSheetHandler>()
            .HandleAsync(new(cycle.Id, beside.Id, nothing, nothing, [], false), Actors.Secretary(beside.Id), Cancel);
        Assert.Equal(["review.sheet.not-found"], outcome.Refusals.Select(r => r.Code));
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_proposed_before_the_meeting_was_held(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));
        var sheet = await SheetAsync(secretary, cycle, of.First);

        var refused = await secretary.SendAsync(
            sheet,
            ".grade-sheet",
            ($"d.{Text(of.Members[0].Id)}.de-nghi", "2"),
            ("viec", "luu")
        );
        Assert.Contains("Hãy ghi ngày họp trước", refused.Text, StringComparison.Ordinal);
        Assert.Equal("2", Chosen(refused, "de-nghi")[0]);
        // What he thinks of himself may be there before.
        var kept = await secretary.SendAsync(sheet, ".grade-sheet", ($"d.{Text(of.Members[0].Id)}.tu-xep", "1"), ("viec", "luu"));
        Assert.Contains("Đã lưu phiếu", kept.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_sheet_sent_twice_is_sent_once_and_the_second_is_told(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.OpenReviewAsync(served);
        var (one, other) = (served.As(Actors.Secretary(of.Second.Id)), served.As(Actors.Secretary(of.Second.Id)));
        var (his, hers) = (await SheetAsync(one, cycle, of.Second), await SheetAsync(other, cycle, of.Second));

        await FillAsync(one, his, "gui", "2", [(of.Other, "2")]);
        var second = await FillAsync(other, hers, "gui", "2", [(of.Other, "2")]);

        Assert.Contains("Phiếu đã gửi ngày", second.Text, StringComparison.Ordinal);
        Assert.Equal(2, await served.LookAsync(s => s.Set<Assessment>().CountAsync(Cancel)));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_at_once_the_later_one_sees_what_changed_and_keeps_what_he_typed(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var (one, other) = (served.As(Actors.Secretary(of.First.Id)), served.As(Actors.Office(of.Committee.Id)));
        var (his, hers) = (await SheetAsync(one, cycle, of.First), await SheetAsync(other, cycle, of.First));

        await FillAsync(one, his, "luu", "2", [(of.Members[0], "2"), (of.Members[1], "2")]);
        var told = await FillAsync(other, hers, "luu", "2", [(of.Members[0], "3"), (of.Members[2], "r4")]);

        Assert.Contains(
            "người khác vừa ghi «Hoàn thành tốt nhiệm vụ», anh/chị ghi «Hoàn thành nhiệm vụ»",
            told.Text,
            StringComparison.Ordinal
        );
        Assert.Equal("3", Chosen(told, "de-nghi")[0]);
        var again = await other.SendAsync(told, ".grade-sheet", ("viec", "luu"));
        Assert.Contains("Đã lưu phiếu", again.Text, StringComparison.Ordinal);
        Assert.Equal(["3", "2", "r4", "2"], Chosen(again, "de-nghi"));
    }

    [Theory, OnBothDatabases]
    public async Task A_returned_sheet_says_why_and_is_sent_again(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var secretary = served.As(Actors.Secretary(of.First.Id));

        var sheet = await SheetAsync(committee, cycle, of.First);
        var why = await committee.SendAsync(sheet, ".return-sheet", ("Why", " "));
        Assert.Contains("Hãy ghi cần bổ sung", why.Text, StringComparison.Ordinal);
        await committee.SendAsync(sheet, ".return-sheet", ("Why", "Thiếu nhận xét nơi cư trú"));

        var back = await SheetAsync(secretary, cycle, of.First);
        Assert.Contains("Thiếu nhận xét nơi cư trú", back.Text, StringComparison.Ordinal);
        var again = await secretary.SendAsync(back, ".grade-sheet", ("viec", "gui"));
        Assert.Contains("Đã gửi phiếu", again.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Two_of_one_name_in_a_cell_are_told_apart_by_their_birth(DatabaseKind kind)
    {
        foreach (var (member, born) in of.Members.Zip([new DateOnly(1960, 3, 12), new DateOnly(1984, 5, 1)]))
        {
            member.Rename("Nguyễn Thị Tý");
            (member.BornOn, member.BornPrecision) = (born, DatePrecision.Day);
        }

        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));

        var sheet = await SheetAsync(secretary, cycle, of.First);
        var ballot = await secretary.OpenAsync($"{cycle}/bieu-quyet?nam={Year}&to-chuc={of.First.Id}");
        foreach (var page in new[] { sheet, ballot })
        {
            Assert.Contains("Nguyễn Thị Tý (sinh 12/03/1960)", page.Text, StringComparison.Ordinal);
            Assert.Contains("Nguyễn Thị Tý (sinh 01/05/1984)", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain($"{of.Members[2].FullName} (sinh", page.Text, StringComparison.Ordinal);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_grade_that_there_is_not_leaves_the_line_without_one(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));

        var sheet = await SheetAsync(secretary, cycle, of.First);
        var saved = await FillAsync(secretary, sheet, "luu", "-5", (of.Members[0], "r-1"), (of.Members[1], "300"));
        Assert.Equal(HttpStatusCode.OK, saved.Status);
        Assert.Equal(["", "", "", ""], Chosen(saved, "de-nghi"));
    }
}
