using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Figures;
using TongKet.Portal.ListGaps;
using TongKet.Reviews.ShowExcellentCap;
using TongKet.Targets.ListTargets;
using TongKet.Web;

namespace TongKet.Portal.ShowMyWork;

/// <summary>What is due, wrong or lacking in an organization, for who keeps its records: an office, or the secretary of a cell.</summary>
public sealed class WorkFinder(
    GapsQuery gaps,
    TargetsQuery targets,
    ExcellentCapQuery caps,
    FigureBook book,
    RuleBook rules,
    IEnumerable<WorkSource> sources,
    IServiceProvider services
)
{
    /// <summary>So many days before a day it is named as due.</summary>
    private const int DaysAhead = 60;
    private const int Examples = 3;

    public async Task<IReadOnlyList<WorkItem>> FindAsync(WorkQuestion question, PageContext context, CancellationToken cancel)
    {
        var work = new List<WorkItem>();
        work.AddRange(await OfGapsAsync(question, context, cancel));
        work.AddRange(await OfReviewAsync(question, context, cancel));
        work.AddRange(await OfTargetsAsync(question, context, cancel));
        foreach (var source in sources)
        {
            work.AddRange(await source.FindAsync(services, question, cancel));
        }

        return [.. work.OrderBy(w => w.Kind).ThenBy(w => w.DueOn)];
    }

    private async Task<List<WorkItem>> OfGapsAsync(WorkQuestion question, PageContext context, CancellationToken cancel)
    {
        var work = new List<WorkItem>();
        var knowsPosts = await gaps.KnowsPostsAsync(question, cancel);
        if (!knowsPosts)
        {
            work.Add(new(WorkKind.Missing, Words.Get("portal.work.no-posts"), context.Link("/to-chuc")));
        }

        foreach (var code in GapCodes.All.Where(code => knowsPosts || code != GapCodes.Secretary))
        {
            var found = await gaps.FindAsync(question, code, 0, Examples, cancel);
            if (found.Total > 0)
            {
                work.Add(
                    new(
                        code == GapCodes.Recognition ? WorkKind.Due : WorkKind.Missing,
                        Words.Get("portal.work." + code, gaps.ClosedYear(question).ToString(Words.Vietnamese)),
                        context.Link("/viec-cua-toi/" + code),
                        found.Total,
                        Examples: [.. found.Gaps.Select(g => g.Name)]
                    )
                );
            }
        }

        return work;
    }

    private async Task<List<WorkItem>> OfReviewAsync(WorkQuestion question, PageContext context, CancellationToken cancel)
    {
        var work = new List<WorkItem>();
        var on = AsOf.At(rules, question.Year, question.AsOf);
        if (!on.RosterIsClosed && on.RosterOn <= question.Today.AddDays(DaysAhead))
        {
            work.Add(
                new(
                    WorkKind.Due,
                    Words.Get("portal.work.roster", Year(question.Year)),
                    context.Link("/dang-vien"),
                    DueOn: on.RosterOn
                )
            );
        }

        var closed = gaps.ClosedYear(question);
        var link = Of(context, closed);
        var table = await book.CountTotalAsync(question.Organization.Id, closed, null, cancel);
        var members = table?.Value(question.Organization.Id, "party_member_total");
        if (members > 0 && table?.Value(question.Organization.Id, "roster_member_count") is null)
        {
            work.Add(new(WorkKind.Missing, Words.Get("portal.work.no-grades", Year(closed)), link.Link("/xep-loai")));
        }

        var cap =
            question.Organization.Kind.IsCell() || !GapsQuery.IsSmall(question)
                ? null
                : await caps.AskAsync(question.Actor, question.Organization.Id, closed, cancel);
        var (groups, grassroots) = (cap?.Groups.Count(g => g.IsOver) ?? 0, cap?.Members.Count(g => g.IsOver) ?? 0);
        if (groups + grassroots > 0)
        {
            work.Add(
                new(
                    WorkKind.Wrong,
                    Words.Get(
                        groups == 0 ? "portal.work.over-cap.members"
                            : grassroots == 0 ? "portal.work.over-cap.groups"
                            : "portal.work.over-cap",
                        groups,
                        grassroots,
                        Year(closed)
                    ),
                    link.Link("/ty-le-khong-che")
                )
            );
        }

        return work;
    }

    private async Task<List<WorkItem>> OfTargetsAsync(WorkQuestion question, PageContext context, CancellationToken cancel)
    {
        if (
            !question.May(Acts.ChangeTargets)
            || await targets.AskAsync(question.Actor, question.Organization.Id, question.Year, question.AsOf, cancel)
                is not { } view
        )
        {
            return [];
        }

        var address = context.Link("/chi-tieu");
        List<(int Count, string Key, WorkKind Kind)> found =
        [
            (view.Lines.Count == 0 ? 1 : 0, "portal.work.no-targets", WorkKind.Missing),
            // While the year runs, what a figure measures comes by itself.
            (
                view.Lines.Count(l => l.Result.IsMet is null && (l.IsByHand || view.YearIsOver)),
                "portal.work.no-result",
                WorkKind.Missing
            ),
            (view.Lines.Count(l => l.LacksBase), "portal.work.no-base", WorkKind.Missing),
            (view.Lines.Count(l => l.Conflicts.Count > 0), "portal.work.conflict", WorkKind.Wrong),
        ];
        return
        [
            .. found
                .Where(f => f.Count > 0)
                .Select(f => new WorkItem(
                    f.Kind,
                    Words.Get(f.Key, Year(question.Year)),
                    address,
                    view.Lines.Count == 0 ? null : f.Count
                )),
        ];
    }

    private static PageContext Of(PageContext context, int year) =>
        context with
        {
            Year = year,
            AsOf = PageContext.UsualAsOf(year, context.Today),
        };

    private static string Year(int year) => year.ToString(Words.Vietnamese);
}
