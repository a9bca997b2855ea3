using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews;

/// <summary>How many of a group are Excellent and Good so far, and how many more may be.</summary>
/// <param name="Group">The grassroots organization of members, the group of similar duty of organizations.</param>
/// <param name="Allowance">The document by which this group may have more; null is the usual share.</param>
public sealed record CapState(CapGroup Group, CapRules Rules, CapAllowance? Allowance)
{
    /// <summary>The reading of the rule set, with what the document gives.</summary>
    public CapReading InForce { get; } = ExcellentCapRule.Read(Group, Rules, Allowance?.Decision);

    public int Room => InForce.Room;

    public string Name => Group.Name.Length > 0 ? Group.Name : Words.Get("reviews.cap.no-group");

    /// <summary>The percent in force: the usual one, or the one that a document gives this group.</summary>
    public decimal Percent => Allowance?.Decision.Percent ?? Rules.Percent;

    public IReadOnlyList<CapReading> Readings =>
        [.. ExcellentCapRule.ReadAll(Group, Percent, Rules.RoundsDown).Select(r => r.Base == InForce.Base ? InForce : r)];

    /// <summary>How many would have to be graded Good so that the rest is within the limit.</summary>
    public int MustChange => ExcellentCapRule.MustChange(Group, Rules, Allowance?.Decision);
}

/// <summary>
/// The share of Excellent of a review under way, of what is decided and, where nothing is decided yet, of what is
/// proposed. Counts alone: whose they are is nobody's business but that of who proposes and who decides.
/// </summary>
public sealed class SheetRoom(AppStore store)
{
    /// <summary>Of the members in a grassroots organization.</summary>
    public async Task<CapState?> OfMembersAsync(CycleWork work, TreeNode grassroots, CancellationToken cancel)
    {
        var cells = work.OwingIn(grassroots).Where(n => n.Kind.IsCell()).Select(n => n.Id).ToArray();
        var counts = await CountAsync(work.Cycle.Id, ReviewSubject.Member, cells, cancel);
        var allowances = await CapAllowances.OfAsync(store, work.Cycle.Id, grassroots.Id, cancel);
        return State(grassroots.Name, counts, CapRules.OfMembers(work.Rules), allowances.For(CapKey.Members));
    }

    /// <summary>The same of lines at hand.</summary>
    public static CapState OfMembers(CycleWork work, TreeNode body, IEnumerable<Grade> grades, CapAllowances allowances) =>
        State(body.Name, Counted(grades), CapRules.OfMembers(work.Rules), allowances.For(CapKey.Members));

    /// <summary>The same of the organizations of one group.</summary>
    public static CapState OfGroup(CycleWork work, string group, IEnumerable<Grade> grades, CapAllowances allowances) =>
        State(
            CapGroups.NameOf(group),
            Counted(grades),
            CapRules.OfOrganizations(work.Rules),
            allowances.For(CapKey.Organizations(group))
        );

    private static Dictionary<Grade, int> Counted(IEnumerable<Grade> grades) => grades.CountBy(g => g).ToDictionary();

    private async Task<Dictionary<Grade, int>> CountAsync(
        long cycleId,
        ReviewSubject subject,
        long[] organizations,
        CancellationToken cancel
    ) =>
        await store
            .Set<Assessment>()
            .Where(a => a.CycleId == cycleId && a.As == subject && organizations.Contains(a.OrganizationId))
            .GroupBy(a => a.Decided != Grade.None || a.DecisionId != null ? a.Decided : a.Proposed)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);

    private static CapState State(string within, Dictionary<Grade, int> counts, CapRules rules, CapAllowance? allowance)
    {
        var rated = counts.Where(c => c.Key != Grade.None).Sum(c => c.Value);
        var (excellent, good) = (counts.GetValueOrDefault(Grade.Excellent), counts.GetValueOrDefault(Grade.Good));
        return new(new(within, rated, excellent, good), rules, allowance);
    }
}
