using System.Net;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reviews;

/// <summary>The classification accounts for everybody; the share of Excellent is shown in every reading.</summary>
public sealed class GradePagesTests
{
    private readonly WorldBuilder world = new();
    private readonly Organization district;
    private readonly Organization commune;
    private readonly Organization cell;
    private readonly Organization school;
    private readonly List<Member> members = [];

    /// <summary>A commune with ten Good and three Excellent, one exempt and one not recorded; a school with one Good.</summary>
    public GradePagesTests()
    {
        district = world.Found("HX", OrganizationKind.DistrictOrganization);
        commune = world.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, district);
        cell = world.FoundCell("HX.B01.01", commune);
        school = world.Found("HX.C01", OrganizationKind.GrassrootsCell, district);
        for (var i = 0; i < 15; i++)
        {
            members.Add(world.Enroll(cell));
        }

        foreach (var (member, i) in members.Take(13).Select((m, i) => (m, i)))
        {
            world.Grade(member, 2023, i < 3 ? Grade.Excellent : Grade.Good);
        }

        world.LeaveUngraded(members[13], 2023, NoGradeReason.Exempt);
        world.Grade(world.Enroll(school), 2023, Grade.Good);
        world.Rate(commune, 2023, Grade.Excellent);
        world.Rate(school, 2023, Grade.Good);
        world.Rate(cell, 2023, Grade.Good);
    }

    [Theory, OnBothDatabases]
    public async Task Graded_and_each_reason_add_up_to_the_roster_and_every_number_opens(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        var page = await visitor.OpenAsync("/xep-loai?nam=2023");

        var accounting = page
            .Document.QuerySelectorAll("table")
            .Single(t => t.QuerySelector("caption")!.TextContent.StartsWith("Đảng viên được xếp loại", StringComparison.Ordinal));
        var counts = accounting
            .QuerySelectorAll("tbody tr")
            .Select(r => int.Parse(r.QuerySelector("td")!.TextContent.Trim(), System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal([14, 1, 0, 0, 0, 1], counts);
        Assert.Equal("16", accounting.QuerySelector("tfoot td")!.TextContent.Trim());

        var addresses = page
            .Document.QuerySelectorAll("main td a.figure-link")
            .Select(a => (a.GetAttribute("href")!, a.TextContent.Trim()));
        foreach (var (address, number) in addresses.Distinct().Where(a => a.Item2 != "0"))
        {
            Assert.Equal(number, $"{(await visitor.OpenRecordsAsync(address)).Records.Count}");
        }
    }

    [Theory, OnBothDatabases]
    public async Task Below_stand_the_organizations_in_the_offices_order_and_are_found_without_marks(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Leader(district.Id));

        var page = await visitor.OpenAsync("/xep-loai?nam=2023");
        Assert.Equal(["Tổ chức HX.B01", "Tổ chức HX.C01"], Names(page));

        Assert.Equal(["Tổ chức HX.C01"], Names(await visitor.OpenAsync("/xep-loai?nam=2023&ten=to%20chuc%20hx.c")));
    }

    [Theory, OnBothDatabases]
    public async Task Before_the_roster_is_closed_nothing_is_known_of_the_year(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);

        var page = await program.As(Actors.Office(district.Id)).OpenAsync("/xep-loai?nam=2023&tinh-den=30/06/2023");

        Assert.Contains("chốt ngày 31/12/2023; đến ngày 30/06/2023 chưa có kết quả", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Texts("main table"));
    }

    [Theory, OnBothDatabases]
    public async Task A_secretary_sees_his_cell_by_name_and_no_other(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var secretary = program.As(Actors.Secretary(cell.Id));

        var page = await secretary.OpenAsync("/xep-loai?nam=2023");

        Assert.Contains(members[0].FullName, page.Texts("tbody th a"));
        Assert.Contains("Được miễn công tác và sinh hoạt đảng", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await secretary.OpenAsync($"/xep-loai?nam=2023&to-chuc={school.Id}")).Status);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await secretary.OpenAsync($"/ty-le-khong-che?nam=2023&to-chuc={district.Id}")).Status
        );
    }

    [Theory, OnBothDatabases]
    public async Task The_share_of_Excellent_is_said_in_every_reading_with_the_one_in_force(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        var page = await visitor.OpenAsync("/ty-le-khong-che?nam=2023");

        Assert.Contains("QĐ 124, Điều 12", page.Text, StringComparison.Ordinal);
        Assert.Contains("chưa xác nhận", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 trong 2 tổ chức cơ sở đảng vượt tỷ lệ khống chế", page.Text, StringComparison.Ordinal);
        var line = page
            .Document.QuerySelectorAll("tbody tr")
            .Last(r => r.TextContent.Contains("HX.B01", StringComparison.Ordinal));
        Assert.Contains("Vượt: 1", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("20% của 10 là 2, làm tròn xuống 2", line.TextContent, StringComparison.Ordinal);
        // Of thirteen Good or better 2,6, of thirteen graded the same.
        Assert.Equal(3, line.TextContent.Split("Vượt: 1").Length - 1);

        var over = await visitor.OpenAsync(page.LinkOf("Chỉ nơi vượt (1)"));
        Assert.DoesNotContain("Tổ chức HX.C01", over.Texts("tbody th > a"));
    }

    [Theory, OnBothDatabases]
    public async Task Organizations_are_grouped_as_the_regime_of_the_year_says(DatabaseKind kind)
    {
        world.Rate(commune, 2021, Grade.Excellent);
        world.Rate(school, 2021, Grade.Good);
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        var groups = (await visitor.OpenAsync("/ty-le-khong-che?nam=2021")).Texts("table")[0];
        Assert.Contains("Đảng bộ cơ sở", groups, StringComparison.Ordinal);
        Assert.Contains("Chi bộ cơ sở", groups, StringComparison.Ordinal);
        Assert.Contains(
            "Chưa ghi nhóm",
            (await visitor.OpenAsync("/ty-le-khong-che?nam=2023")).Texts("table")[0],
            StringComparison.Ordinal
        );
    }

    private static IEnumerable<string> Names(VisitedPage page) =>
        page
            .Document.QuerySelectorAll("tbody tr")
            .Where(r => r.QuerySelectorAll("td").Length > 6)
            .Select(r => r.QuerySelector("th")!.TextContent.Trim());

    private async Task<TestDatabase> SaveAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.MigratedAsync(kind);
        await world.SaveAsync(database);
        return database;
    }
}
