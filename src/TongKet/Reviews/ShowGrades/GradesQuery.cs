using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Figures;
using TongKet.Figures.ListRecords;
using TongKet.Store;

namespace TongKet.Reviews.ShowGrades;

/// <summary>The classification of an organization's year: of the organizations in it, of its members, and of each below.</summary>
public sealed class GradesQuery(AppStore store, FigureBook book, YearRules rules)
{
    public const int PageSize = 40;
    private const int MostOrganizations = 2_000;

    private static readonly string[] Subjects = ["org", "cell", "member"];
    private static readonly string[] GradeNames = ["excellent", "good", "completed", "not_completed"];

    private static readonly string[] Reasons =
    [
        "member_rated_count",
        "member_exempt_activity_count",
        "member_under_six_months_count",
        "member_suspended_count",
        "member_not_reviewed_count",
        "member_unrecorded_count",
    ];

    /// <summary>What the table by subordinate organization counts.</summary>
    public static readonly IReadOnlyList<string> Columns =
    [
        "roster_member_count",
        "member_rated_count",
        "member_excellent_count",
        "member_good_count",
        "member_completed_count",
        "member_not_completed_count",
        "member_exempt_count",
        "member_unrated_count",
    ];

    /// <summary>Null where the organization is not there or not in reach.</summary>
    /// <param name="named">Part of a name, with or without marks: only such organizations of those below.</param>
    public async Task<GradesView?> AskAsync(
        Actor actor,
        long organizationId,
        int year,
        DateOnly? day,
        string? named,
        int skip,
        CancellationToken cancel
    )
    {
        var table = await book.CountBranchAsync(organizationId, year, day, cancel);
        if (
            table?.Tree.Find(organizationId) is not { HasEnded: false } node
            || !ScopeRule.May(actor, Acts.SeeGrades, table.Tree, node)
        )
        {
            return null;
        }

        var folded = VietnameseText.Fold(named ?? "");
        var below = table
            .Tree.Children(node)
            .Where(n => !n.HasEnded && n.Kind.IsPartyOrganization() && n.Kind != OrganizationKind.PartyGroup)
            .Where(n => n.Version.NameFolded.Contains(folded, StringComparison.Ordinal))
            .ToList();
        var shown = below.Skip(skip).Take(PageSize).ToList();
        var grades = await GradesOfAsync([node.Id, .. shown.Select(n => n.Id)], table.On, cancel);
        var own = grades.GetValueOrDefault(node.Id);
        return new(
            node,
            year,
            table.On.Day,
            table.On.RosterOn,
            table.On.RosterIsClosed,
            table.Value(node.Id, "roster_member_count") is not null || table.Value(node.Id, "org_rated_count") is not null,
            await rules.OfAsync(table.Tree, node, year, cancel),
            own?.Grade ?? Grade.None,
            own?.Reason ?? NoGradeReason.None,
            await IsFromFileAsync(table, node, cancel),
            [.. Subjects.Where(s => s == "member" || !node.Kind.IsCell()).Select(s => Classification(table, node, s))],
            [.. Reasons.Select(code => Count(table, node, code, 0, "roster_member_count"))],
            Count(table, node, "roster_member_count", 0, "roster_member_count"),
            [.. shown.Select(n => Line(table, n, grades))],
            below.Count,
            Line(table, node, grades),
            node.Kind.IsCell() && ScopeRule.May(actor, Acts.SeeMembers, table.Tree, node)
                ? await MembersAsync(actor, table.On, node, cancel)
                : []
        );
    }

    private static GradeTable Classification(FigureTable table, TreeNode node, string subject)
    {
        var rated = subject + "_rated_count";
        return new(
            subject,
            [.. GradeNames.Select((grade, i) => Count(table, node, $"{subject}_{grade}_count", i + 1, rated))],
            Count(table, node, rated, 0, rated),
            subject == "member" || table.LastYear?.On.Rules.GrassrootsDefinition == table.On.Rules.GrassrootsDefinition
        );
    }

    private static GradeCount Count(FigureTable table, TreeNode node, string code, int level, string of)
    {
        var value = table.Value(node.Id, code);
        var before = table.LastYear?.Value(node.Id, code);
        return new(
            code,
            level,
            value,
            Rounding.Percent(value, table.Value(node.Id, of)),
            RecordsAddress.Of(code, node.Id, table.On.Year, table.On.Day),
            before,
            before is null ? null : RecordsAddress.Of(code, node.Id, table.On.Year - 1, table.LastYear!.On.Day)
        );
    }

    private static SubordinateGrades Line(FigureTable table, TreeNode node, Dictionary<long, OrganizationGrade> grades) =>
        new(
            node,
            grades.GetValueOrDefault(node.Id)?.Grade ?? Grade.None,
            grades.GetValueOrDefault(node.Id)?.Reason ?? NoGradeReason.None,
            [
                .. Columns.Select(code =>
                    (code, table.Value(node.Id, code), RecordsAddress.Of(code, node.Id, table.On.Year, table.On.Day))
                ),
            ]
        );

    /// <summary>Before the roster is closed the year's grades are not known yet.</summary>
    private async Task<Dictionary<long, OrganizationGrade>> GradesOfAsync(long[] organizations, AsOf on, CancellationToken cancel)
    {
        var year = on.Year;
        return on.RosterIsClosed
            ? await store
                .Set<OrganizationGrade>()
                .AsNoTracking()
                .Where(g => g.Year == year && organizations.Contains(g.OrganizationId))
                .ToDictionaryAsync(g => g.OrganizationId, cancel)
            : [];
    }

    private async Task<bool> IsFromFileAsync(FigureTable table, TreeNode node, CancellationToken cancel)
    {
        // Of a province or more, some come from a file and some do not; that is said where they are shown.
        if (node.End - node.At > MostOrganizations)
        {
            return false;
        }

        var (year, places) = (table.On.Year, table.Tree.Subtree(node).Select(n => n.Id).ToArray());
        return table.On.RosterIsClosed
            && (
                await store.Set<MemberGrade>().AnyAsync(g => g.Year == year && g.FromFile && places.Contains(g.CellId), cancel)
                || await store
                    .Set<OrganizationGrade>()
                    .AnyAsync(g => g.Year == year && g.FromFile && places.Contains(g.OrganizationId), cancel)
            );
    }

    /// <summary>Who stood in the cell on the day the roster was closed: by post, then in the order of the register.</summary>
    private async Task<List<MemberGradeLine>> MembersAsync(Actor actor, AsOf on, TreeNode cell, CancellationToken cancel)
    {
        if (!on.RosterIsClosed)
        {
            return [];
        }

        var day = on.RosterOn;
        var ranks = (
            await store
                .Set<MemberPost>()
                .AsNoTracking()
                .Where(p => p.OrganizationId == cell.Id && p.FromOn <= day && (p.ToOn == null || p.ToOn > day))
                .ToListAsync(cancel)
        ).ToLookup(p => p.MemberId, p => p.Rank);
        var listed = await ReviewsRoom
            .Roster.Rows(store, on)
            .Where(e => e.CellId == cell.Id)
            .Select(e => new
            {
                e.Stay.MemberId,
                e.Stay.Member!.FullName,
                e.Stay.Member.BornOn,
                e.Stay.Member.BornPrecision,
                e.Stay.Member.RegisterOrder,
                e.Grade,
                e.Reason,
                e.GradeId,
            })
            .ToListAsync(cancel);
        var called = Namesakes.Called(listed.Select(e => (e.MemberId, e.FullName, Namesakes.Born(e.BornOn, e.BornPrecision))));
        return
        [
            .. listed
                .OrderBy(e => ranks[e.MemberId].DefaultIfEmpty(int.MaxValue).Min())
                .ThenBy(e => e.RegisterOrder)
                .ThenBy(e => e.MemberId)
                .Select(e => new MemberGradeLine(
                    e.MemberId,
                    actor.IsOperator ? Masking.Name(e.FullName) : called[e.MemberId],
                    e.Grade,
                    e.Reason,
                    e.GradeId is not null
                )),
        ];
    }
}
