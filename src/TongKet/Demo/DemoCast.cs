using Microsoft.EntityFrameworkCore;
using TongKet.Access;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Demo;

/// <summary>Who tries the program in the demo: one account a role, in which organization, and whose it is.</summary>
internal sealed record DemoPart(string UserName, Role Role, string DisplayName, TreeNode? Organization, long? MemberId = null);

/// <summary>Finds in the demo's world of today those whose accounts are made ready.</summary>
internal sealed class DemoCast(AppStore store, TreeReader trees, TimeProvider clock)
{
    private const int FewestInTheCell = 18;
    private const int MostInTheCell = 40;

    public async Task<IReadOnlyList<DemoPart>> FindAsync(CancellationToken cancel)
    {
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var tree = await trees.ReadAsync(today, cancel);
        var province = tree.Nodes.First(n => n.Kind == OrganizationKind.ProvincialOrganization);
        var communes = tree.Nodes.Where(n => !n.HasEnded && n.Kind == OrganizationKind.CommuneOrganization).ToList();
        // Before the communes take over, a commune is a grassroots organization of the district.
        var commune =
            communes.ElementAtOrDefault(1)
            ?? tree.Nodes.Where(n => n.Kind == OrganizationKind.GrassrootsPartyOrganization).ElementAt(1);
        var leader = (await HoldersAsync(commune.Id, cancel)).First();
        var (cell, secretary, member) = await CellAsync(tree, commune, today, cancel);
        return
        [
            new("quantri", Role.SystemAdministrator, RoleWords.Of(Role.SystemAdministrator), null),
            new("vanphong.tinh", Role.CommitteeOffice, Body(tree, province, OrganizationKind.CommitteeOffice), province),
            new("vanphong.xa", Role.CommitteeOffice, Body(tree, commune, OrganizationKind.CommitteeOffice), commune),
            new("lanhdao", Role.Leader, leader.FullName, commune, leader.Id),
            new("bithu", Role.CellSecretary, secretary.FullName, cell, secretary.Id),
            new("dangvien", Role.Member, member.FullName, cell, member.Id),
            new("kiemtra", Role.Auditor, Body(tree, province, OrganizationKind.InspectionCommission), province),
        ];
    }

    public async Task<string?> NameOfAsync(long? organizationId, CancellationToken cancel) =>
        organizationId is { } id
            ? (await trees.ReadAsync(VietnameseFormat.DayOf(clock.GetUtcNow()), cancel)).Find(id)?.Name
            : null;

    /// <summary>The body of a kind that works for an organization, or the organization itself.</summary>
    private static string Body(OrganizationTree tree, TreeNode of, OrganizationKind kind) =>
        tree.Children(of).FirstOrDefault(n => n.Kind == kind)?.Name ?? of.Name;

    /// <summary>A cell of a common size that has a secretary, and a member of it who holds no post.</summary>
    private async Task<(TreeNode Cell, Member Secretary, Member Member)> CellAsync(
        OrganizationTree tree,
        TreeNode commune,
        DateOnly today,
        CancellationToken cancel
    )
    {
        (TreeNode, Member, Member)? smaller = null;
        var village = DemoLists.Read().Organizations.Groups["village"];
        var cells = tree.Subtree(commune).Where(n => !n.HasEnded && n.Kind.IsCell());
        foreach (var cell in cells.OrderBy(n => n.Version.DutyGroup != village))
        {
            var members = await store
                .Set<Stay>()
                .AsNoTracking()
                .Where(s =>
                    s.CellId == cell.Id
                    && s.FromOn <= today
                    && (s.ToOn == null || s.ToOn > today)
                    && s.Member!.OfficialOn <= today
                )
                .OrderBy(s => s.Member!.RegisterOrder)
                .Select(s => s.Member!)
                .ToListAsync(cancel);
            var holders = await HoldersAsync(cell.Id, cancel);
            var member = members.LastOrDefault(m => holders.TrueForAll(h => h.Id != m.Id));
            if (holders.Count == 0 || member is null)
            {
                continue;
            }

            if (members.Count is >= FewestInTheCell and <= MostInTheCell)
            {
                return (cell, holders[0], member);
            }

            smaller ??= (cell, holders[0], member);
        }

        return smaller ?? throw new InvalidOperationException($"No cell of {commune.Name} has a secretary.");
    }

    /// <summary>Those who hold a post in it now, the secretary first.</summary>
    private Task<List<Member>> HoldersAsync(long organizationId, CancellationToken cancel) =>
        store
            .Set<MemberPost>()
            .AsNoTracking()
            .Where(p => p.OrganizationId == organizationId && p.ToOn == null)
            .OrderBy(p => p.Rank)
            .Join(store.Set<Member>(), p => p.MemberId, m => m.Id, (p, m) => m)
            .ToListAsync(cancel);
}
