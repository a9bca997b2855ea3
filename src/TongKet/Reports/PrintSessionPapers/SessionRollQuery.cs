using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Reviews;
using TongKet.Reviews.DecideGrades;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reports.PrintSessionPapers;

/// <summary>What the papers of a deciding session, and the notices of an organization, are written from.</summary>
public sealed class SessionRollQuery(AppStore store, DecisionQuery decisions, CycleFinder cycles, RuleBook rules)
{
    /// <summary>Null where the organization decides nothing in this review, or another one decides for it.</summary>
    public async Task<SessionRoll?> OfBodyAsync(Actor actor, long cycleId, long bodyId, CancellationToken cancel)
    {
        if (await decisions.AskAsync(actor, cycleId, bodyId, cancel) is not { MayDecide: true } view || view.Lines.Count == 0)
        {
            return null;
        }

        var (work, body) = (view.Work, view.Body);
        var people = await PeopleAsync(work, [.. view.Lines.SelectMany(l => l.Lines)], cancel);
        var units = view
            .Lines.Select(l => new SessionUnit(
                l.Node,
                CapGroups.KeyOf(work.Rules, l.Node),
                l.IsDecided ? SheetState.Decided : l.State,
                [.. l.Others.Concat(l.Members).Select(a => Line(a, l.Node, people)).OrderBy(l => l.As).ThenBy(l => l.Of.Id)]
            ))
            .ToList();
        return new(
            work,
            BodyOf(work, body),
            SessionBody.AdviserOf(work, body),
            units,
            [.. Caps(view, units)],
            view.Decisions,
            DocumentFormats.InForce(rules, SignedOn(view.Decisions, work.Today))
        );
    }

    /// <summary>
    /// What was announced of an organization; to nobody is there more. Null where it is not in the review or out of reach.
    /// </summary>
    public async Task<UnitNotices?> OfUnitAsync(Actor actor, long cycleId, long unitId, CancellationToken cancel)
    {
        if (
            await cycles.FindAsync(cycleId, cancel) is not { } work
            || work.Owing(unitId) is not { } unit
            || !ScopeRule.May(actor, Acts.PrintReviewPapers, work.Tree, unit)
        )
        {
            return null;
        }

        var lines = await store
            .Set<Assessment>()
            .AsNoTracking()
            .Where(a => a.CycleId == cycleId && a.OrganizationId == unit.Id && a.DecisionId != null)
            .ToListAsync(cancel);
        var ids = lines.Select(a => a.DecisionId!.Value).Distinct().ToArray();
        var announced = await store
            .Set<GradeDecision>()
            .AsNoTracking()
            .Where(d => ids.Contains(d.Id) && d.AnnouncedOn != null)
            .OrderBy(d => d.DecidedOn)
            .ThenBy(d => d.Id)
            .ToListAsync(cancel);
        var people = await PeopleAsync(work, lines, cancel);
        return new(
            work,
            unit,
            [
                .. announced
                    .Where(d => work.Tree.Find(d.OrganizationId) is not null)
                    .Select(d => new SessionNotice(
                        d,
                        BodyOf(work, work.Tree.Find(d.OrganizationId)!),
                        unit,
                        [.. lines.Where(a => a.DecisionId == d.Id).Select(a => Line(a, unit, people)).OrderBy(l => l.As)]
                    )),
            ],
            DocumentFormats.InForce(rules, SignedOn(announced, work.Today))
        );
    }

    private static DateOnly SignedOn(IReadOnlyList<GradeDecision> given, DateOnly today) =>
        given.Select(d => d.AnnouncedOn ?? d.DecidedOn).DefaultIfEmpty(today).Max();

    private static SessionBody BodyOf(CycleWork work, TreeNode body) =>
        new(body, work.Tree.Parent(body) is { } above ? work.Tree.PartyOrganizationOf(above) : null);

    private static IEnumerable<CapState> Caps(DecisionView view, IReadOnlyList<SessionUnit> units)
    {
        var there = units.Where(u => u.IsThere).ToList();
        var members = there.SelectMany(u => u.As(ReviewSubject.Member)).Select(l => l.Counted).ToList();
        if (members.Count > 0)
        {
            yield return SheetRoom.OfMembers(view.Work, view.Body, members, view.Allowances);
        }

        foreach (var group in there.Where(u => u.As(ReviewSubject.Organization).Any()).GroupBy(u => u.Group))
        {
            var grades = group.SelectMany(u => u.As(ReviewSubject.Organization)).Select(l => l.Counted);
            yield return SheetRoom.OfGroup(view.Work, group.Key, grades, view.Allowances);
        }
    }

    private async Task<Dictionary<long, (string Name, string? Post)>> PeopleAsync(
        CycleWork work,
        IReadOnlyList<Assessment> lines,
        CancellationToken cancel
    )
    {
        var ids = lines.Select(a => a.MemberId).OfType<long>().Distinct().ToArray();
        var on = work.RegisterOn;
        var posts = (
            await store
                .Set<MemberPost>()
                .AsNoTracking()
                .Where(p => ids.Contains(p.MemberId) && p.FromOn <= on && (p.ToOn == null || p.ToOn > on))
                .ToListAsync(cancel)
        ).ToLookup(p => p.MemberId);
        return (await Namesakes.OfAsync(store, ids, cancel)).ToDictionary(
            m => m.Key,
            m => (m.Value, posts[m.Key].OrderBy(p => p.Rank).FirstOrDefault()?.Title)
        );
    }

    private static SessionLine Line(Assessment of, TreeNode unit, Dictionary<long, (string Name, string? Post)> people) =>
        of.MemberId is { } id && people.TryGetValue(id, out var person) ? new(of, person.Name, person.Post)
        : of.As == ReviewSubject.Collective ? new(of, Words.Get("reviews.sheet.as.collective", unit.Name), null)
        : new(of, unit.Name, null);
}
