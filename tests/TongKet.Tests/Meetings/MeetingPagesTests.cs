using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Meetings;
using TongKet.Domain.Organizations;
using TongKet.Meetings.RecordMeeting;
using TongKet.Tests.Support;

namespace TongKet.Tests.Meetings;

/// <summary>A cell's meetings are recorded by its secretary, once each, and counted for all levels above it.</summary>
public sealed class MeetingPagesTests
{
    private readonly WorldBuilder world = new();
    private readonly Organization district;
    private readonly Organization commune;
    private readonly Organization cell;
    private readonly Organization other;

    public MeetingPagesTests()
    {
        district = world.Found("HX", OrganizationKind.DistrictOrganization);
        commune = world.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, district);
        (cell, other) = (world.FoundCell("HX.B01.01", commune), world.FoundCell("HX.B01.02", commune));
        world.Enroll(cell);
        world.Enroll(other);
    }

    [Theory, OnBothDatabases]
    public async Task A_secretary_records_a_meeting_and_the_levels_above_count_it(DatabaseKind kind)
    {
        world.Meet(other, new(2023, 3, 3));
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var secretary = served.As(Actors.Secretary(cell.Id));

        var page = await RecordAsync(secretary, "Regular", "05/04/2023", "20", "18");
        Assert.Equal(["05/04/2023"], page.Texts("tbody th a[href*='/sinh-hoat/']"));
        Assert.Contains("18/20", page.Text, StringComparison.Ordinal);
        await RecordAsync(secretary, "Thematic", "05/04/2023", "", "17");

        var office = served.As(Actors.Office(district.Id));
        var records = await office.OpenAsync($"/so-lieu/meeting_count?nam=2023&to-chuc={commune.Id}");
        Assert.Equal(3, records.Texts("tbody tr").Count);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_is_refused_in_words_and_nothing_typed_is_lost(DatabaseKind kind)
    {
        world.Meet(cell, new(2023, 4, 5));
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var secretary = served.As(Actors.Secretary(cell.Id));

        var twice = await RecordAsync(secretary, "Regular", "05/04/2023", "20", "18");
        Assert.Contains("Buổi sinh hoạt cùng loại ngày 05/04/2023 đã được ghi", twice.Text, StringComparison.Ordinal);
        Assert.Equal("18", twice.Document.QuerySelector("[name='Form.Present']")!.GetAttribute("value"));
        var toCome = await RecordAsync(secretary, "Regular", "05/04/2027", "20", "18");
        Assert.Contains("Ngày này chưa đến", toCome.Text, StringComparison.Ordinal);
        var more = await RecordAsync(secretary, "Regular", "06/04/2023", "20", "21");
        Assert.Contains("Có mặt 21 mà phải dự 20", more.Text, StringComparison.Ordinal);
        var words = await RecordAsync(secretary, "Regular", "31/02/2023", "hai mươi", "");
        Assert.Equal(2, words.Texts(".field-error").Count);

        Assert.Equal(1, await served.LookAsync(store => store.Set<Meeting>().CountAsync(TestContext.Current.CancellationToken)));
    }

    [Theory, OnBothDatabases]
    public async Task A_mistake_is_taken_out_and_the_log_keeps_it(DatabaseKind kind)
    {
        var meeting = world.Meet(cell, new(2023, 4, 5));
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var secretary = served.As(Actors.Secretary(cell.Id));

        var page = await secretary.SendAsync(await secretary.OpenAsync($"/sinh-hoat/{meeting.Id}"), ".remove form");

        Assert.Contains("Chưa ghi buổi sinh hoạt nào trong năm", page.Text, StringComparison.Ordinal);
        Assert.Equal([meeting.Id], (await served.LinesOfAsync(RemoveMeetingHandler.Act)).Select(l => l.RecordId));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Of_other_cells_nothing_is_there_and_who_only_sees_records_nothing(DatabaseKind kind)
    {
        var meeting = world.Meet(other, new(2023, 4, 5));
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var secretary = served.As(Actors.Secretary(cell.Id));
        var leader = served.As(Actors.Leader(commune.Id));

        Assert.Equal(HttpStatusCode.NotFound, (await secretary.OpenAsync($"/sinh-hoat/{meeting.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await leader.OpenAsync($"/sinh-hoat/{meeting.Id}")).Status);
        Assert.Empty((await leader.OpenAsync($"/sinh-hoat/{meeting.Id}")).Texts(".remove form"));
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.OpenAsync("/sinh-hoat/ghi")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_meeting_by_two_at_once_is_there_once(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var (secretary, office) = (served.As(Actors.Secretary(cell.Id)), served.As(Actors.Office(cell.Id)));

        await Task.WhenAll(
            RecordAsync(secretary, "Regular", "05/04/2023", "", "18"),
            RecordAsync(office, "Regular", "05/04/2023", "", "18")
        );

        Assert.Equal(1, await served.LookAsync(store => store.Set<Meeting>().CountAsync(TestContext.Current.CancellationToken)));
        await served.AssertSoundAsync();
    }

    private static async Task<VisitedPage> RecordAsync(Visitor visitor, string kind, string day, string due, string present) =>
        await visitor.SendAsync(
            await visitor.OpenAsync("/sinh-hoat/ghi?nam=2023"),
            "[data-keep]",
            ("Form.Kind", kind),
            ("Form.HeldOn", day),
            ("Form.Due", due),
            ("Form.Present", present)
        );
}
