using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Targets;

/// <summary>An office assigns targets, sees what came of them and opens each result to its records.</summary>
public sealed class TargetPagesTests
{
    private readonly WorldBuilder world = new();
    private readonly Organization district;
    private readonly Organization commune;
    private readonly Organization office;
    private readonly Organization cell;

    public TargetPagesTests()
    {
        district = world.Found("HX", OrganizationKind.DistrictOrganization);
        commune = world.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, district);
        cell = world.FoundCell("HX.B01.01", commune);
        office = world.Found("HX.BTC", OrganizationKind.Commission, district);
        world.Enroll(cell);
        foreach (var day in new DateOnly[] { new(2023, 2, 3), new(2023, 5, 19), new(2023, 9, 2) })
        {
            world.Admit(cell, day);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_result_that_is_measured_opens_to_exactly_its_records(DatabaseKind kind)
    {
        world.Assign(district, 2023, "CT01", 2, "new_member_count");
        world.Assign(district, 2023, "CT02", 10);
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        var page = await visitor.OpenAsync("/chi-tieu?nam=2023");

        Assert.Contains("1/2 chỉ tiêu hoàn thành", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Hoàn thành", "Chưa có số liệu"], page.Texts("td .mark"));
        Assert.Contains("đạt 150,0%, vượt 50,0% chỉ tiêu", page.Text, StringComparison.Ordinal);
        var records = await visitor.OpenRecordsAsync(page.LinkOf("3"));
        Assert.Equal(3, records.Records.Count);
    }

    [Theory, OnBothDatabases]
    public async Task Within_the_year_the_result_stands_against_the_whole_year(DatabaseKind kind)
    {
        world.Assign(district, 2023, "CT01", 5, "new_member_count");
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);

        var page = await program.As(Actors.Office(district.Id)).OpenAsync("/chi-tieu?nam=2023&tinh-den=30/06/2023");

        Assert.Contains("đạt 40,0% chỉ tiêu năm", page.Text, StringComparison.Ordinal);
        Assert.Contains("còn phải kết nạp 3 đảng viên trong 6 tháng còn lại", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Targets_of_a_body_are_measured_where_it_works(DatabaseKind kind)
    {
        world.Assign(office, 2023, "N01", 3, "new_member_count");
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        var page = await visitor.OpenAsync($"/chi-tieu?nam=2023&to-chuc={office.Id}");

        Assert.Contains("1/1 chỉ tiêu hoàn thành", page.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await visitor.OpenRecordsAsync(page.LinkOf("3"))).Records.Count);
    }

    [Theory, OnBothDatabases]
    public async Task A_target_is_assigned_changed_given_a_result_and_taken_off(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        var form = await visitor.OpenAsync("/chi-tieu/them?nam=2023");
        var list = await visitor.SendAsync(
            form,
            "[data-keep]",
            ("Form.Code", "CT09"),
            ("Form.Name", "Cam kết tu dưỡng, rèn luyện"),
            ("Form.Unit", "%"),
            ("Form.Base", "tổng số đảng viên"),
            ("Form.Value", "95,5")
        );
        Assert.Contains("Đã lưu chỉ tiêu", list.Text, StringComparison.Ordinal);
        Assert.Contains("Tính trên: tổng số đảng viên", list.Text, StringComparison.Ordinal);

        var result = await visitor.OpenAsync(list.LinkOf("Ghi kết quả"));
        list = await visitor.SendAsync(result, "[data-keep]", ("Form.Value", "96"));
        Assert.Equal(["Hoàn thành"], list.Texts("td .mark"));
        Assert.Contains("vượt 0,5 điểm phần trăm", list.Text, StringComparison.Ordinal);

        var change = await visitor.OpenAsync(list.LinkOf("Sửa"));
        list = await visitor.SendAsync(change, "[data-keep]", ("Form.Value", "97"));
        Assert.Equal(["Chưa hoàn thành"], list.Texts("td .mark"));
        Assert.Contains("thấp hơn 1 điểm phần trăm", list.Text, StringComparison.Ordinal);

        change = await visitor.OpenAsync(list.LinkOf("Sửa"));
        list = await visitor.SendAsync(change, ".remove form");
        Assert.Contains("Chưa có chỉ tiêu nào", list.Text, StringComparison.Ordinal);

        Assert.Equal(
            ["targets.assign", "targets.record-result", "targets.change", "targets.remove"],
            await ActsOnTargetsAsync(database)
        );
    }

    [Theory, OnBothDatabases]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(DatabaseKind kind)
    {
        world.Assign(district, 2023, "CT01", 5);
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        var form = await visitor.OpenAsync("/chi-tieu/them?nam=2023");
        var again = await visitor.SendAsync(
            form,
            "[data-keep]",
            ("Form.Code", "ct01"),
            ("Form.Name", "Mô hình mới"),
            ("Form.Unit", "%"),
            ("Form.Value", "90")
        );

        Assert.Equal(
            [
                "Lỗi: Mã chỉ tiêu «ct01» đã có trong năm này. Dùng mã khác, hoặc mở chỉ tiêu ấy để sửa.",
                "Lỗi: Chỉ tiêu tính bằng % phải ghi rõ tính trên cơ sở nào, ví dụ: tổng số đảng viên được xếp loại.",
            ],
            again.Texts(".field-error")
        );
        Assert.Equal("Mô hình mới", again.Document.QuerySelector("[name='Form.Name']")!.TextContent);
        Assert.Empty(await ActsOnTargetsAsync(database));
    }

    [Theory, OnBothDatabases]
    public async Task A_target_above_the_cap_is_kept_and_warned_of(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        var list = await visitor.SendAsync(
            await visitor.OpenAsync("/chi-tieu/them?nam=2023"),
            "[data-keep]",
            ("Form.Code", "CT02"),
            ("Form.Name", "Tổ chức cơ sở đảng hoàn thành xuất sắc"),
            ("Form.Figure", "org_excellent_rate"),
            ("Form.Value", "20")
        );

        Assert.Contains("Đã lưu chỉ tiêu", list.Text, StringComparison.Ordinal);
        Assert.Contains("Giao 20% cao hơn mức nhiều nhất có thể đạt là 16,6%", list.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Copies_to_the_next_year_come_without_results_and_only_once(DatabaseKind kind)
    {
        var byHand = world.Assign(district, 2023, "CT01", 5);
        byHand.ManualResult = 6;
        world.Assign(district, 2023, "CT02", 7);
        world.Assign(district, 2024, "CT02", 8);
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        var page = await visitor.OpenAsync("/chi-tieu?nam=2023");
        var next = await visitor.SendAsync(page, "main form.actions");

        Assert.Equal("Chỉ tiêu năm 2024", next.Title);
        Assert.Contains("Đã chép 1 chỉ tiêu", next.Text, StringComparison.Ordinal);
        var again = await visitor.SendAsync(page, "main form.actions");
        Assert.Contains("Năm 2024 đã có đủ các chỉ tiêu này", again.Text, StringComparison.Ordinal);
        await using var store = database.OpenStore();
        var copies = await store
            .Set<Target>()
            .Where(t => t.Year == byHand.Year + 1)
            .OrderBy(t => t.Code)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [("CT01", 5m, null), ("CT02", 8m, (decimal?)null)],
            copies.Select(t => (t.Code, t.AssignedValue, t.ManualResult))
        );
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_changes_targets_that_are_not_his(DatabaseKind kind)
    {
        var target = world.Assign(district, 2023, "CT01", 5);
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);

        var leader = program.As(Actors.Leader(district.Id));
        Assert.DoesNotContain("Sửa", (await leader.OpenAsync("/chi-tieu?nam=2023")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.OpenAsync($"/chi-tieu/{target.Id}/sua")).Status);

        var below = program.As(Actors.Office(commune.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await below.OpenAsync($"/chi-tieu?to-chuc={district.Id}&nam=2023")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await below.OpenAsync($"/chi-tieu/{target.Id}/sua?nam=2023")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await below.OpenAsync($"/chi-tieu/{target.Id}/ket-qua?nam=2023")).Status);
    }

    private async Task<TestDatabase> SaveAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.MigratedAsync(kind);
        await world.SaveAsync(database);
        return database;
    }

    private static async Task<List<string>> ActsOnTargetsAsync(TestDatabase database)
    {
        await using var store = database.OpenStore();
        return await store
            .Set<ChangeLine>()
            .Where(c => c.Entity == "target" && c.Act.StartsWith("targets."))
            .OrderBy(c => c.Seq)
            .Select(c => c.Act)
            .ToListAsync(TestContext.Current.CancellationToken);
    }
}
