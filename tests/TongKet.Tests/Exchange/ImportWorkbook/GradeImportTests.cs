using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Store;
using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ImportWorkbook.OrganizationImportTests;
using static TongKet.Tests.Exchange.ImportWorkbook.Small;
using static TongKet.Tests.Exchange.ImportWorkbook.StayImportTests;

namespace TongKet.Tests.Exchange.ImportWorkbook;

/// <summary>Grades, targets and counts that come by file (decisions 6, 7, 10).</summary>
public sealed class GradeImportTests
{
    private const string An = "Nguyễn Văn An";
    private const string Excellent = "Hoàn thành xuất sắc nhiệm vụ";
    private const string Good = "Hoàn thành tốt nhiệm vụ";

    [Theory]
    [OnBothDatabases(2018, "hd-16-2018")]
    [OnBothDatabases(2022, "hd-21-2019")]
    [OnBothDatabases(2023, "hd-25-2023")]
    [OnBothDatabases(2024, "hd-25-2023")]
    public async Task A_grade_stands_as_decided_under_the_rules_of_the_years_end(DatabaseKind kind, int year, string rules)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var file = World(year).Member(An, "H.1.1").Grade(An, Good).OrganizationGrade("H.1", null, "Thành lập dưới 6 tháng");
        await desk.TakeAsync(file);

        var grade = await desk.LookAsync(s => s.Set<MemberGrade>().SingleAsync());
        var ofOrganization = await desk.LookAsync(s => s.Set<OrganizationGrade>().SingleAsync());
        Assert.Equal((Grade.Good, year, rules, true), (grade.Grade, grade.Year, grade.RuleSet, grade.FromFile));
        Assert.Equal((Grade.None, rules, true), (ofOrganization.Grade, ofOrganization.RuleSet, ofOrganization.FromFile));
        await AssertSameAgainAsync(desk, file);
    }

    [Theory, OnBothDatabases]
    public async Task A_mended_grade_is_changed_and_one_decided_in_the_program_is_not(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Member(An, "H.1.1").Grade(An, Good));
        var result = await desk.TakeAsync(World().Member(An, "H.1.1").Grade(An, null, "Chưa kiểm điểm"));
        Assert.Equal((0, 1), (result.Add, result.Change));

        await desk.LookAsync(s => s.Set<MemberGrade>().ExecuteUpdateAsync(g => g.SetProperty(x => x.FromFile, false)));
        var refused = await desk.ApplyAsync(World().Member(An, "H.1.1").Grade(An, Good));
        Assert.Equal([("Xếp loại đảng viên", 2, "Mức xếp loại", "exchange.import.grade-decided-here")], Named(refused.Errors));
    }

    [Theory, OnBothDatabases]
    public async Task A_grade_needs_somebody_and_a_member_who_left_before_the_roster_is_only_warned_of(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var file = World().Member(An, "H.1.1", state: "Từ trần", stateOn: Day(2023, 12, 31)).Grade(An, Good);
        var gone = await desk.PreviewAsync(file);
        Assert.Contains(("Xếp loại đảng viên", 2, "Số CCCD", "exchange.import.not-on-roster"), Named(gone.Warnings));
        Assert.Empty(gone.Errors);

        // He counts on no day from the one he leaves on: the day after the roster he is still on it.
        var later = await desk.PreviewAsync(
            World().Member(An, "H.1.1", state: "Từ trần", stateOn: Day(2024, 1, 1)).Grade(An, Good)
        );
        Assert.DoesNotContain(later.Warnings, w => w.Code == "exchange.import.not-on-roster");

        var nobody = await desk.PreviewAsync(World().Grade("001080000099", Good, cell: "H.1.1"));
        Assert.Equal([("Xếp loại đảng viên", 2, "Số CCCD", "exchange.import.grade-of-nobody")], Named(nobody.Errors));
    }

    [Theory, OnBothDatabases]
    public async Task Grades_may_come_alone_for_members_in_the_database(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(
            World().Member(An, "H.1.1", "001080000001").Member("Lê Văn Cao", "H.2", "", record: "LL-9", note: "Chưa được cấp")
        );
        var result = await desk.TakeAsync(
            new WorkbookBuilder().Grade("001080000001", Good, cell: "H.1.1").Grade("LL-9", Good, cell: "H.2")
        );

        Assert.Equal((2, 0, 0), (result.Add, result.Change, result.Same));
    }

    [Theory, OnBothDatabases]
    public async Task A_cap_exceeded_is_a_warning(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var file = World();
        foreach (var n in Enumerable.Range(1, 5))
        {
            file.Member($"Đảng viên {n}", "H.1.1").Grade($"Đảng viên {n}", Good);
        }

        // Of five good one may be excellent; of one grassroots organization with no good beside it, none.
        var within = await desk.PreviewAsync(file.Member(An, "H.1.1").Grade(An, Excellent));
        Assert.DoesNotContain(within.Warnings, w => w.Code.StartsWith("exchange.import.cap", StringComparison.Ordinal));
        file.Member("Lê Văn Cao", "H.1.2").Grade("Lê Văn Cao", Excellent).OrganizationGrade("H.1", Excellent);
        var over = await desk.TakeAsync(file);

        Assert.Equal(
            ["exchange.import.cap-over-members", "exchange.import.cap-over-organizations"],
            over.Warnings.Select(w => w.Code).Where(c => c.StartsWith("exchange.import.cap", StringComparison.Ordinal)).Order()
        );
    }

    [Theory, OnBothDatabases]
    public async Task What_a_document_allows_is_no_cap_exceeded(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var file = World();
        foreach (var n in Enumerable.Range(1, 5))
        {
            file.Member($"Đảng viên {n}", "H.1.1").Grade($"Đảng viên {n}", Good);
        }

        file.Member(An, "H.1.1").Grade(An, Excellent).Member("Lê Văn Cao", "H.1.2").Grade("Lê Văn Cao", Excellent);
        await desk.TakeAsync(file.OrganizationGrade("H.1", Excellent));
        await AllowAsync(desk, "H.1", CapKey.Members, CapAllowanceKind.HigherShare, 40m);
        var ofMembers = await desk.PreviewAsync(file);
        Assert.Equal(["exchange.import.cap-over-organizations"], Caps(ofMembers));
        // Of another group of the same body it says nothing.
        await AllowAsync(desk, "H", CapKey.Organizations("Trường"), CapAllowanceKind.Excess, null);
        Assert.Equal(["exchange.import.cap-over-organizations"], Caps(await desk.PreviewAsync(file)));
        await AllowAsync(desk, "H", CapKey.Organizations("Xã"), CapAllowanceKind.Excess, null);
        Assert.Empty(Caps(await desk.PreviewAsync(file)));
    }

    [Theory, OnBothDatabases]
    public async Task A_target_is_measured_by_a_figure_of_the_catalogue_or_by_hand(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var wrong = await desk.PreviewAsync(World().Target("CT1", "H", 5, figure: "no_such_count"));
        Assert.Equal([("Chỉ tiêu", 2, "Số liệu tính", "exchange.import.figure-unknown")], Named(wrong.Errors));

        var file = World()
            .Target("CT1", "H", 5, figure: "new_member_count")
            .Target("CT2", "H.1", 92.5, direction: "<=", unit: "%", result: 90);
        await desk.TakeAsync(file);
        await AssertSameAgainAsync(desk, file);

        // Here an empty cell speaks: the result now comes by hand.
        var changed = await desk.TakeAsync(
            World().Target("CT1", "H", 6, result: 7).Target("CT2", "H.1", 92.5, direction: "<=", unit: "%", result: 90)
        );
        Assert.Equal((0, 1), (changed.Sheets.Single(s => s.Sheet == "Chỉ tiêu").Add, changed.Change));
        var target = await desk.LookAsync(s => s.Set<Target>().SingleAsync(t => t.Code == "CT1"));
        Assert.Equal((null, 6m, 7m), (target.FigureCode, target.AssignedValue, target.ManualResult!.Value));
    }

    [Theory, OnBothDatabases]
    public async Task Bodies_that_are_not_of_the_Party_may_own_targets(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(World().Organization("H.BTC", "Ban Tổ chức", "Ban", "H").Target("CT1", "H.BTC", 5, result: 5));

        Assert.Equal(1, await desk.LookAsync(s => s.Set<Target>().CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Counts_of_a_unit_that_sends_no_names_are_kept_and_the_unit_marked(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var file = World().Aggregate("H.2", "party_member_total", 31);
        await desk.TakeAsync(file);
        await AssertSameAgainAsync(desk, file);
        var mended = await desk.TakeAsync(World().Aggregate("H.2", "party_member_total", 32));

        Assert.Equal((0, 1), (mended.Add, mended.Change));
        Assert.Equal(32, await desk.LookAsync(s => s.Set<AggregateCount>().Select(a => a.Value).SingleAsync()));
        Assert.True(
            await desk.LookAsync(s =>
                s.Set<OrganizationVersion>().Where(v => v.Code == "H.2").Select(v => v.CountsOnly).SingleAsync()
            )
        );
    }

    [Theory, OnBothDatabases]
    public async Task Every_record_has_one_line_with_its_organization_and_the_year(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(
            World().Member(An, "H.1.1", post: "Bí thư").Grade(An, Good).OrganizationGrade("H.1", Good).Target("CT1", "H", 5)
        );

        var lines = await desk.LookAsync(s => s.Set<ChangeLine>().ToListAsync());
        // Five organizations with version and place; member, stay, post, grade; a grade of an organization; a target.
        Assert.Equal(5 * 3 + 4 + 2, lines.Count);
        Assert.All(lines, line => Assert.Equal(("exchange.import", 2023), (line.Act, line.Year!.Value)));
        Assert.All(lines, line => Assert.NotNull(line.OrganizationId));
        Assert.Equal(lines.Count, lines.Select(line => (line.Entity, line.RecordId)).Distinct().Count());
    }

    private static IEnumerable<string> Caps(ImportResult result) =>
        result.Warnings.Select(w => w.Code).Where(c => c.StartsWith("exchange.import.cap", StringComparison.Ordinal)).Order();

    /// <summary>A document as if it had been entered in the review of the year.</summary>
    private static Task<int> AllowAsync(ImportDesk desk, string code, CapKey group, CapAllowanceKind kind, decimal? percent) =>
        desk.LookAsync(async store =>
        {
            var body = await store
                .Set<OrganizationVersion>()
                .Where(v => v.Code == code)
                .Select(v => v.OrganizationId)
                .FirstAsync();
            var next = 900_000 + await store.Set<CapAllowance>().CountAsync();
            var day = new DateOnly(2023, 12, 31);
            var cycle = await store.Set<ReviewCycle>().FirstOrDefaultAsync();
            if (cycle is null)
            {
                cycle = new()
                {
                    Id = 800_000,
                    OrganizationId = body,
                    Kind = CycleKind.Year,
                    Year = day.Year,
                    Name = "Đợt 2023",
                    RosterOn = day,
                    RuleSet = "hd-25-2023",
                    RuleSetHash = "",
                    OpenedOn = day,
                };
                store.Add(cycle);
            }

            store.Add(
                new CapAllowance
                {
                    Id = next,
                    CycleId = cycle.Id,
                    OrganizationId = body,
                    As = group.As,
                    Group = group.Group,
                    Kind = kind,
                    Percent = percent,
                    Number = "15-CV/HU",
                    SignedOn = day,
                    EnteredBy = "thử",
                    EnteredOn = day,
                }
            );
            return await store.SaveChangesAsync();
        });
}
