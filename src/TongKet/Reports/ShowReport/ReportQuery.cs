using Microsoft.EntityFrameworkCore;
using TongKet.Commendations.ListCommendations;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Figures;
using TongKet.Figures.AnswerFigures;
using TongKet.Organizations;
using TongKet.Reviews;
using TongKet.Reviews.ShowExcellentCap;
using TongKet.Store;
using TongKet.Targets;
using TongKet.Web;

namespace TongKet.Reports.ShowReport;

/// <summary>
/// The report of a review conference (hội nghị tổng kết, sơ kết) of any organization, year and cut-off day, under the
/// usual headings, with plain sentences and room to write. Page and every document take what this returns.
/// </summary>
public sealed class ReportQuery(
    AppStore store,
    FiguresQuery figures,
    TreeReader trees,
    ExcellentCapQuery caps,
    RuleBook rules,
    YearRules yearRules,
    TimeProvider clock
)
{
    /// <summary>Null where the organization is not on that day's tree or not in the actor's reach.</summary>
    /// <param name="treeOn">The day of a later tree: the report as if organizations had stood as on that day.</param>
    public async Task<ReportView?> AskAsync(
        Actor actor,
        long organizationId,
        int year,
        DateOnly? day,
        CancellationToken cancel,
        DateOnly? treeOn = null
    )
    {
        var readAt = Now();
        var answered = await figures.AskAsync(actor, organizationId, year, day, cancel, treeOn);
        return answered is null || !ScopeRule.May(actor, Acts.SeeReports, answered.Table.Tree, answered.Organization)
            ? null
            : await ViewAsync(actor, answered, readAt, cancel);
    }

    /// <summary>The same by the code that is valid on the day.</summary>
    public async Task<ReportView?> AskAsync(
        Actor actor,
        string code,
        int year,
        DateOnly? day,
        CancellationToken cancel,
        DateOnly? treeOn = null
    )
    {
        var readAt = Now();
        var answered = await figures.AskAsync(actor, code, year, day, cancel, treeOn);
        return answered is null ? null : await ViewAsync(actor, answered, readAt, cancel);
    }

    private async Task<ReportView> ViewAsync(Actor actor, FiguresView answered, DateTimeOffset readAt, CancellationToken cancel)
    {
        var (node, table) = (answered.Organization, answered.Table);
        var above = table.Tree.Parent(node);
        var signedOn = VietnameseFormat.DayOf(clock.GetUtcNow());
        var measured = await TargetsRoom.MeasureAsync(store, table, node.Id, cancel);
        var next = await TargetsRoom.OfYearAsync(store, node.Id, answered.Year + 1, cancel);
        // Grades were decided within the groups of their own day; on another tree nobody kept a limit.
        var cap =
            table.On.RosterIsClosed && answered.TreeOn is null
                ? await caps.AskAsync(actor, node.Id, answered.Year, cancel)
                : null;
        var commended = await CommendationsQuery.LinesAsync(store, actor, table.Tree, node, table.On, cancel);
        var spans = new FigureSpans(answered);
        return new(
            node.Id,
            node.Code,
            node.Name,
            above?.Name,
            answered.Year,
            answered.AsOf,
            signedOn,
            DocumentFormats.InForce(rules, signedOn),
            Words.Get(IsHalfYear(answered.AsOf) ? "reports.title.half-year" : "reports.title.year", answered.Year),
            [.. await NoticesAsync(answered, cancel), .. await TreeNoticeAsync(answered, signedOn, cancel)],
            [
                .. OrganizationSections.Of(spans, answered),
                .. ReviewSections.Of(spans, answered, cap),
                .. TargetSections.Of(spans, answered, measured, next, commended),
                .. SubordinateSection.Of(spans, answered),
            ],
            ReportIssuer.Of(node.Kind, node.Name, above?.Kind, above?.Name)
        )
        {
            TreeOn = answered.TreeOn,
            ReadAt = readAt,
            HasGrades = table.On.RosterIsClosed,
            Outdated = table.On.RosterIsClosed && answered.TreeOn is null ? await OutdatedAsync(answered, cancel) : null,
        };
    }

    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>Whether what was last taken out as a file has grades in it that were given anew since.</summary>
    private async Task<OutdatedIssue?> OutdatedAsync(FiguresView answered, CancellationToken cancel)
    {
        var (node, year, asOf) = (answered.Organization, answered.Year, answered.AsOf);
        var last = await store
            .Set<IssuedReport>()
            .AsNoTracking()
            .Where(i => i.OrganizationId == node.Id && i.Year == year && i.AsOf == asOf && i.TreeOn == null)
            .OrderByDescending(i => i.IssuedAt)
            .FirstOrDefaultAsync(cancel);
        if (last is null)
        {
            return null;
        }

        var since = await store
            .Set<GradeRestatement>()
            .Where(r => (r.Year == year || r.Year == year - 1) && r.EnteredAt >= last.IssuedAt)
            .Select(r => r.OrganizationId)
            .ToListAsync(cancel);
        var tree = answered.Table.Tree;
        var restated = since.Count(id => tree.Find(id) is { } place && OrganizationTree.Contains(node, place));
        return restated == 0 ? null : new(last.IssuedAt, restated);
    }

    private static bool IsHalfYear(DateOnly asOf) => asOf.Month <= 6;

    /// <summary>A document says which tree it stands on where the organization, or what stands under it, is another today.</summary>
    private async Task<string[]> TreeNoticeAsync(FiguresView answered, DateOnly today, CancellationToken cancel)
    {
        if (answered.TreeOn is not null)
        {
            return [TreeMark.Of(answered.AsOf, answered.TreeOn, today)!, Words.Get("reports.notice.as-if")];
        }

        var (then, now) = (answered.Table.Tree, await trees.ReadAsync(today, cancel));
        return TreeMark.Of(answered.AsOf, null, today) is { } mark && !Below(then).SequenceEqual(Below(now)) ? [mark] : [];

        IEnumerable<long> Below(OrganizationTree tree) =>
            tree.Find(answered.Organization.Id) is { HasEnded: false } node
                ? tree.Children(node).Where(n => !n.HasEnded).Select(n => n.Id).Order().Prepend(node.Id)
                : [];
    }

    private async Task<List<string>> NoticesAsync(FiguresView answered, CancellationToken cancel)
    {
        var notices = new List<string>();
        if (answered.Figures.Any(f => f.HoldsCountsOnly))
        {
            notices.Add(Words.Get("reports.notice.counts-only"));
        }

        if (answered.Figures.Any(f => !f.IsComparable))
        {
            notices.Add(Words.Get("reports.notice.not-comparable"));
        }

        var review = await yearRules.OfAsync(answered.Table.Tree, answered.Organization, answered.Year, cancel);
        if (answered.Table.On.RosterIsClosed && !review["excellent_cap_base_organizations"].Confirmed)
        {
            notices.Add(Words.Get("reports.notice.unconfirmed", review.Document));
        }

        return notices;
    }
}
