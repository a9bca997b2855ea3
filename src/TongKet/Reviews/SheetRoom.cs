using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews;

/// <summary>How many of a group are Excellent and Good so far, and how many more may be.</summary>
/// <param name="Group">The grassroots organization of members, the group of similar duty of organizations.</param>
public sealed record CapState(CapGroup Group, CapRules Rules)
{
    public CapReading InForce { get; } = ExcellentCapRule.Read(Group, Rules);

    public int Room => InForce.Room;

    public IReadOnlyList<CapReading> Readings => ExcellentCapRule.ReadAll(Group, Rules.Percent, Rules.RoundsDown);

    /// <summary>How many would have to be graded Good so that the rest is within the limit.</summary>
    public int MustChange => ExcellentCapRule.MustChange(Group, Rules);
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
        return State(grassroots.Name, counts, CapRules.OfMembers(work.Rules));
    }

    /// <summary>Of the organizations of one group of similar duty under one superior.</summary>
    public async Task<CapState?> OfOrganizationsAsync(
        CycleWork work,
        string group,
        IReadOnlyCollection<long> organizations,
        CancellationToken cancel
    )
    {
        var counts = await CountAsync(work.Cycle.Id, ReviewSubject.Organization, [.. organizations], cancel);
        return State(group, counts, CapRules.OfOrganizations(work.Rules));
    }

    /// <summary>The same of lines at hand.</summary>
    public static CapState State(CycleWork work, string within, IEnumerable<Grade> grades, ReviewSubject subject)
    {
        var counts = grades.CountBy(g => g).ToDictionary();
        var rules = subject == ReviewSubject.Member ? CapRules.OfMembers(work.Rules) : CapRules.OfOrganizations(work.Rules);
        return State(within, counts, rules);
    }

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

    private static CapState State(string within, Dictionary<Grade, int> counts, CapRules rules)
    {
        var rated = counts.Where(c => c.Key != Grade.None).Sum(c => c.Value);
        var (excellent, good) = (counts.GetValueOrDefault(Grade.Excellent), counts.GetValueOrDefault(Grade.Good));
        return new(new(within, rated, excellent, good), rules);
    }
}
