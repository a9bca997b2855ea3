using System.Globalization;
using AngleSharp.Dom;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reviews;

/// <summary>
/// A district committee with a grassroots organization of two cells and a grassroots cell, and what people do in the review
/// of 2024: open it, fill in a sheet, decide, announce.
/// </summary>
public sealed class ReviewWorld
{
    public const string Year = "2024";
    public const int OfYear = 2024;

    public ReviewWorld()
    {
        District = World.Found("HX", OrganizationKind.DistrictOrganization);
        Committee = World.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, District);
        (First, Second) = (World.FoundCell("HX.B01.01", Committee), World.FoundCell("HX.B01.02", Committee));
        Alone = World.Found("HX.C01", OrganizationKind.GrassrootsCell, District);
        Members = [World.Enroll(First), World.Enroll(First), World.Enroll(First)];
        Other = World.Enroll(Second);
        Lone = World.Enroll(Alone);
        World.Grade(Members[0], 2023, Domain.Reviews.Grade.Excellent);
    }

    public WorldBuilder World { get; } = new();
    public Organization District { get; }
    public Organization Committee { get; }
    public Organization First { get; }
    public Organization Second { get; }
    public Organization Alone { get; }
    public IReadOnlyList<Member> Members { get; }
    public Member Other { get; }
    public Member Lone { get; }

    public static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>The district opens the review of the year; gives back its address without what follows.</summary>
    public Task<string> OpenReviewAsync(ServedWorld served, params (string Name, string? Value)[] other) =>
        OpenReviewAsync(served, OfYear, other);

    /// <summary>The same of another year, under the rules of that year.</summary>
    public async Task<string> OpenReviewAsync(ServedWorld served, int year, params (string Name, string? Value)[] other)
    {
        var office = served.As(Actors.Office(District.Id));
        var page = await office.SendAsync(
            await office.OpenAsync($"/kiem-diem/mo?nam={Text(year)}"),
            "[data-keep]",
            [
                ("Form.CellsDueOn", $"10/12/{Text(year)}"),
                ("Form.GrassrootsDueOn", $"20/12/{Text(year)}"),
                ("Form.DecidedDueOn", $"15/01/{Text(year + 1)}"),
                .. other,
            ]
        );
        return page.Document.QuerySelector(".cycle a[href*='/quyet-dinh']")?.GetAttribute("href")?.Split("/quyet-dinh")[0]
            ?? page.Text;
    }

    public static async Task<VisitedPage> SheetAsync(Visitor who, string cycle, Organization of) =>
        await who.OpenAsync($"{cycle}/phieu?nam={Year}&to-chuc={of.Id}");

    /// <summary>Types proposals, of the cell itself last, and presses a button.</summary>
    public static async Task<VisitedPage> FillAsync(
        Visitor who,
        VisitedPage sheet,
        string button,
        string own,
        params (Member Of, string Grade)[] lines
    ) =>
        await who.SendAsync(
            sheet,
            ".grade-sheet",
            [
                ("ngay-hop", "05/12/2024"),
                ("so-bien-ban", "12-BB/CB"),
                ("d.don-vi.de-nghi", own),
                .. sheet.Document.QuerySelector("[name='d.tap-the.de-nghi']") is null
                    ? []
                    : new (string, string?)[] { ("d.tap-the.de-nghi", own) },
                .. lines.Select(l => ($"d.{Text(l.Of.Id)}.de-nghi", (string?)l.Grade)),
                ("viec", button),
            ]
        );

    public async Task SendAllAsync(ServedWorld served, string cycle)
    {
        var first = served.As(Actors.Secretary(First.Id));
        await FillAsync(
            first,
            await SheetAsync(first, cycle, First),
            "gui",
            "2",
            [(Members[0], "2"), (Members[1], "2"), (Members[2], "r4")]
        );
        var second = served.As(Actors.Secretary(Second.Id));
        await FillAsync(second, await SheetAsync(second, cycle, Second), "gui", "3", [(Other, "3")]);
    }

    /// <summary>What a body decides, of the sheets that are ticked on its page.</summary>
    public static async Task<VisitedPage> DecideAsync(
        Visitor who,
        string cycle,
        Organization body,
        params (string Name, string? Value)[] other
    ) =>
        await who.SendAsync(
            await who.OpenAsync($"{cycle}/quyet-dinh?nam={Year}&to-chuc={body.Id}"),
            "[data-keep]",
            [
                .. new (string Name, string? Value)[]
                {
                    ("Form.Body", "Đảng ủy"),
                    ("Form.DecidedOn", "20/12/2024"),
                    ("Form.Number", "7-QĐ/ĐU"),
                }.Where(f => other.All(o => o.Name != f.Name)),
                .. other,
            ]
        );

    /// <summary>Enters the document by which a group of a body may have more Excellent than usual.</summary>
    public static async Task<VisitedPage> AllowAsync(
        Visitor who,
        string cycle,
        Organization body,
        params (string Name, string? Value)[] fields
    ) =>
        await who.SendAsync(
            await who.OpenAsync($"{cycle}/cho-phep-vuot?nam={Year}&to-chuc={body.Id}"),
            "[data-keep]",
            [
                .. new (string Name, string? Value)[]
                {
                    ("Form.Group", "dang-vien"),
                    ("Form.Number", "15-CV/HU"),
                    ("Form.SignedOn", "10/12/2024"),
                }.Where(f => fields.All(o => o.Name != f.Name)),
                .. fields,
            ]
        );

    /// <summary>Publishes a version of the year's rule set; a review opened from now on has it.</summary>
    public static async Task PublishAsync(ServedWorld served, string parameter, string value)
    {
        var administrator = served.As(Actors.Administrator());
        var published = await administrator.SendAsync(
            await administrator.OpenAsync($"/quy-dinh/hd-25-2023/{parameter}/cong-bo"),
            "[data-keep]",
            ("Form.Value", value),
            ("Form.IsUnknown", null),
            ("Form.Reason", "theo văn bản đã kiểm chứng")
        );
        Assert.Contains("Đã công bố", published.Text, StringComparison.Ordinal);
    }

    public static Task<VisitedPage> AnnounceAsync(Visitor who, VisitedPage page) =>
        who.SendAsync(page, ".announce", ("On", "22/12/2024"), ("Number", "3-TB/ĐU"));

    /// <summary>The values chosen in one column of a sheet.</summary>
    public static IReadOnlyList<string> Chosen(VisitedPage sheet, string field) =>
        [
            .. sheet
                .Document.QuerySelectorAll($"select[name$='.{field}']")
                .Select(s => s.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""),
        ];
}
