using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.DecideGrades;

/// <summary>One of those who are Excellent where more are than may be.</summary>
public sealed record OverCapName(string Name, TreeNode Unit, bool IsDecided);

/// <summary>A group over its share, with all of whom some would have to be graded otherwise; which of them is for the level that decides to say.</summary>
public sealed record OverCap(CapState State, IReadOnlyList<OverCapName> Names);

/// <summary>Who would have to change, for the level that decides and nobody else.</summary>
public sealed class OverCapQuery(AppStore store)
{
    public async Task<IReadOnlyList<OverCap>> AskAsync(DecisionView view, CancellationToken cancel)
    {
        if (!view.MayDecide)
        {
            return [];
        }

        var over = new List<OverCap>();
        if (view.OfMembers is { Room: < 0 } members)
        {
            over.Add(new(members, await NamesAsync(view.Lines, cancel)));
        }

        var groups = DecisionQuery.GroupsOf(view.Work, view.Lines).Zip(view.OfOrganizations);
        over.AddRange(
            groups
                .Where(g => g.Second.Room < 0)
                .Select(g => new OverCap(
                    g.Second,
                    [
                        .. g
                            .First.Where(l => l.Own!.Effective == Grade.Excellent)
                            .Select(l => new OverCapName(l.Node.Name, l.Node, l.Own!.IsDecided)),
                    ]
                ))
        );
        return over;
    }

    private async Task<IReadOnlyList<OverCapName>> NamesAsync(IReadOnlyList<DecisionLine> lines, CancellationToken cancel)
    {
        var excellent = lines
            .SelectMany(l => l.Members.Where(a => a.Effective == Grade.Excellent), (l, a) => (l.Node, Line: a))
            .ToList();
        var names = await Namesakes.OfAsync(store, excellent.Select(e => e.Line.MemberId!.Value), cancel);
        return [.. excellent.Select(e => new OverCapName(names[e.Line.MemberId!.Value], e.Node, e.Line.IsDecided))];
    }
}
