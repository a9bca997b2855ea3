using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Figures;
using TongKet.Figures.ListRecords;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Portal.ListGaps;

/// <summary>What is lacking in an organization and below, one kind at a time: the home page counts it, its own page lists it.</summary>
public sealed class GapsQuery(AppStore store, FigureBook book, TreeReader trees, RuleBook rules)
{
    /// <summary>So many days before the end of the probation it is said that it ends.</summary>
    private const int DaysAhead = 30;

    /// <summary>Probations that ended earlier are taken for papers that were never entered, not for work that is due.</summary>
    private const int DaysBack = 365;

    private const int SecretaryRank = 1;

    /// <summary>What lacks in single cells and members is mended below a province: there it is looked for.</summary>
    private const int MostOrganizations = 600;

    /// <summary>For the one who opens a list; null where the organization is not there or not in reach.</summary>
    public async Task<(WorkQuestion Question, GapList List)?> AskAsync(
        Actor actor,
        long organizationId,
        PageContext context,
        string code,
        int skip,
        int take,
        CancellationToken cancel
    )
    {
        var tree = await trees.ReadAsync(context.AsOf, cancel);
        if (tree.Find(organizationId) is not { HasEnded: false } node || !ScopeRule.May(actor, Acts.SeeOrganizations, tree, node))
        {
            return null;
        }

        var question = new WorkQuestion(actor, tree, node, context.Year, context.AsOf, context.Today);
        return (question, await FindAsync(question, code, skip, take, cancel));
    }

    public async Task<GapList> FindAsync(WorkQuestion question, string code, int skip, int take, CancellationToken cancel) =>
        !IsSmall(question)
            ? GapList.NotHere
            : code switch
            {
                GapCodes.Secretary => await WithoutSecretaryAsync(question, skip, take, cancel),
                GapCodes.Grade when question.May(Acts.SeeGrades) => await WithoutGradesAsync(question, skip, take, cancel),
                GapCodes.Member when question.May(Acts.SeeMembers) => await MembersAsync(
                    question,
                    InCount(question).Where(s => s.Member!.CitizenId == null || s.Member.BornOn == null),
                    m => Words.Get(m.CitizenId is null ? "portal.gap.citizen-id" : "portal.gap.born"),
                    skip,
                    take,
                    cancel
                ),
                GapCodes.Recognition when question.May(Acts.SeeMembers) => await MembersAsync(
                    question,
                    DueForRecognition(question),
                    m => Words.Get("portal.gap.recognition", VietnameseFormat.Date(m.OfficialOn)),
                    skip,
                    take,
                    cancel
                ),
                _ => GapList.None,
            };

    /// <summary>Gaps are looked for one by one, in an organization that somebody can mend them in.</summary>
    public static bool IsSmall(WorkQuestion question) =>
        question.Organization.End - question.Organization.At <= MostOrganizations;

    /// <summary>The last year whose roster was closed by the day.</summary>
    public int ClosedYear(WorkQuestion question) =>
        AsOf.At(rules, question.Year, question.AsOf).RosterIsClosed ? question.Year : question.Year - 1;

    /// <summary>Nobody lacks a secretary where no posts are recorded at all: then the posts are lacking.</summary>
    public async Task<bool> KnowsPostsAsync(WorkQuestion question, CancellationToken cancel)
    {
        if (!IsSmall(question))
        {
            return true;
        }

        var ids = question.Organizations.Select(n => n.Id).ToArray();
        return await store.Set<MemberPost>().AnyAsync(p => ids.Contains(p.OrganizationId), cancel);
    }

    private async Task<GapList> WithoutSecretaryAsync(WorkQuestion question, int skip, int take, CancellationToken cancel)
    {
        var organizations = question
            .Organizations.Where(n => n.Kind != OrganizationKind.PartyGroup && !n.Version.CountsOnly)
            .ToList();
        var (ids, day) = (organizations.Select(n => n.Id).ToArray(), question.AsOf);
        var led = await store
            .Set<MemberPost>()
            .Where(p => ids.Contains(p.OrganizationId) && p.Rank == SecretaryRank && p.FromOn <= day)
            .Where(p => p.ToOn == null || p.ToOn > day)
            .Select(p => p.OrganizationId)
            .ToHashSetAsync(cancel);
        return Page(
            [
                .. organizations
                    .Where(n => !led.Contains(n.Id))
                    .Select(n => Of(question.Tree, n, Words.Get("portal.gap.secretary"), "/to-chuc/" + Number(n.Id))),
            ],
            skip,
            take
        );
    }

    /// <summary>Cells with members for whom neither a grade nor a reason is recorded.</summary>
    private async Task<GapList> WithoutGradesAsync(WorkQuestion question, int skip, int take, CancellationToken cancel)
    {
        var on = AsOf.At(rules, ClosedYear(question));
        var table = await book.CountAsync(question.Organization.Id, on, cancel);
        // Where no grade is recorded at all, the whole year is lacking; that is said by itself.
        if (table?.Value(question.Organization.Id, "member_unrecorded_count") is null)
        {
            return GapList.None;
        }

        var cells = table
            .Tree.Subtree(table.Tree.Find(question.Organization.Id)!)
            .Where(n => !n.HasEnded && n.Kind.IsCell())
            .Select(n => (Cell: n, Missing: Unrecorded(table, n)))
            .Where(c => c.Missing > 0);
        return Page(
            [
                .. cells.Select(c =>
                    Of(
                        table.Tree,
                        c.Cell,
                        Words.Get("portal.gap.grade", c.Missing),
                        RecordsAddress.Of("member_unrecorded_count", c.Cell.Id, on.Year, on.Day)
                    )
                ),
            ],
            skip,
            take
        );
    }

    /// <summary>A cell without a single grade is unknown to the figures: all its members are unrecorded.</summary>
    private static int Unrecorded(FigureTable table, TreeNode cell) =>
        (int)(table.Value(cell.Id, "member_unrecorded_count") ?? table.Value(cell.Id, "party_member_total") ?? 0m);

    private IQueryable<Stay> InCount(WorkQuestion question)
    {
        var (ids, day) = (question.Organizations.Where(n => n.Kind.IsCell()).Select(n => n.Id).ToArray(), question.AsOf);
        return store
            .Set<Stay>()
            .AsNoTracking()
            .Where(s => ids.Contains(s.CellId) && s.FromOn <= day && (s.ToOn == null || s.ToOn > day));
    }

    private IQueryable<Stay> DueForRecognition(WorkQuestion question)
    {
        var (from, to) = (question.AsOf.AddDays(-DaysBack), question.AsOf.AddDays(DaysAhead));
        return InCount(question)
            .Where(s => s.Member!.RecognizedOn == null && s.Member.OfficialOn >= from && s.Member.OfficialOn <= to);
    }

    private static async Task<GapList> MembersAsync(
        WorkQuestion question,
        IQueryable<Stay> stays,
        Func<Member, string> what,
        int skip,
        int take,
        CancellationToken cancel
    )
    {
        var total = await stays.CountAsync(cancel);
        var shown = await stays
            .OrderBy(s => s.Member!.OfficialOn)
            .ThenBy(s => s.Member!.NameSortKey)
            .ThenBy(s => s.MemberId)
            .Skip(skip)
            .Take(take)
            .Select(s => new { s.Member, s.CellId })
            .ToListAsync(cancel);
        return new(
            total,
            [
                .. shown.Select(s => new Gap(
                    s.Member!.FullName,
                    question.Tree.Find(s.CellId)?.Name,
                    what(s.Member),
                    "/dang-vien/" + Number(s.Member.Id)
                )),
            ]
        );
    }

    private static Gap Of(OrganizationTree tree, TreeNode node, string what, string address) =>
        new(node.Name, tree.Parent(node)?.Name, what, address);

    private static GapList Page(List<Gap> all, int skip, int take) => new(all.Count, [.. all.Skip(skip).Take(take)]);

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
