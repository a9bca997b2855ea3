using System.Globalization;
using AngleSharp.Dom;
using TongKet.Demo;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Tests.Demo;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reviews;

/// <summary>
/// The district of the demo as its last whole year ends, before any review of that year was opened, and what everybody in
/// it does in December: each cell fills in and sends its sheet, each committee decides.
/// </summary>
public sealed class DemoDistrict : IAsyncDisposable
{
    public const string Year = "2024";

    /// <summary>The demo opens a review of its own in November.</summary>
    private static readonly FakeClock Made = new(2024, 10, 31);
    private static readonly FakeClock AfterNewYear = new(2025, 1, 6);
    private static readonly DateOnly RosterOn = new(2024, 12, 31);
    private const int EnoughForOneExcellent = 8;

    private readonly Dictionary<string, int> typed = [];
    private readonly HashSet<long> withExcellent = [];
    private readonly OrganizationTree tree;

    private DemoDistrict(ServedWorld served, MadeWorld world)
    {
        Served = served;
        tree = world.TreeOn(RosterOn);
        Top = tree.Nodes.First(n => n.Kind == OrganizationKind.DistrictOrganization);
        Owing = [.. tree.Subtree(Top).Where(n => n != Top && ReviewAuthority.OwesSheet(n))];
        Grassroots =
        [
            .. Owing.Where(n => n.Kind is OrganizationKind.GrassrootsPartyOrganization or OrganizationKind.GrassrootsCell),
        ];
        var there = world.StaysOn(RosterOn).ToLookup(s => s.CellId, s => s.MemberId);
        Village = Owing.Where(n => n.Kind.IsCell() && !Grassroots.Contains(n)).MaxBy(n => there[n.Id].Count())!;
        Villager = there[Village.Id].Min();
        Committee = tree.Path(Village).First(Grassroots.Contains);
    }

    public ServedWorld Served { get; }
    public TreeNode Top { get; }
    public IReadOnlyList<TreeNode> Grassroots { get; }

    /// <summary>Its largest cell below a committee, that committee, and one of its members.</summary>
    public TreeNode Village { get; }
    public TreeNode Committee { get; }
    public long Villager { get; }

    private IReadOnlyList<TreeNode> Owing { get; }

    public static async Task<DemoDistrict> OpenAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.MigratedAsync(kind);
        await MadeWorld.MakeAsync(database, DemoSize.Small, Made);
        var world = await MadeWorld.ReadAsync(database);
        return new(ServedWorld.Over(database, await ServedProgram.StartAsync(database, AfterNewYear)), world);
    }

    /// <summary>How often a grade was typed for a member so far.</summary>
    public int Typed(string grade) => typed.GetValueOrDefault(grade);

    /// <summary>
    /// What is typed on a sheet, row by row: the reason that the program suggests, else good; of the first of a large cell
    /// completed, of its second excellent where its committee has none yet. The last row is the cell itself.
    /// </summary>
    public IReadOnlyList<string> GradesOf(TreeNode of, VisitedPage sheet)
    {
        var rows = sheet
            .Document.QuerySelectorAll("select[name$='.de-nghi']")
            .Select(s => (Field: s, Members: IsMembers(s)))
            .ToList();
        var isLarge = rows.Count(r => r.Members) >= EnoughForOneExcellent;
        var grades = new List<string>();
        var graded = 0;
        foreach (var (field, isMembers) in rows)
        {
            var grade =
                Suggested(field) is { } reason ? reason
                : !isMembers || !isLarge ? "2"
                : ++graded == 1 ? "3"
                : graded == 2 && withExcellent.Add(tree.Path(of).First(Grassroots.Contains).Id) ? "1"
                : "2";
            grades.Add(grade);
            if (isMembers)
            {
                typed[grade] = Typed(grade) + 1;
            }
        }

        return grades;
    }

    /// <summary>Every cell and committee of the district but one, which somebody else fills in.</summary>
    public async Task FillAllAsync(string cycle, TreeNode but)
    {
        foreach (var node in Owing.Where(n => n != but))
        {
            var who = Served.As(OfficerOf(node));
            var sheet = await who.OpenAsync($"{cycle}/phieu?nam={Year}&to-chuc={node.Id}");
            var fields = sheet.Document.QuerySelectorAll("select[name$='.de-nghi']").Select(s => s.GetAttribute("name")!);
            var sent = await who.SendAsync(
                sheet,
                ".grade-sheet",
                [
                    ("ngay-hop", "05/12/2024"),
                    ("so-bien-ban", "12-BB"),
                    .. fields.Zip(GradesOf(node, sheet), (name, grade) => (name, (string?)grade)),
                    ("viec", "gui"),
                ]
            );
            Assert.Contains("Đã gửi phiếu lên cấp quyết định", sent.Text, StringComparison.Ordinal);
        }
    }

    /// <summary>Each body below the district decides on all that is its own to decide, the deepest first, and announces it.</summary>
    public async Task DecideAllBelowAsync(string cycle)
    {
        foreach (var body in Owing.OrderByDescending(n => tree.Path(n).Count))
        {
            var who = Served.As(OfficerOf(body));
            var page = await who.OpenAsync($"{cycle}/quyet-dinh?nam={Year}&to-chuc={body.Id}");
            if (page.Document.QuerySelector("input[name='don-vi']") is null)
            {
                continue;
            }

            var decided = await who.SendAsync(
                page,
                "[data-keep]",
                ("Form.Body", "Đảng ủy"),
                ("Form.DecidedOn", "20/12/2024"),
                ("Form.Number", "7-QĐ/ĐU")
            );
            Assert.Contains("Đã ghi quyết định", decided.Text, StringComparison.Ordinal);
            var announced = await who.SendAsync(decided, ".announce", ("On", "22/12/2024"), ("Number", "3-TB/ĐU"));
            Assert.Contains("Đã thông báo; kết quả", announced.Text, StringComparison.Ordinal);
        }
    }

    public ValueTask DisposeAsync() => Served.DisposeAsync();

    private static Actor OfficerOf(TreeNode node) => node.Kind.IsCell() ? Actors.Secretary(node.Id) : Actors.Office(node.Id);

    private static bool IsMembers(IElement field) =>
        long.TryParse(field.GetAttribute("name")!.Split('.')[1], CultureInfo.InvariantCulture, out _);

    /// <summary>The code of the reason that stands under a field as what the register says.</summary>
    private static string? Suggested(IElement field) =>
        field.ParentElement!.QuerySelector(".cell-note")?.TextContent is { } note
            ? field
                .QuerySelectorAll("option")
                .FirstOrDefault(o => o.TextContent.Length > 0 && note.Contains(o.TextContent.Trim(), StringComparison.Ordinal))
                ?.GetAttribute("value")
            : null;
}
