using System.Net;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Exchange.ReceiveFolder;
using TongKet.Tests.Support;

namespace TongKet.Tests.Portal;

/// <summary>The first page of each role: what waits for it, and nothing that is not its own.</summary>
public sealed class MyWorkPageTests
{
    private readonly WorldBuilder world = new();
    private readonly Organization district;
    private readonly Organization commune;
    private readonly Organization cell;
    private readonly Organization other;
    private readonly Member secretary;
    private readonly Member probationary;

    /// <summary>Today is 22/11/2026; grades of 2025 are there but for one member of the second cell.</summary>
    public MyWorkPageTests()
    {
        district = world.Found("HX", OrganizationKind.DistrictOrganization);
        commune = world.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, district);
        cell = world.FoundCell("HX.B01.01", commune);
        other = world.FoundCell("HX.B01.02", commune);
        secretary = world.Enroll(cell);
        // Of her nothing is recorded.
        world.Enroll(other);
        world.Grade(secretary, 2025, Grade.Good);
        world.Grade(world.Enroll(other), 2025, Grade.Good);
        probationary = world.Admit(cell, new(2025, 12, 2));
        probationary.CitizenId = null;
        world.LeaveUngraded(probationary, 2025, NoGradeReason.AdmittedUnderSixMonths);
        world.Appoint(secretary, cell, "Bí thư chi bộ", 1);
        world.Assign(commune, 2026, "CT01", 3, "new_member_count");
        world.Assign(commune, 2026, "CT02", 5);
    }

    [Theory, OnBothDatabases]
    public async Task An_office_sees_what_is_due_and_lacking_and_opens_each_to_its_list(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(commune.Id));

        var page = await visitor.OpenAsync("/");

        Assert.Equal(
            [
                "1 đảng viên dự bị đến hạn xét công nhận chính thức",
                "Chốt danh sách kiểm điểm, xếp loại năm 2026",
                "2 tổ chức đảng chưa có bí thư",
                "1 đảng viên cần bổ sung hồ sơ",
                "1 chi bộ còn đảng viên chưa ghi mức xếp loại năm 2025",
                "1 chỉ tiêu năm 2026 chưa có kết quả",
            ],
            page.Texts(".work a")
        );
        Assert.Contains("hạn 31/12/2026, còn 39 ngày", page.Text, StringComparison.Ordinal);

        var list = await visitor.OpenAsync(page.LinkOf("tổ chức đảng chưa có bí thư"));
        Assert.Equal(["Tổ chức HX.B01", "Tổ chức HX.B01.02"], list.Texts("tbody th"));
        list = await visitor.OpenAsync(page.LinkOf("chi bộ còn đảng viên chưa ghi"));
        Assert.Equal(["Tổ chức HX.B01.02"], list.Texts("tbody th"));
        Assert.Single((await visitor.OpenAsync(list.LinkOf("HX.B01.02"))).Texts("tbody tr"));
    }

    [Theory, OnBothDatabases]
    public async Task A_leader_sees_five_figures_and_who_is_behind(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);

        var page = await program.As(Actors.Leader(district.Id)).OpenAsync("/");

        Assert.Equal(5, page.Texts(".figure").Count);
        Assert.Contains("1 trong 1 tổ chức có chỉ tiêu kết nạp chưa đạt", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Tổ chức HX.B01"], page.Texts("tbody th"));
        Assert.Empty(page.Texts(".work"));
        Assert.StartsWith("/bao-cao", page.LinkOf("Xem báo cáo"), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_secretary_sees_his_cell_alone(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Secretary(cell.Id));

        var page = await visitor.OpenAsync("/");

        Assert.Contains("1 đảng viên dự bị đến hạn xét công nhận chính thức", page.Texts(".work a"));
        Assert.DoesNotContain("HX.B01.02", page.Text, StringComparison.Ordinal);
        var list = await visitor.OpenAsync(page.LinkOf("đảng viên cần bổ sung"));
        Assert.Equal([probationary.FullName], list.Texts("tbody th"));
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync($"/viec-cua-toi/can-bo-sung?to-chuc={other.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync("/viec-cua-toi/khong-co")).Status);
    }

    [Theory, OnBothDatabases]
    public async Task A_member_sees_his_own_record_and_grade(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);

        var page = await program.As(Actors.Member(cell.Id, secretary.Id)).OpenAsync("/");

        Assert.Contains(secretary.FullName, page.Text, StringComparison.Ordinal);
        Assert.Contains("Tổ chức HX.B01.01", page.Text, StringComparison.Ordinal);
        Assert.Contains("Hoàn thành tốt nhiệm vụ", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Texts(".figure"));
        Assert.DoesNotContain(probationary.FullName, page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task An_administrator_sees_accounts_and_the_machine_and_no_record(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);

        var page = await program.As(Actors.Administrator()).OpenAsync("/");

        Assert.Equal("1", page.Texts(".figure-value")[0]);
        Assert.Contains("sẵn sàng", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("HX", page.Text.Replace(database.Address, "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Workbooks_that_have_not_come_are_told_once_some_have(DatabaseKind kind)
    {
        world.Found("HX.C01", OrganizationKind.GrassrootsCell, district);
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));
        Assert.DoesNotContain("chưa gửi tệp", (await visitor.OpenAsync("/")).Text, StringComparison.Ordinal);

        await using (var store = database.OpenStore())
        {
            store.Add(
                new Delivery
                {
                    Id = world.NextId(),
                    OrganizationId = commune.Id,
                    Year = 2026,
                    FileName = "HX.B01.xlsx",
                    Sha256 = "0",
                    By = "test",
                    State = DeliveryState.WithErrors,
                }
            );
            await store.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var page = await visitor.OpenAsync("/");
        Assert.Contains("1 đơn vị gửi tệp năm 2026 còn lỗi", page.Texts(".work a"));
        Assert.Contains("1 đơn vị chưa gửi tệp năm 2026", page.Texts(".work a"));
    }

    [Theory, OnBothDatabases]
    public async Task Where_nothing_waits_the_page_says_what_to_do_next(DatabaseKind kind)
    {
        var done = new WorldBuilder();
        var only = done.Found("XY", OrganizationKind.GrassrootsCell);
        var one = done.Enroll(only);
        done.Grade(one, 2023, Grade.Good);
        done.Appoint(one, only, "Bí thư chi bộ", 1);
        done.Assign(only, 2023, "CT01", 1).ManualResult = 1;
        await using var database = await TestDatabase.MigratedAsync(kind);
        await done.SaveAsync(database, cancel: TestContext.Current.CancellationToken);
        await using var program = await ServedProgram.StartAsync(database);

        var page = await program.As(Actors.Office(only.Id)).OpenAsync("/?nam=2023");

        Assert.Contains("Không có việc nào đang chờ", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("/bao-cao", page.LinkOf("Xem báo cáo"), StringComparison.Ordinal);
    }

    private async Task<TestDatabase> SaveAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.MigratedAsync(kind);
        await world.SaveAsync(database);
        return database;
    }
}
