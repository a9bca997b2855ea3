using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.AllowOverCap;

/// <summary>What documents allow the groups that a body decides on, and what the rule set knows of it.</summary>
/// <param name="Groups">The groups that a document may speak of: its members, then each group of organizations.</param>
public sealed record AllowancesView(
    CycleWork Work,
    TreeNode Body,
    IReadOnlyList<CapKey> Groups,
    CapAllowances Allowances,
    bool MayAllow
)
{
    /// <summary>The parameters that say what a document may give: percent, and one of a small group.</summary>
    public static readonly IReadOnlyList<string> Parameters =
    [
        "excellent_cap_exception_percent",
        "excellent_cap_small_group_allows_one",
    ];

    public string NameOf(CapKey key) => AllowanceQuery.NameOf(key, Body);

    /// <summary>It speaks of a group that nothing is in any more, as one that was given another name: it gives nobody anything.</summary>
    public bool IsOfNobody(CapAllowance allowance) => allowance.IsInForce && !Groups.Contains(allowance.Key);
}

public sealed class AllowanceQuery(AppStore store, CycleFinder cycles)
{
    /// <summary>Null where nothing is decided there, or it is not for the actor.</summary>
    public async Task<AllowancesView?> AskAsync(Actor actor, long cycleId, long bodyId, CancellationToken cancel)
    {
        if (await FindAsync(cycles, cycleId, bodyId, cancel) is not { } found)
        {
            return null;
        }

        var (work, body, groups) = found;
        var mayAllow = work.Authority.MayDecide(actor, body);
        return mayAllow || work.Authority.MaySee(actor, body)
            ? new(work, body, groups, await CapAllowances.OfAsync(store, cycleId, body.Id, cancel), mayAllow && IsOpen(work))
            : null;
    }

    /// <summary>The year's review in which an organization's body decides and the actor writes that down; null where there is none.</summary>
    public async Task<long?> ReviewToAllowInAsync(Actor actor, long bodyId, int year, DateOnly today, CancellationToken cancel) =>
        (await cycles.CoveringAsync(bodyId, year, today, cancel)).FirstOrDefault(c => c.Kind == CycleKind.Year) is { } cycle
        && await FindAsync(cycles, cycle.Id, bodyId, cancel) is { } found
        && found.Work.Authority.MayDecide(actor, found.Body)
            ? cycle.Id
            : null;

    internal static async Task<(CycleWork Work, TreeNode Body, IReadOnlyList<CapKey> Groups)?> FindAsync(
        CycleFinder cycles,
        long cycleId,
        long bodyId,
        CancellationToken cancel
    ) =>
        await cycles.FindAsync(cycleId, cancel) is { } work
        && work.Tree.Find(bodyId) is { HasEnded: false } body
        && work.Top is { } top
        && OrganizationTree.Contains(top, body)
        && GroupsOf(work, body) is { Count: > 0 } groups
            ? (work, body, groups)
            : null;

    internal static string NameOf(CapKey key, TreeNode body) =>
        key.As == ReviewSubject.Member ? Web.Words.Get("reviews.allowance.members", body.Name)
        : key.Group.Length == 0 ? Web.Words.Get("reviews.cap.no-group")
        : CapGroups.NameOf(key.Group);

    private static bool IsOpen(CycleWork work) => work.Cycle.ClosedOn is null && work.Broken is null;

    private static IReadOnlyList<CapKey> GroupsOf(CycleWork work, TreeNode body)
    {
        var owing = work.OwingIn(body).ToList();
        var groups = owing
            .Where(n => work.Authority.DecidesOn(n, ReviewSubject.Organization) == body)
            .Select(n => CapKey.Organizations(CapGroups.KeyOf(work.Rules, n)))
            .Distinct();
        return owing.Exists(n => n.Kind.IsCell() && work.Authority.DecidesOn(n, ReviewSubject.Member) == body)
            ? [CapKey.Members, .. groups]
            : [.. groups];
    }
}
