using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Regulations.PublishVersion;
using TongKet.Tests.Support;

namespace TongKet.Tests.Regulations;

/// <summary>The administrator confirms or changes a parameter by a new version; nothing published is ever edited.</summary>
public sealed class PublishVersionTests
{
    private const string Cap = "/quy-dinh/hd-25-2023/excellent_cap_base_members/cong-bo";
    private readonly WorldBuilder world = new();
    private readonly Organization district;
    private readonly Organization cell;

    public PublishVersionTests()
    {
        district = world.Found("HX", OrganizationKind.DistrictOrganization);
        var commune = world.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, district);
        cell = world.FoundCell("HX.B01.01", commune);
        world.Grade(world.Enroll(cell), 2023, Grade.Good);
        world.LeaveUngraded(world.Enroll(cell), 2023, NoGradeReason.AdmittedUnderSixMonths);
        world.LeaveUngraded(world.Enroll(cell), 2023, NoGradeReason.Exempt);
    }

    [Theory, OnBothDatabases]
    public async Task A_confirmed_parameter_is_a_new_version_with_its_reason_and_the_old_one_is_found(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var administrator = served.As(Actors.Administrator());
        var book = served.Program.Services.GetRequiredService<RuleBook>();
        var before = book.All.Single(r => r.Id == "hd-25-2023");

        var page = await administrator.SendAsync(
            await administrator.OpenAsync(Cap),
            "[data-keep]",
            ("Form.Article", "QĐ 124, Điều 12, khoản 1"),
            ("Form.IsConfirmed", "true"),
            ("Form.Reason", "đối chiếu với bản gốc")
        );

        Assert.Contains("Đã công bố", page.Text, StringComparison.Ordinal);
        Assert.Contains("đã xác nhận", page.Texts("tr#excellent_cap_base_members .mark"));
        var version = Assert.Single(page.Texts("tbody tr"), row => row.StartsWith("Bản 1", StringComparison.Ordinal));
        Assert.Contains("đối chiếu với bản gốc", version, StringComparison.Ordinal);
        Assert.Contains("SystemAdministrator", version, StringComparison.Ordinal);
        Assert.Contains(
            before.Hash,
            (await served.LookAsync(s => s.Set<RuleSetVersion>().SingleAsync(TestContext.Current.CancellationToken))).BeforeHash,
            StringComparison.Ordinal
        );

        var now = book.All.Single(r => r.Id == "hd-25-2023");
        Assert.NotEqual(before.Hash, now.Hash);
        Assert.False(book.Find("hd-25-2023", before.Hash).Value!["excellent_cap_base_members"].Confirmed);
        Assert.Single(await served.LinesOfAsync(PublishVersionHandler.Act));
        // Whoever reads the share of Excellent sees it at once.
        var cap = await served.As(Actors.Office(district.Id)).OpenAsync("/ty-le-khong-che?nam=2023");
        Assert.Contains("QĐ 124, Điều 12, khoản 1", cap.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_one_program_publishes_the_other_serves_and_counts_by(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await world.SaveAsync(database, cancel: TestContext.Current.CancellationToken);
        await using var here = await ServedProgram.StartAsync(database);
        await using var there = await ServedProgram.StartAsync(database);
        var reader = there.As(Actors.Office(district.Id));
        Assert.Equal("2", await OutsideAsync(reader));

        var administrator = here.As(Actors.Administrator());
        var page = await administrator.SendAsync(
            await administrator.OpenAsync("/quy-dinh/hd-25-2023/not_graded_reasons/cong-bo"),
            "[data-keep]",
            ("chon", "Exempt"),
            ("chon", "Suspended"),
            ("Form.Reason", "đọc lại Điều 5")
        );

        Assert.Contains("Đã công bố", page.Text, StringComparison.Ordinal);
        Assert.Equal("1", await OutsideAsync(reader));
        Assert.Equal("1", await OutsideAsync(here.As(Actors.Office(district.Id))));
    }

    [Theory, OnBothDatabases]
    public async Task A_slip_is_refused_in_words_and_nothing_typed_is_lost(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var administrator = served.As(Actors.Administrator());
        const string percent = "/quy-dinh/hd-43-2025/excellent_cap_percent/cong-bo";

        var over = await SendAsync(percent, ("Form.Value", "200"), ("Form.Reason", "thử"));
        Assert.Contains("Giá trị phải từ 0 đến 100", over.Text, StringComparison.Ordinal);
        Assert.Equal("200", over.Document.QuerySelector("[name='Form.Value']")!.GetAttribute("value"));
        Assert.Contains("phải là một số", (await SendAsync(percent, ("Form.Value", "hai mươi"))).Text, StringComparison.Ordinal);
        Assert.Contains("Ghi lý do công bố", (await SendAsync(percent, ("Form.Value", "22,5"))).Text, StringComparison.Ordinal);
        Assert.Contains("Không có gì khác", (await SendAsync(percent, ("Form.Reason", "thử"))).Text, StringComparison.Ordinal);
        var unsure = await SendAsync(
            "/quy-dinh/hd-43-2025/deadline_superior/cong-bo",
            ("Form.IsConfirmed", "true"),
            ("Form.Reason", "thử")
        );
        Assert.Contains("phải ghi căn cứ", unsure.Text, StringComparison.Ordinal);
        var wrongDay = await SendAsync(
            "/quy-dinh/hd-43-2025/deadline_superior/cong-bo",
            ("Form.Value", "31/02+"),
            ("Form.Reason", "thử")
        );
        Assert.Contains("Thời hạn không đúng", wrongDay.Text, StringComparison.Ordinal);

        Assert.Equal(0, await served.LookAsync(s => s.Set<RuleSetVersion>().CountAsync(TestContext.Current.CancellationToken)));

        async Task<VisitedPage> SendAsync(string address, params (string, string?)[] fields) =>
            await administrator.SendAsync(await administrator.OpenAsync(address), "[data-keep]", fields);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_publish_from_the_same_version_the_second_looks_again(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, world);
        var (first, second) = (served.As(Actors.Administrator()), served.As(Actors.Administrator()));
        var (one, two) = (await first.OpenAsync(Cap), await second.OpenAsync("/quy-dinh/hd-25-2023/complaint_days/cong-bo"));

        await first.SendAsync(one, "[data-keep]", ("Form.Note", "đã đọc"), ("Form.Reason", "ghi chú"));
        var late = await second.SendAsync(
            two,
            "[data-keep]",
            ("Form.Value", "30"),
            ("Form.IsUnknown", null),
            ("Form.Reason", "theo hướng dẫn")
        );

        Assert.Contains("Vừa có bản khác được công bố", late.Text, StringComparison.Ordinal);
        Assert.Equal(1, await served.LookAsync(s => s.Set<RuleSetVersion>().CountAsync(TestContext.Current.CancellationToken)));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_else_publishes(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, world);
        foreach (
            var other in new[]
            {
                Actors.Office(district.Id),
                Actors.Leader(district.Id),
                Actors.Secretary(cell.Id),
                Actors.Auditor(district.Id),
            }
        )
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await served.As(other).OpenAsync(Cap)).Status);
        }

        var administrator = served.As(Actors.Administrator());
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync("/quy-dinh/hd-25-2023/khong_co/cong-bo")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.OpenAsync("/quy-dinh/hd-25-2023/paper/cong-bo")).Status);
    }

    /// <summary>How many of 2023 are outside of grading.</summary>
    private static async Task<string> OutsideAsync(Visitor reader)
    {
        var page = await reader.OpenAsync("/xep-loai?nam=2023");
        return page.Document.QuerySelector("a[href*='member_exempt_count']")!.TextContent.Trim();
    }
}
