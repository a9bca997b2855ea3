using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.ImportWorkbook;

public sealed class OrganizationImportTests
{
    [Theory, OnBothDatabases]
    public async Task A_name_changed_by_a_later_years_file_holds_from_the_1_January_of_that_year(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(Small.World(2023));
        var changed = await desk.TakeAsync(
            Small.World(2024).Set(WorkbookForm.Organizations, 6, "Tên tổ chức", "Chi bộ Trường Mới")
        );

        Assert.Equal((0, 1, 4), (changed.Add, changed.Change, changed.Same));
        Assert.Equal(
            ["Chi bộ Trường học 1990-03-01..2024-01-01", "Chi bộ Trường Mới 2024-01-01.."],
            await VersionsAsync(desk, "H.2")
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_name_mended_in_the_same_years_file_is_mended_in_place(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(Small.World(2023));
        await desk.TakeAsync(Small.World(2023).Set(WorkbookForm.Organizations, 6, "Tên tổ chức", "Chi bộ Trường Mới"));

        Assert.Equal(["Chi bộ Trường Mới 1990-03-01.."], await VersionsAsync(desk, "H.2"));
    }

    [Theory, OnBothDatabases]
    public async Task An_earlier_years_file_that_comes_later_gives_the_same_history(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(Small.World(2024).Set(WorkbookForm.Organizations, 6, "Tên tổ chức", "Chi bộ Trường Mới"));
        await desk.TakeAsync(Small.World(2023));

        Assert.Equal(
            ["Chi bộ Trường học 1990-03-01..2024-01-01", "Chi bộ Trường Mới 2024-01-01.."],
            await VersionsAsync(desk, "H.2")
        );
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_founding_date_the_records_begin_on_the_eve_and_an_earlier_file_carries_them_back(
        DatabaseKind kind
    )
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(Small.World(2023).Set(WorkbookForm.Organizations, 6, "Ngày thành lập", null));
        Assert.Equal(["Chi bộ Trường học 2022-12-31.. ?"], await VersionsAsync(desk, "H.2"));

        await desk.TakeAsync(Small.World(2022).Set(WorkbookForm.Organizations, 6, "Ngày thành lập", null));
        Assert.Equal(["Chi bộ Trường học 2021-12-31.. ?"], await VersionsAsync(desk, "H.2"));

        await desk.TakeAsync(Small.World(2023).Set(WorkbookForm.Organizations, 6, "Ngày thành lập", Small.Day(2001, 5, 6)));
        Assert.Equal(["Chi bộ Trường học 2001-05-06.."], await VersionsAsync(desk, "H.2"));
    }

    [Theory, OnBothDatabases]
    public async Task A_parent_changed_by_a_later_years_file_closes_the_place(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(Small.World(2023).Organization("H.3", "Đảng bộ xã Ba", "Đảng bộ cơ sở", "H", order: 9));
        await desk.TakeAsync(
            Small
                .World(2024)
                .Organization("H.3", "Đảng bộ xã Ba", "Đảng bộ cơ sở", "H", order: 9, foundedOn: Small.Day(2003, 2, 3))
                .Set(WorkbookForm.Organizations, 5, "Mã cấp trên", "H.3")
        );

        Assert.Equal(["H.1 1990-03-01..2024-01-01", "H.3 2024-01-01.."], await PlacesAsync(desk, "H.1.2"));
    }

    [Theory, OnBothDatabases]
    public async Task The_top_of_a_units_file_stays_where_the_database_has_it(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(Small.World());
        var unit = new WorkbookBuilder()
            .Organization("H.1", "Đảng bộ xã Một", "Đảng bộ cơ sở", null, "Xã", 2, Small.Day(1990, 3, 1))
            .Organization("H.1.9", "Chi bộ thôn Chín", "Chi bộ trực thuộc", "H.1", order: 9);

        var result = await desk.TakeAsync(unit);

        Assert.Equal((1, 0, 1), (result.Add, result.Change, result.Same));
        Assert.Equal(["H 1990-03-01.."], await PlacesAsync(desk, "H.1"));
    }

    [Theory, OnBothDatabases]
    public async Task A_units_file_that_came_before_the_districts_is_placed_by_the_district(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(
            new WorkbookBuilder().Organization("H.1", "Đảng bộ xã Một", "Đảng bộ cơ sở", null, "Xã", 2, Small.Day(1990, 3, 1))
        );
        await desk.TakeAsync(Small.World());

        Assert.Equal(["H 1990-03-01.."], await PlacesAsync(desk, "H.1"));
    }

    [Theory, OnBothDatabases]
    public async Task A_cycle_that_runs_through_the_database_is_named_at_its_row(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(
            Small
                .World()
                .Organization("H.1.3", "Đảng bộ bộ phận Ba", "Đảng bộ bộ phận", "H.1")
                .Organization("H.1.4", "Đảng bộ bộ phận Bốn", "Đảng bộ bộ phận", "H.1")
        );
        // H.1 itself is put under H.1.3, which stands under it in the database alone.
        var cycle = new WorkbookBuilder()
            .Organization("H", "Đảng bộ huyện Hạ", "Đảng bộ huyện", order: 1, foundedOn: Small.Day(1976, 3, 1))
            .Organization("H.1", "Đảng bộ xã Một", "Đảng bộ cơ sở", "H.1.3", "Xã", 2, Small.Day(1990, 3, 1));

        var result = await desk.ApplyAsync(cycle);

        Assert.Equal([("Tổ chức", 3, "Mã cấp trên", "exchange.import.cycle")], Named(result.Errors));
        Assert.Equal(["H 1990-03-01.."], await PlacesAsync(desk, "H.1"));
    }

    [Theory]
    [OnBothDatabases(2024, "")]
    [OnBothDatabases(2025, "exchange.import.kind-not-in-force")]
    public async Task A_district_is_right_until_the_levels_change_and_gone_after(DatabaseKind kind, int year, string error)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var result = await desk.PreviewAsync(new WorkbookBuilder(year).Organization("H", "Đảng bộ huyện Hạ", "Đảng bộ huyện"));

        Assert.Equal(error.Length == 0 ? [] : [("Tổ chức", 2, "Loại hình", error)], Named(result.Errors));
    }

    [Theory, OnBothDatabases]
    public async Task A_kind_under_a_kind_that_the_rules_do_not_have_is_an_error(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var result = await desk.PreviewAsync(Small.World().Organization("H.9", "Chi bộ lạc", "Chi bộ trực thuộc", "H"));

        Assert.Equal([("Tổ chức", 7, "Mã cấp trên", "exchange.import.kind-under-kind")], Named(result.Errors));
    }

    [Theory, OnBothDatabases]
    public async Task A_parent_may_be_in_the_database_and_must_be_somewhere(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(Small.World());
        var more = Small
            .World()
            .Organization("H.1.5", "Chi bộ Năm", "Chi bộ trực thuộc", "H.1")
            .Organization("X", "Chi bộ X", "Chi bộ cơ sở", "H.8");

        var result = await desk.ApplyAsync(more);

        Assert.Equal([("Tổ chức", 8, "Mã cấp trên", "exchange.import.parent-unknown")], Named(result.Errors));
        Assert.Equal(0, await desk.LookAsync(s => s.Set<OrganizationVersion>().CountAsync(v => v.Code == "H.1.5")));
    }

    [Theory, OnBothDatabases]
    public async Task An_organization_founded_after_the_year_is_no_matter_of_the_file(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        var last = await desk.PreviewAsync(
            Small.World().Set(WorkbookForm.Organizations, 6, "Ngày thành lập", Small.Day(2023, 12, 31))
        );
        var next = await desk.PreviewAsync(
            Small.World().Set(WorkbookForm.Organizations, 6, "Ngày thành lập", Small.Day(2024, 1, 1))
        );

        Assert.Empty(last.Errors);
        Assert.Equal([("Tổ chức", 6, "Ngày thành lập", "exchange.import.founded-later")], Named(next.Errors));
    }

    [Theory, OnBothDatabases]
    public async Task A_cell_that_holds_members_cannot_become_a_committee(DatabaseKind kind)
    {
        await using var desk = await ImportDesk.OpenAsync(kind);
        await desk.TakeAsync(Small.World().Member("Nguyễn Văn An", "H.2"));
        var result = await desk.ApplyAsync(Small.World(2024).Set(WorkbookForm.Organizations, 6, "Loại hình", "Đảng bộ cơ sở"));

        Assert.Equal([("Tổ chức", 6, "Loại hình", "exchange.import.kind-has-members")], Named(result.Errors));
    }

    internal static IEnumerable<(string, int, string, string)> Named(IEnumerable<WorkbookIssue> issues) =>
        issues.Select(i => (i.Sheet, i.Row, i.Column, i.Code));

    private static Task<List<string>> VersionsAsync(ImportDesk desk, string code) =>
        desk.LookAsync(store =>
            store
                .Set<OrganizationVersion>()
                .Where(v => v.Code == code)
                .OrderBy(v => v.FromOn)
                .Select(v => $"{v.Name} {v.FromOn:yyyy-MM-dd}..{v.ToOn:yyyy-MM-dd}{(v.FromIsKnown ? "" : " ?")}")
                .ToListAsync()
        );

    private static Task<List<string>> PlacesAsync(ImportDesk desk, string code) =>
        desk.LookAsync(async store =>
        {
            var codes = await store
                .Set<OrganizationVersion>()
                .GroupBy(v => v.OrganizationId)
                .ToDictionaryAsync(g => g.Key, g => g.First().Code);
            var id = codes.First(c => c.Value == code).Key;
            var places = await store
                .Set<OrganizationPlace>()
                .Where(p => p.OrganizationId == id)
                .OrderBy(p => p.FromOn)
                .ToListAsync();
            return places
                .Select(p => $"{(p.ParentId is { } above ? codes[above] : "-")} {p.FromOn:yyyy-MM-dd}..{p.ToOn:yyyy-MM-dd}")
                .ToList();
        });
}
