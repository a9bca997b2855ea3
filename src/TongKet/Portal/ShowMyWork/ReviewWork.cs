using System.Globalization;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Reviews.FillSheet;
using TongKet.Reviews.FollowCycle;
using TongKet.Reviews.HandleComplaint;
using TongKet.Reviews.KeepResidence;
using TongKet.Reviews.WriteSelfReview;
using TongKet.Web;

namespace TongKet.Portal.ShowMyWork;

/// <summary>What a review under way asks of an organization: its own sheet, what came back, what waits for its decision, who is late.</summary>
internal static class ReviewWork
{
    public static async Task<IReadOnlyList<WorkItem>> FindAsync(
        IServiceProvider services,
        WorkQuestion question,
        CancellationToken cancel
    )
    {
        var query = services.GetRequiredService<CycleQuery>();
        var work = new List<WorkItem>();
        // In January the review of last year is still under way.
        foreach (var year in new[] { question.Today.Year - 1, question.Today.Year })
        {
            var view = await query.AskAsync(question.Actor, question.Organization.Id, year, question.Today, cancel);
            foreach (var cycle in (view?.Cycles ?? []).Where(c => c.Work.Cycle.ClosedOn is null))
            {
                work.AddRange(Of(cycle));
                work.AddRange(await CollectiveAsync(services, cycle, cancel) is { } own ? [own] : []);
                work.AddRange(await CommentsAsync(services, question.Actor, cycle, cancel) is { } comments ? [comments] : []);
            }
        }

        if (await ComplaintsAsync(services, question, cancel) is { } complaints)
        {
            work.Add(complaints);
        }

        return work;
    }

    /// <summary>The collective has not written what it thinks of itself, and its sheet is still here.</summary>
    private static async Task<WorkItem?> CollectiveAsync(IServiceProvider services, CycleView view, CancellationToken cancel)
    {
        var (cycle, kind) = (view.Work.Cycle, view.Node.Kind);
        var key = OrganizationKinds.IsCell(kind) ? LineKey.Own : LineKey.Collective;
        return
            view is not { OwesSheet: true, MayFillOwn: true, OwnState: not (SheetState.Submitted or SheetState.Decided) }
            || !SheetLines.SubjectsOf(view.Work).Contains(key.As)
            || await services.GetRequiredService<SelfDutiesQuery>().HasCollectiveAsync(cycle.Id, view.Node.Id, cancel)
            ? null
            : new(
                WorkKind.Due,
                Words.Get("portal.work.collective", cycle.Name),
                Address(view, new SelfOf(key, view.Node.Id).Address(cycle.Id)),
                DueOn: OrganizationKinds.IsCell(kind) ? cycle.CellsDueOn : cycle.GrassrootsDueOn
            );
    }

    /// <summary>Members of other cells on whom a cell has not sent its comment back.</summary>
    private static async Task<WorkItem?> CommentsAsync(
        IServiceProvider services,
        Actor actor,
        CycleView view,
        CancellationToken cancel
    )
    {
        var (cycle, cell) = (view.Work.Cycle, view.Node);
        var asked =
            cycle.Kind == CycleKind.Year && OrganizationKinds.IsCell(cell.Kind)
                ? await services
                    .GetRequiredService<ResidenceQuery>()
                    .AskAsync(actor, cell.Id, view.Work.RegisterOn, cycle.Year, cancel)
                : null;
        return asked is null || asked.Missing == 0
            ? null
            : new(
                WorkKind.Due,
                Words.Get("portal.work.comments", cycle.Name),
                Address(view, "/kiem-diem/noi-cu-tru"),
                asked.Missing,
                cycle.CellsDueOn
            );
    }

    private static async Task<WorkItem?> ComplaintsAsync(
        IServiceProvider services,
        WorkQuestion question,
        CancellationToken cancel
    )
    {
        var open = await services
            .GetRequiredService<OpenComplaintsQuery>()
            .AskAsync(question.Actor, question.Organization.Id, question.Today, cancel);
        return open.Count == 0
            ? null
            : new(
                WorkKind.Due,
                Words.Get("portal.work.complaints"),
                $"/kiem-diem?{PageContext.OrganizationParameter}={Number(question.Organization.Id)}",
                open.Count,
                Examples: [.. open.Take(3).Select(c => c.Name)]
            );
    }

    private static IEnumerable<WorkItem> Of(CycleView view)
    {
        var cycle = view.Work.Cycle;
        var isCell = OrganizationKinds.IsCell(view.Node.Kind);
        if (view is { OwesSheet: true, MayFillOwn: true, OwnState: not (SheetState.Submitted or SheetState.Decided) })
        {
            yield return new(
                view.OwnState == SheetState.Returned ? WorkKind.Wrong : WorkKind.Due,
                Words.Get(view.OwnState == SheetState.Returned ? "portal.work.sheet-returned" : "portal.work.sheet", cycle.Name),
                Address(view, $"/kiem-diem/{Number(cycle.Id)}/phieu"),
                DueOn: isCell ? cycle.CellsDueOn : cycle.GrassrootsDueOn
            );
        }

        if (view is { DecidesHere: true, MayDecide: true } && view.Whole.Submitted > 0)
        {
            yield return new(
                WorkKind.Due,
                Words.Get("portal.work.decide", cycle.Name),
                Address(view, $"/kiem-diem/{Number(cycle.Id)}/quyet-dinh"),
                view.Whole.Submitted,
                cycle.GrassrootsDueOn
            );
        }

        if (view.LateTotal > 0 && !isCell)
        {
            yield return new(
                WorkKind.Missing,
                Words.Get("portal.work.late-sheets", cycle.Name),
                Address(view, "/kiem-diem"),
                view.LateTotal,
                Examples: [.. view.Late.Take(3).Select(l => l.Node.Name)]
            );
        }
    }

    private static string Address(CycleView view, string page) =>
        $"{page}?{PageContext.OrganizationParameter}={Number(view.Node.Id)}&{PageContext.YearParameter}={view.Work.Cycle.Year}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
