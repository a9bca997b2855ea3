using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Demo;
using TongKet.Domain.Access;
using TongKet.Domain.Commendations;
using TongKet.Domain.Meetings;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Store;
using TongKet.Tests.Demo;
using TongKet.Tests.Support;

namespace TongKet.Tests.Browser;

/// <summary>The demo's small world with two files handed in and an account that waits for its password, served.</summary>
public sealed class TourWorld : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly Dictionary<string, string> values = [];
    private readonly Dictionary<TourPerson, Cookie> sessions = [];

    private TourWorld(TestDatabase database, ServedProgram program)
    {
        this.database = database;
        Program = program;
    }

    public ServedProgram Program { get; }

    public static async Task<TourWorld> OpenAsync(DatabaseKind kind)
    {
        var made = await TestDatabase.MigratedAsync(kind);
        await MadeWorld.MakeAsync(made, DemoSize.Small);
        var world = new TourWorld(made, await ServedProgram.StartAsync(made));
        await world.FindAsync();
        await world.HandInAsync();
        await world.InviteAsync();
        return world;
    }

    /// <summary>Null is somebody who has not signed in.</summary>
    public Cookie? SessionOf(TourPerson person) => sessions.GetValueOrDefault(person);

    /// <summary>The address with the braces filled in.</summary>
    public string Address(TourStop stop) =>
        values.Aggregate(
            stop.Address,
            (address, value) => address.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal)
        );

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        await database.DisposeAsync();
    }

    private async Task FindAsync()
    {
        await using var store = database.OpenStore();
        var cancel = TestContext.Current.CancellationToken;
        var province = await FirstAsync(store, OrganizationKind.ProvincialOrganization, cancel);
        var commune = await FirstAsync(store, OrganizationKind.CommuneOrganization, cancel);
        var cell = await store
            .Set<OrganizationPlace>()
            .Where(p => p.ToOn == null && p.ParentId == commune)
            .Join(
                store.Set<OrganizationVersion>().Where(v => v.ToOn == null && v.Kind == OrganizationKind.PartyCell),
                p => p.OrganizationId,
                v => v.OrganizationId,
                (p, v) => v
            )
            // Its sheet lies with the cell, so that the tour sees it with its fields.
            .Where(v =>
                !store.Set<ReviewSheet>().Any(s => s.OrganizationId == v.OrganizationId && s.State == SheetState.Submitted)
            )
            .OrderBy(v => v.Id)
            .FirstAsync(cancel);
        var member = await store
            .Set<Stay>()
            .Where(s => s.ToOn == null && s.CellId == cell.OrganizationId)
            .OrderBy(s => s.Id)
            .Select(s => s.MemberId)
            .FirstAsync(cancel);
        var target = await store
            .Set<Target>()
            .Where(t => t.OrganizationId == commune && t.FigureCode == null)
            .OrderBy(t => t.Id)
            .Select(t => t.Id)
            .FirstAsync(cancel);
        var commendation = await store
            .Set<Commendation>()
            .Where(c => c.Subject == CommendationSubject.Organization)
            .OrderBy(c => c.Id)
            .Select(c => c.Id)
            .FirstAsync(cancel);
        Add("commune", commune);
        Add("cell", cell.OrganizationId);
        Add("member", member);
        Add("target", target);
        Add("meeting", await store.Set<Meeting>().Where(m => m.CellId == cell.OrganizationId).MaxAsync(m => m.Id, cancel));
        Add("commendation", commendation);
        Add("cycle", await store.Set<ReviewCycle>().Select(c => c.Id).SingleAsync(cancel));
        values["cellCode"] = cell.Code;
        await SignInAsync(TourPerson.ProvinceOffice, Actors.Office(province), "Văn phòng Tỉnh ủy");
        await SignInAsync(TourPerson.Office, Actors.Office(commune), "Văn phòng Đảng ủy");
        await SignInAsync(TourPerson.Leader, Actors.Leader(commune), "Đỗ Quang Bình");
        await SignInAsync(TourPerson.Secretary, Actors.Secretary(cell.OrganizationId), "Nguyễn Ngọc Ân");
        await SignInAsync(TourPerson.Member, Actors.Member(cell.OrganizationId, member), "Nguyễn Văn Nghĩa");
        await SignInAsync(TourPerson.Auditor, Actors.Auditor(province), "Ủy ban Kiểm tra Tỉnh ủy");
        await SignInAsync(TourPerson.Administrator, Actors.Administrator(), "Quản trị hệ thống");
    }

    private async Task SignInAsync(TourPerson person, Actor actor, string name) =>
        sessions[person] = await Program.SessionAsync(actor with { Name = name });

    private async Task HandInAsync()
    {
        var cell = values["cellCode"];
        var right = new WorkbookBuilder(2026).Member("Nguyễn Thị Thanh Tâm", cell, sex: "Nữ").Member("Lò Văn Ước", cell);
        var wrong = new WorkbookBuilder(2026)
            .Member("Trần Văn Đức", cell, number: "01234567890")
            .Member("Hoàng Thị Mai", cell, sex: "Nữ", born: "31/02/1985")
            .Member("Phạm Văn Yên", "KHONG-CO");
        values["upload"] = await HandInAsync(right, "dang-vien-thang-11.xlsx");
        values["wrongUpload"] = await HandInAsync(wrong, "dang-vien-con-loi.xlsx");
    }

    private async Task<string> HandInAsync(WorkbookBuilder workbook, string name)
    {
        var office = Program.As(sessions[TourPerson.Office]);
        var page = await office.OpenAsync("/nhap-so-lieu");
        var preview = await office.UploadAsync(
            page,
            "form[enctype]",
            ("Form.Files", name, workbook.ToBytes()),
            ("Form.Year", "2026"),
            ("Form.IsDeclaredFree", "true")
        );
        return preview.Address.Split('?')[0].Split('/')[^1];
    }

    private async Task InviteAsync()
    {
        var administrator = Program.As(sessions[TourPerson.Administrator]);
        var page = await administrator.SendAsync(
            await administrator.OpenAsync("/quan-tri/tai-khoan/them"),
            "main form",
            ("Form.DisplayName", "Trần Thị Bích Ngọc"),
            ("Form.UserName", "ngoc.tran"),
            ("Form.Role", "administrator")
        );
        values["invitation"] = page.Document.QuerySelector("main input[readonly]")!.GetAttribute("value")!.Split('/')[^1];
        await using var store = database.OpenStore();
        var cancel = TestContext.Current.CancellationToken;
        Add("account", await store.Set<Account>().Where(a => a.UserName == "ngoc.tran").Select(a => a.Id).SingleAsync(cancel));
    }

    private void Add(string name, long id) => values[name] = id.ToString(CultureInfo.InvariantCulture);

    private static Task<long> FirstAsync(AppStore store, OrganizationKind kind, CancellationToken cancel) =>
        store
            .Set<OrganizationVersion>()
            .Where(v => v.Kind == kind && v.ToOn == null)
            .OrderBy(v => v.Id)
            .Select(v => v.OrganizationId)
            .FirstAsync(cancel);
}
