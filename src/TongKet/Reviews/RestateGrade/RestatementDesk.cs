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

/// <summary>Where a grade counts and the organization whose body decides on it, on the tree as it stands now.</summary>
internal sealed record DecidedPlace(
    TreeNode Place,
    TreeNode Body,
    OrganizationTree Tree,
    ReviewAuthority Authority,
    RuleSet Rules,
    DateOnly Today
)
{
    public bool MayDecide(Actor actor) => Authority.MayDecide(actor, Body);
}

/// <summary>A grade that may be given anew: a member's, or with <see cref="MemberGrade"/> null an organization's.</summary>
internal sealed record GradeOnDesk(MemberGrade? MemberGrade, OrganizationGrade? OrganizationGrade, string Name, DecidedPlace At)
{
    public TreeNode Place => At.Place;
    public TreeNode Body => At.Body;
    public OrganizationTree Tree => At.Tree;
    public DateOnly Today => At.Today;
    public long? DecisionId => MemberGrade is { } of ? of.DecisionId : OrganizationGrade!.DecisionId;

    public (Grade Grade, NoGradeReason Reason) Now =>
        MemberGrade is { } member ? (member.Grade, member.Reason) : (OrganizationGrade!.Grade, OrganizationGrade.Reason);
}

/// <summary>Finds a grade for who may give it anew: the level that decides on it as the tree stands now.</summary>
public sealed class RestatementDesk(AppStore store, TreeReader trees, RuleBook rules, YearRules yearRules, TimeProvider clock)
{
    internal async Task<GradeOnDesk?> FindAsync(
        Actor actor,
        int year,
        long? memberId,
        long organizationId,
        CancellationToken cancel
    ) => await ReadAsync(year, memberId, organizationId, cancel) is { } found && found.At.MayDecide(actor) ? found : null;

    /// <summary>The same for whoever it is: the caller says who may see it.</summary>
    internal async Task<GradeOnDesk?> ReadAsync(int year, long? memberId, long organizationId, CancellationToken cancel)
    {
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

        var subject = ofMember is null ? ReviewSubject.Organization : ReviewSubject.Member;
        if (await PlaceAsync(year, ofMember?.CellId ?? organizationId, subject, cancel) is not { } at)
        {
            return null;
        }

        var name = ofMember is null
            ? at.Place.Name
            : await store.Set<Member>().Where(m => m.Id == ofMember.MemberId).Select(m => m.FullName).SingleAsync(cancel);
        return new(ofMember, ofOrganization, name, at);
    }

    /// <summary>Null where the place is not there, or no body in the tree decides on it.</summary>
    internal async Task<DecidedPlace?> PlaceAsync(int year, long place, ReviewSubject subject, CancellationToken cancel)
    {
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        // What has ended since is found on the tree of its own year.
        var tree = await trees.ReadAsync(today, cancel);
        tree = tree.Find(place) is { HasEnded: false } ? tree : await trees.ReadAsync(new DateOnly(year, 12, 31), cancel);
        if (tree.Find(place) is not { HasEnded: false } node)
        {
            return null;
        }

        var set = await yearRules.OfAsync(tree, node, year, cancel);
        var authority = new ReviewAuthority(new(set, tree, FigureRules.On(rules, tree.On, set).GrassrootsKinds));
        return authority.DecidesOn(node, subject) is { } body ? new(node, body, tree, authority, set, today) : null;
    }
}
