using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews.RestateGrade;

/// <summary>A grade that may be given anew: a member's, or with <see cref="MemberGrade"/> null an organization's.</summary>
/// <param name="Body">The organization whose body decides on it today.</param>
internal sealed record GradeOnDesk(
    MemberGrade? MemberGrade,
    OrganizationGrade? OrganizationGrade,
    string Name,
    TreeNode Place,
    TreeNode Body,
    OrganizationTree Tree,
    DateOnly Today
)
{
    public (Grade Grade, NoGradeReason Reason) Now =>
        MemberGrade is { } member ? (member.Grade, member.Reason) : (OrganizationGrade!.Grade, OrganizationGrade.Reason);
}

/// <summary>Finds a grade for who may give it anew: the level that decides on it as the tree stands now.</summary>
public sealed class RestatementDesk(AppStore store, TreeReader trees, RuleBook rules, TimeProvider clock)
{
    internal async Task<GradeOnDesk?> FindAsync(
        Actor actor,
        int year,
        long? memberId,
        long organizationId,
        CancellationToken cancel
    )
    {
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var ofMember = memberId is { } id
            ? await store.Set<MemberGrade>().SingleOrDefaultAsync(g => g.MemberId == id && g.Year == year, cancel)
            : null;
        var ofOrganization = memberId is null
            ? await store
                .Set<OrganizationGrade>()
                .SingleOrDefaultAsync(g => g.OrganizationId == organizationId && g.Year == year, cancel)
            : null;
        if (ofMember is null && ofOrganization is null)
        {
            return null;
        }

        // What has ended since is found on the tree of its own year.
        var place = ofMember?.CellId ?? organizationId;
        var tree = await trees.ReadAsync(today, cancel);
        tree = tree.Find(place) is { HasEnded: false } ? tree : await trees.ReadAsync(new DateOnly(year, 12, 31), cancel);
        var set = rules.InForce(RuleBook.AnnualReview, new DateOnly(year, 12, 31));
        var authority = new ReviewAuthority(new(set, tree, FigureRules.On(rules, tree.On, set).GrassrootsKinds));
        var subject = ofMember is null ? ReviewSubject.Organization : ReviewSubject.Member;
        if (
            tree.Find(place) is not { HasEnded: false } node
            || authority.DecidesOn(node, subject) is not { } body
            || !authority.MayDecide(actor, body)
        )
        {
            return null;
        }

        var name = ofMember is null
            ? node.Name
            : await store.Set<Member>().Where(m => m.Id == ofMember.MemberId).Select(m => m.FullName).SingleAsync(cancel);
        return new(ofMember, ofOrganization, name, node, body, tree, today);
    }
}
