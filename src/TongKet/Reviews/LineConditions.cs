using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews;

/// <summary>A line that is about to get a grade.</summary>
public sealed record GradedLine(TreeNode Node, LineKey Key, Grade Grade);

/// <summary>
/// Holds the grades of lines to the conditions of the pinned rule set, by the facts that were written down and by what can
/// be counted below. A condition that a published source confirms refuses; any other is shown and no more.
/// </summary>
public sealed class LineConditions(AppStore store)
{
    private const int Named = 3;

    /// <summary>Why some of the grades may not be given, the first few.</summary>
    /// <param name="nameOf">Puts the name of the line before it, where the caller has names.</param>
    public async Task<IReadOnlyList<Refusal>> RefusedAsync(
        CycleWork work,
        IReadOnlyList<GradedLine> lines,
        IReadOnlyCollection<Assessment> stored,
        CancellationToken cancel,
        Func<GradedLine, string>? nameOf = null
    )
    {
        var ids = stored.ToDictionary(a => (a.OrganizationId, a.Key), a => a.Id);
        var known = await FactsOfAsync([.. ids.Values], cancel);
        var peers = await PeersAsync(work, lines, cancel);
        var refused = new List<Refusal>();
        foreach (var line in lines.Where(l => l.Grade != Grade.None))
        {
            var facts =
                ids.TryGetValue((line.Node.Id, line.Key), out var id) && known.TryGetValue(id, out var kept) ? kept.Facts : new();
            var whole =
                line.Key.As == ReviewSubject.Organization ? WithBelow(WithPeers(facts, peers[line.Node.Id]), line, lines) : facts;
            refused.AddRange(
                GradeConditionRule
                    .Check(work.Rules, line.Key.As, whole)
                    .Of(line.Grade)
                    .Where(b => b.Confirmed)
                    .Select(b => nameOf is null ? b.Why : new("review.sheet.line-barred", null, nameOf(line), Words.Of(b.Why)))
            );
        }

        return [.. refused.Distinct().Take(Named)];
    }

    /// <summary>Everything that stands against the grades of one line, confirmed or not, and what is not known.</summary>
    /// <param name="peers">Grades of government, Front and unions of the organization's level.</param>
    public static GradeConditions Of(CycleWork work, ReviewSubject subject, AssessmentFacts? facts, IEnumerable<Grade> peers) =>
        GradeConditionRule.Check(
            work.Rules,
            subject,
            subject == ReviewSubject.Organization ? WithPeers(facts?.Facts ?? new(), peers) : facts?.Facts ?? new()
        );

    public async Task<Dictionary<long, AssessmentFacts>> FactsOfAsync(long[] assessments, CancellationToken cancel) =>
        assessments.Length == 0
            ? []
            : await store
                .Set<AssessmentFacts>()
                .AsNoTracking()
                .Where(f => assessments.Contains(f.AssessmentId))
                .ToDictionaryAsync(f => f.AssessmentId, cancel);

    /// <summary>The worst of them counts for the organization.</summary>
    private static ReviewFacts WithPeers(ReviewFacts facts, IEnumerable<Grade> peers) =>
        facts with
        {
            PeersGrade = PeerGradeRule.Lowest(peers),
        };

    private async Task<ILookup<long, Grade>> PeersAsync(CycleWork work, IReadOnlyList<GradedLine> lines, CancellationToken cancel)
    {
        var nodes = lines.Where(l => l.Key.As == ReviewSubject.Organization).Select(l => l.Node.Id).ToArray();
        var year = work.Cycle.Year;
        // Few regimes ask for it.
        return (
            nodes.Length == 0 || work.Rules.Find("excellent_organization_peers_grade") is not { IsUnknown: false }
                ? []
                : await store
                    .Set<PeerGrade>()
                    .AsNoTracking()
                    .Where(p => nodes.Contains(p.OrganizationId) && p.Year == year)
                    .ToListAsync(cancel)
        ).ToLookup(p => p.OrganizationId, p => p.Grade);
    }

    /// <summary>Of a cell: how its members are graded in the same breath.</summary>
    private static ReviewFacts WithBelow(ReviewFacts facts, GradedLine own, IReadOnlyList<GradedLine> lines)
    {
        var members = lines.Where(l => l.Node == own.Node && l.Key.As == ReviewSubject.Member && l.Grade != Grade.None).ToList();
        return members.Count == 0
            ? facts
            : facts with
            {
                UnitsCompletedPercent = Share(members, Grade.Completed),
                UnitsGoodPercent = Share(members, Grade.Good),
            };
    }

    private static decimal Share(List<GradedLine> lines, Grade orBetter) =>
        lines.Count(l => l.Grade <= orBetter) * 100m / lines.Count;
}
