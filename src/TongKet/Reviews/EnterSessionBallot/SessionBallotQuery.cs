using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Reviews.DecideGrades;
using TongKet.Reviews.EnterBallot;
using TongKet.Store;
using TongKet.Web.Components;

namespace TongKet.Reviews.EnterSessionBallot;

/// <summary>More majorities for Excellent than a group has room for, in the order of their votes.</summary>
public sealed record SessionOrder(CapState Cap, IReadOnlyList<(string Name, ExcellentPlacing Placing)> Names);

public sealed record SessionBallotView(
    CycleWork Work,
    TreeNode Body,
    ReviewSubject As,
    SessionDesk Desk,
    IReadOnlyList<SessionOrder> Orders,
    bool IsOpen
)
{
    /// <summary>Whose votes are typed next.</summary>
    public IReadOnlyList<SessionName> Page { get; } = [.. Desk.Waiting.Take(PartPager.Size)];

    /// <summary>How many names the entry has come to, and how many there are.</summary>
    public (int Of, int All) Typed { get; } = (Desk.Asked.Count() - Desk.Waiting.Count(), Desk.Asked.Count());

    public bool IsLastPage => Typed.Of + Page.Count == Typed.All;

    /// <summary>Something can be typed: whoever is left, or the end of an entry whose last names went back meanwhile.</summary>
    public bool MayType => IsOpen && (Page.Count > 0 || Desk.Open is not null);
}

/// <summary>The vote of a deciding body in session; for who decides alone.</summary>
public sealed class SessionBallotQuery(AppStore store, CycleFinder cycles)
{
    /// <summary>Null where there is no such body, or it is not for the actor. A cell that decides votes as a cell.</summary>
    public async Task<SessionBallotView?> AskAsync(
        Actor actor,
        long cycleId,
        long bodyId,
        ReviewSubject subject,
        CancellationToken cancel
    )
    {
        if (
            await cycles.FindAsync(cycleId, cancel) is not { } work
            || BodyOf(work, bodyId) is not { } body
            || !work.Authority.MayDecide(actor, body)
        )
        {
            return null;
        }

        var desk = await SessionDesk.ReadAsync(store, work, body, subject, cancel);
        return new(
            work,
            body,
            subject,
            desk,
            [.. Orders(work, body, subject, desk, await CapAllowances.OfAsync(store, cycleId, body.Id, cancel))],
            work.Cycle.ClosedOn is null && work.Broken is null
        );
    }

    internal static TreeNode? BodyOf(CycleWork work, long bodyId) =>
        work.Tree.Find(bodyId) is { HasEnded: false } body
        && work.Top is { } top
        && OrganizationTree.Contains(top, body)
        && !body.Kind.IsCell()
            ? body
            : null;

    private static IEnumerable<SessionOrder> Orders(
        CycleWork work,
        TreeNode body,
        ReviewSubject subject,
        SessionDesk desk,
        CapAllowances allowances
    )
    {
        // The share of Excellent is kept among members and among organizations.
        if (desk.Last is not { } last || subject is not (ReviewSubject.Member or ReviewSubject.Organization))
        {
            return [];
        }

        var votes = last.Votes.Where(v => v.Grade == Grade.Excellent).ToDictionary(v => v.AssessmentId);
        var groups =
            subject == ReviewSubject.Member
                ? [("", Lines: desk.Lines.SelectMany(l => l.Members).ToList())]
                : DecisionQuery.GroupsOf(work, desk.Lines).Select(g => (g.Key, Lines: g.Select(l => l.Own!).ToList()));
        return groups
            .Select(group =>
                Order(
                    subject == ReviewSubject.Member
                        ? SheetRoom.OfMembers(work, body, group.Lines.Select(a => a.Effective), allowances)
                        : SheetRoom.OfGroup(work, group.Item1, group.Lines.Select(a => a.Effective), allowances),
                    group.Lines
                )
            )
            .Where(order => order.Cap.Room < 0 && order.Names.Count > 0);

        SessionOrder Order(CapState cap, IReadOnlyList<Assessment> lines)
        {
            var excellent = lines.Where(a => a.Effective == Grade.Excellent && votes.ContainsKey(a.Id)).ToList();
            // Those who are voted on share what the others leave.
            var placed = ExcellentOrder.Of(excellent.Select(a => (a.Id, votes[a.Id].Excellent)), cap.Room + excellent.Count);
            var names = desk.Names.ToDictionary(n => n.Line.Id, n => n.Name);
            return new(cap, [.. placed.Where(p => names.ContainsKey(p.SubjectId)).Select(p => (names[p.SubjectId], p))]);
        }
    }
}
