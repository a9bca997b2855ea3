using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Commendations;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Commendations.RecordCommendation;

/// <summary>Whom a commendation names: where it counts, the member, or a name that is in no register.</summary>
public sealed record CommendedSubject(long OrganizationId, long? MemberId, string? Name);

/// <summary>Finds whom a typed name means, within the organization and below and never outside the actor's reach.</summary>
internal sealed class SubjectSearch(AppStore store, OrganizationTree tree, Actor actor)
{
    private const int MostNamed = 5;

    public async Task<Outcome<CommendedSubject>> FindAsync(
        RecordCommendationCommand command,
        TreeNode within,
        CancellationToken cancel
    ) =>
        command.Subject switch
        {
            CommendationSubject.Organization => Organization(command.Name, within),
            CommendationSubject.Member => await MemberAsync(command, within, cancel),
            _ => new CommendedSubject(within.Id, null, VietnameseText.Tidy(command.Name)),
        };

    private Outcome<CommendedSubject> Organization(string typed, TreeNode within)
    {
        var (text, folded) = (VietnameseText.Tidy(typed), VietnameseText.Fold(typed));
        var below = tree.Subtree(within).Where(n => !n.HasEnded && n.Kind.IsPartyOrganization()).ToList();
        var found = below.Where(n => n.Code.Equals(text, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0)
        {
            found = below.FindAll(n => n.Version.NameFolded == folded);
        }

        return found switch
        {
            [var one] => new CommendedSubject(one.Id, null, null),
            [] => new Refusal("commendation.organization.unknown", null, text, within.Name),
            _ => new Refusal(
                "commendation.organization.several",
                null,
                text,
                string.Join("; ", found.Take(MostNamed).Select(n => n.Code))
            ),
        };
    }

    private async Task<Outcome<CommendedSubject>> MemberAsync(
        RecordCommendationCommand command,
        TreeNode within,
        CancellationToken cancel
    )
    {
        var (text, folded, day) = (
            VietnameseText.Tidy(command.Name),
            VietnameseText.Fold(command.Name),
            command.DecidedOn!.Value
        );
        var stays = await store
            .Set<Stay>()
            .AsNoTracking()
            .Where(s =>
                s.FromOn <= day
                && (
                    s.Member!.CitizenId == text
                    || s.Member.CardNumber == text
                    || s.Member.RecordNumber == text
                    || s.Member.NameFolded == folded
                )
            )
            .OrderBy(s => s.FromOn)
            .Select(s => new
            {
                s.MemberId,
                s.CellId,
                s.Member!.BornOn,
            })
            .ToListAsync(cancel);
        var found = stays
            .GroupBy(s => s.MemberId)
            .Select(g => g.Last())
            .Where(s =>
                tree.Find(s.CellId) is { } cell
                && OrganizationTree.Contains(within, cell)
                && ScopeRule.May(actor, Acts.SeeMembers, tree, cell)
            )
            .ToList();
        return found switch
        {
            [var one] => new CommendedSubject(one.CellId, one.MemberId, null),
            [] => new Refusal("commendation.member.unknown", null, text, within.Name),
            _ => new Refusal(
                "commendation.member.several",
                null,
                text,
                string.Join(
                    "; ",
                    found
                        .Take(MostNamed)
                        .Select(s => $"{tree.Find(s.CellId)!.Name} ({s.BornOn?.Year.ToString(Words.Vietnamese) ?? "…"})")
                )
            ),
        };
    }
}
