using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Cli;
using TongKet.Domain.Access;
using TongKet.Domain.Commendations;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Reports;
using TongKet.Reports.ShowReport;
using TongKet.Store;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Commendations;

/// <summary>The commended are recorded as decided, counted for the year they are for, and named only to who may see them.</summary>
public sealed class CommendationPagesTests
{
    private readonly WorldBuilder world = new();
    private readonly Organization district;
    private readonly Organization commune;
    private readonly Organization cell;
    private readonly Member first;
    private readonly Member second;

    public CommendationPagesTests()
    {
        district = world.Found("HX", OrganizationKind.DistrictOrganization);
        commune = world.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, district);
        cell = world.FoundCell("HX.B01.01", commune);
        first = world.Enroll(cell);
        second = world.Enroll(cell);
        (first.FullName, first.NameFolded) = ("Nguyễn Văn Đức", "nguyen van duc");
    }

    [Theory, OnBothDatabases]
    public async Task Collectives_and_individuals_are_recorded_by_code_name_or_number(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        await RecordAsync(visitor, "Organization", "hx.b01", "MeritDiploma", "12-QĐ/HU");
        await RecordAsync(visitor, "Member", "nguyen van duc", "Certificate", "13-QĐ/HU");
        await RecordAsync(visitor, "Member", second.CitizenId!, "PartyBadge", "14-QĐ/TU");
        var list = await RecordAsync(visitor, "Individual", "Trần Thị Bình", "Certificate", "13-QĐ/HU");

        Assert.Equal(["1", "2", "3"], list.Texts(".figure-value"));
        Assert.Equal(["Tổ chức HX.B01"], list.Texts("tbody th"));
        var individuals = await visitor.OpenAsync(list.LinkOf("Cá nhân được khen thưởng (2)"));
        Assert.Equal(["Nguyễn Văn Đức", "Trần Thị Bình"], individuals.Texts("tbody th"));
        Assert.Equal([second.FullName], (await visitor.OpenAsync(list.LinkOf("Huy hiệu Đảng (1)"))).Texts("tbody th"));
        var records = await visitor.OpenAsync(list.LinkOf("2"));
        Assert.Equal(2, records.Texts("tbody tr").Count);
        await SoundWorld.AssertSilentAsync(database, new DateOnly(2023, 12, 31), new DateOnly(2023, 6, 30));
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_is_refused_in_words(DatabaseKind kind)
    {
        world.Commend(first, 2023).DecisionNumber = "13-QĐ/HU";
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        var empty = await visitor.SendAsync(await visitor.OpenAsync("/khen-thuong/them?nam=2023"), "[data-keep]");
        Assert.Equal(6, empty.Texts(".field-error").Count);
        Assert.All(empty.Texts(".field-error"), e => Assert.DoesNotContain("[", e, StringComparison.Ordinal));

        var unknown = await RecordAsync(visitor, "Member", "Nguyễn Văn Không Có", "Certificate", "1");
        Assert.Contains("Không tìm thấy đảng viên «Nguyễn Văn Không Có»", unknown.Text, StringComparison.Ordinal);

        var twice = await RecordAsync(visitor, "Member", "Nguyễn Văn Đức", "Certificate", "13-QĐ/HU");
        Assert.Contains("Khen thưởng này đã có theo quyết định số 13-QĐ/HU", twice.Text, StringComparison.Ordinal);

        var late = await RecordAsync(visitor, "Collective", "Tổ tự quản số 3", "Flag", "2", "05/03/2025");
        Assert.Contains("phải trong năm 2023 hoặc năm sau đó", late.Text, StringComparison.Ordinal);
        var toCome = await RecordAsync(visitor, "Collective", "Tổ tự quản số 3", "Flag", "2", "05/03/2027");
        Assert.Contains("Ngày quyết định chưa đến", toCome.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_mistake_is_mended_or_taken_out_and_the_log_keeps_it(DatabaseKind kind)
    {
        var given = world.Commend(first, 2023);
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        var change = await visitor.OpenAsync((await visitor.OpenAsync("/khen-thuong?nam=2023&loai=ca-nhan")).LinkOf("Sửa"));
        var list = await visitor.SendAsync(change, "[data-keep]", ("Form.Kind", "MeritDiploma"), ("Form.Level", "Province"));
        list = await visitor.OpenAsync(list.LinkOf("Cá nhân được khen thưởng (1)"));
        Assert.Contains("Bằng khen", list.Text, StringComparison.Ordinal);

        list = await visitor.SendAsync(await visitor.OpenAsync(list.LinkOf("Sửa")), ".remove form");
        Assert.Contains("Đã bỏ khen thưởng ghi nhầm", list.Text, StringComparison.Ordinal);
        await using var store = database.OpenStore();
        Assert.Equal(
            ["test.world", "commendations.record", "commendations.remove"],
            await store
                .Set<ChangeLine>()
                .Where(c => c.Entity == "commendation" && c.RecordId == given.Id)
                .OrderBy(c => c.Seq)
                .Select(c => c.Act)
                .ToListAsync(TestContext.Current.CancellationToken)
        );
        await SoundWorld.AssertSilentAsync(database);
    }

    [Theory, OnBothDatabases]
    public async Task Decisions_of_January_count_for_the_year_that_is_over_and_not_within_it(DatabaseKind kind)
    {
        world.Commend(first, 2023, new(2023, 5, 19));
        world.Commend(second, 2023, new(2024, 1, 10));
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var visitor = program.As(Actors.Office(district.Id));

        Assert.Equal("2", (await visitor.OpenAsync("/khen-thuong?nam=2023")).Texts(".figure-value")[1]);
        Assert.Equal("1", (await visitor.OpenAsync("/khen-thuong?nam=2023&tinh-den=30/06/2023")).Texts(".figure-value")[1]);
        // Of a year without any record nothing is known.
        Assert.Contains(
            "—",
            (await visitor.OpenAsync("/khen-thuong?nam=2022")).Texts(".figure-value")[1],
            StringComparison.Ordinal
        );
    }

    [Theory, OnBothDatabases]
    public async Task Only_who_may_see_members_reads_their_names_in_the_report(DatabaseKind kind)
    {
        world.Commend(first, 2023);
        world.Commend(commune, 2023);
        await using var database = await SaveAsync(kind);

        var office = await ReportAsync(database, Actors.Office(district.Id));
        Assert.Contains("Nguyễn Văn Đức", office, StringComparison.Ordinal);
        Assert.Contains(
            "Khen thưởng 1 tập thể, trong đó 1 tổ chức đảng; 1 cá nhân, trong đó 1 đảng viên.",
            office,
            StringComparison.Ordinal
        );

        var machine = await ReportAsync(database, Actor.Operator("test"));
        Assert.Contains("N. V. Đ.", machine, StringComparison.Ordinal);
        Assert.Contains("Tổ chức HX.B01", machine, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn Đức", machine, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_sees_or_mends_what_another_branch_was_given(DatabaseKind kind)
    {
        var given = world.Commend(commune, 2023);
        var other = world.Found("HX.C01", OrganizationKind.GrassrootsCell, district);
        await using var database = await SaveAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);

        var stranger = program.As(Actors.Office(other.Id));
        Assert.DoesNotContain("HX.B01", (await stranger.OpenAsync("/khen-thuong?nam=2023")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.OpenAsync($"/khen-thuong/{given.Id}/sua?nam=2023")).Status);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await program.As(Actors.Leader(district.Id)).OpenAsync("/khen-thuong/them")).Status
        );
    }

    private static async Task<string> ReportAsync(TestDatabase database, Actor actor)
    {
        var host = new VerbHost(Program.Rooms, TextWriter.Null, TextWriter.Null);
        await using var services = host.Services(DatabaseAddress.Parse(database.Address)!);
        await using var scope = services.CreateAsyncScope();
        var view = await scope
            .ServiceProvider.GetRequiredService<ReportQuery>()
            .AskAsync(actor, "HX", 2023, null, TestContext.Current.CancellationToken);
        var blocks = view!.Sections.Single(s => s.Heading == "Khen thưởng").Blocks;
        return string.Join('\n', blocks.Select(TextOf));
    }

    private static string TextOf(ReportBlock block) =>
        block switch
        {
            ReportSentence sentence => string.Concat(sentence.Spans.Select(s => s.Text)),
            ReportTable table => string.Join('\n', table.Rows.Select(r => string.Join(" | ", r.Select(s => s.Text)))),
            _ => "",
        };

    private static async Task<VisitedPage> RecordAsync(
        Visitor visitor,
        string subject,
        string name,
        string form,
        string decision,
        string day = "20/12/2023"
    ) =>
        await visitor.SendAsync(
            await visitor.OpenAsync("/khen-thuong/them?nam=2023"),
            "[data-keep]",
            ("Form.Subject", subject),
            ("Form.Name", name),
            ("Form.Kind", form),
            ("Form.Level", nameof(CommendationLevel.District)),
            ("Form.Decision", decision),
            ("Form.DecidedOn", day)
        );

    private async Task<TestDatabase> SaveAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.MigratedAsync(kind);
        await world.SaveAsync(database);
        return database;
    }
}
