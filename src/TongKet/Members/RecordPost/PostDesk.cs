using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Members.RecordPost;

/// <summary>A member's posts before who writes them down.</summary>
/// <param name="Posts">In the order in which they were taken up, tracked by the store for a handler.</param>
/// <param name="Places">Where he may be given one: his cell and what stands above it, as far as the actor reaches.</param>
/// <param name="Managers">Whose committees may manage a post of his: the same, to the top.</param>
public sealed record PostDesk(
    MemberDesk Member,
    IReadOnlyList<MemberPost> Posts,
    IReadOnlyList<OrganizationChoice> Places,
    IReadOnlyList<OrganizationChoice> Managers
)
{
    public IEnumerable<MemberPost> HeldOn(DateOnly day) => Posts.Where(p => p.ToOn is null || p.ToOn > day);
}

public sealed class PostDesks(AppStore store, MemberFiles files, TreeReader trees)
{
    /// <summary>Null where the member is out of reach, or somebody else holds his record.</summary>
    public async Task<PostDesk?> FindAsync(Actor actor, long memberId, bool track, CancellationToken cancel)
    {
        if (await files.FindAsync(actor, memberId, files.Today, track, cancel) is not { } desk)
        {
            return null;
        }

        var tree = await trees.ReadAsync(files.Today, cancel);
        var asked = track ? store.Set<MemberPost>() : store.Set<MemberPost>().AsNoTracking();
        var path = desk.File.Last is { } last && tree.Find(last.CellId) is { } cell ? tree.Path(cell) : [];
        var above = path.Reverse().Where(n => !n.HasEnded && n.Kind.IsPartyOrganization()).ToList();
        return new(
            desk,
            await asked.Where(p => p.MemberId == memberId).OrderBy(p => p.FromOn).ThenBy(p => p.Rank).ToListAsync(cancel),
            [.. above.Where(n => ScopeRule.May(actor, Acts.ChangeMembers, tree, n)).Select(Choice)],
            [.. above.Where(n => !n.Kind.IsCell()).Select(Choice)]
        );
    }

    private static OrganizationChoice Choice(TreeNode node) => new(node.Id, $"{node.Name} ({node.Code})");
}
