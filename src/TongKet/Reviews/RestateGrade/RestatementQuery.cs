using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.RestateGrade;

/// <param name="Touched">Whose figures of the year the grade is in.</param>
/// <param name="Issued">Their reports that left the program with the grade in them, the newest first.</param>
public sealed record RestatementView(
    string Name,
    TreeNode Place,
    TreeNode Body,
    Grade Grade,
    NoGradeReason Reason,
    IReadOnlyList<GradeRestatement> Before,
    IReadOnlyList<TreeNode> Touched,
    IReadOnlyList<IssuedReport> Issued
)
{
    /// <summary>Those that left before it was given anew: they have the old grade.</summary>
    public IReadOnlyList<IssuedReport> With(GradeRestatement restatement) =>
        [.. Issued.Where(i => i.IssuedAt <= restatement.EnteredAt)];

    public string NameOf(IssuedReport issued) => Touched.First(n => n.Id == issued.OrganizationId).Name;
}

/// <summary>A grade with what it was before, for who may give it anew.</summary>
public sealed class RestatementQuery(AppStore store, RestatementDesk desk)
{
    /// <summary>Of more, the oldest are not told; a report is taken out a few times a year.</summary>
    private const int MostIssued = 200;

    /// <summary>Null where there is no such grade, or it is not the actor's to give.</summary>
    public async Task<RestatementView?> AskAsync(
        Actor actor,
        int year,
        long? memberId,
        long organizationId,
        CancellationToken cancel
    )
    {
        if (await desk.FindAsync(actor, year, memberId, organizationId, cancel) is not { } found)
        {
            return null;
        }

        var touched = found.Tree.Path(found.Place);
        return new(
            found.Name,
            found.Place,
            found.Body,
            found.Now.Grade,
            found.Now.Reason,
            await store
                .Set<GradeRestatement>()
                .AsNoTracking()
                .Where(r => r.Year == year && r.MemberId == memberId && (memberId != null || r.OrganizationId == organizationId))
                .OrderByDescending(r => r.Id)
                .ToListAsync(cancel),
            touched,
            await IssuedAsync([.. touched.Select(n => n.Id)], year, cancel)
        );
    }

    /// <summary>Reports of a year with its grades in them that left the program, of some organizations, the newest first.</summary>
    internal async Task<IReadOnlyList<IssuedReport>> IssuedAsync(long[] organizations, int year, CancellationToken cancel)
    {
        var issued = await store
            .Set<IssuedReport>()
            .AsNoTracking()
            .Where(i => organizations.Contains(i.OrganizationId) && (i.Year == year || i.Year == year + 1) && i.HasGrades)
            .OrderByDescending(i => i.IssuedAt)
            .Take(MostIssued)
            .ToListAsync(cancel);
        return [.. issued.Where(i => i.Prints(year))];
    }
}
