using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Organizations;
using TongKet.Portal.ListGaps;
using TongKet.Web;
using TongKet.Web.Components;

namespace TongKet.Portal.ShowMyWork;

/// <param name="Work">Null for who keeps no records here: then nothing waits for him.</param>
/// <param name="Behind">For a leader and an office.</param>
public sealed record MyWorkView(
    TreeNode? Organization,
    IReadOnlyList<WorkItem>? Work,
    IReadOnlyList<FigureReading> Figures,
    BehindView? Behind,
    OwnRecordView? Own,
    SystemStateView? System
);

/// <summary>The first page: what waits for the one who looks, in each of his roles.</summary>
public sealed class MyWorkQuery(
    TreeReader trees,
    WorkFinder finder,
    FiveFigures five,
    BehindQuery behind,
    GapsQuery gaps,
    OwnRecordQuery own,
    SystemStateQuery system
)
{
    public async Task<MyWorkView> AskAsync(Actor actor, PageContext context, CancellationToken cancel)
    {
        var record = await own.AskAsync(actor, context.AsOf, cancel);
        var state = await system.AskAsync(actor, cancel);
        var tree = await trees.ReadAsync(context.AsOf, cancel);
        if (
            context.OrganizationId is not { } id
            || tree.Find(id) is not { HasEnded: false } node
            || !ScopeRule.May(actor, Acts.SeeFigures, tree, node)
        )
        {
            return new(null, null, [], null, record, state);
        }

        var question = new WorkQuestion(actor, tree, node, context.Year, context.AsOf, context.Today);
        var answered = await five.AskAsync(actor, question, gaps.ClosedYear(question), cancel);
        var leads = question.Is(Role.Leader) || question.Is(Role.CommitteeOffice);
        return new(
            node,
            question.May(Acts.ChangeMembers) ? await finder.FindAsync(question, context, cancel) : null,
            answered?.Readings ?? [],
            leads && answered is { } known && !node.Kind.IsCell() ? await behind.AskAsync(known.View.Table, node, cancel) : null,
            record,
            state
        );
    }
}
