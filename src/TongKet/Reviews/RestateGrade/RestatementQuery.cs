using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Reviews.RestateGrade;

/// <summary>A report with grades of a year in it that left the program: of one day, as one kind of file, by one person.</summary>
/// <param name="FirstAt">When he took it out for the first time.</param>
public sealed record ReportOut(long OrganizationId, int Year, DateOnly AsOf, string Ending, string By, DateTimeOffset FirstAt);

/// <param name="Touched">Whose figures of the year the grade is in.</param>
/// <param name="Issued">Their reports that left the program with the grade in them, the first to leave first.</param>
public sealed record RestatementView(
    string Name,
    TreeNode Place,
    TreeNode Body,
    Grade Grade,
    NoGradeReason Reason,
    IReadOnlyList<GradeRestatement> Before,
    IReadOnlyList<TreeNode> Touched,
    IReadOnlyList<ReportOut> Issued
)
{
    /// <summary>Those that left before it was given anew: they have the old grade.</summary>
    public IReadOnlyList<ReportOut> With(GradeRestatement restatement) =>
        [.. Issued.Where(i => i.FirstAt <= restatement.EnteredAt)];

    public string NameOf(ReportOut issued) => Touched.First(n => n.Id == issued.OrganizationId).Name;
}

/// <summary>A grade with what it was before, for who may give it anew.</summary>
public sealed class RestatementQuery(AppStore store, TreeReader trees, RestatementDesk desk)
{
    /// <summary>Of more, the last to leave are not told; the first have the old grade.</summary>
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

        var touched = await TouchedAsync(found, year, cancel);
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
            await IssuedAsync(touched, year, cancel)
        );
    }

    /// <summary>Who stands above the place now, and who stood above it when the year ended: the figures of both have the grade.</summary>
    internal async Task<IReadOnlyList<TreeNode>> TouchedAsync(GradeOnDesk found, int year, CancellationToken cancel)
    {
        var then = await trees.ReadAsync(new DateOnly(year, 12, 31), cancel);
        var above = then.Find(found.Place.Id) is { } place ? then.Path(place) : [];
        return [.. found.Tree.Path(found.Place).Concat(above).DistinctBy(n => n.Id)];
    }

    /// <summary>Reports with the grades of a year in them that left the program, of some organizations.</summary>
    internal async Task<IReadOnlyList<ReportOut>> IssuedAsync(
        IReadOnlyList<TreeNode> organizations,
        int year,
        CancellationToken cancel
    )
    {
        var (ids, years) = (organizations.Select(n => n.Id).ToArray(), IssuedReport.YearsWith(year));
        var issued = await store
            .Set<IssuedReport>()
            .Where(i => ids.Contains(i.OrganizationId) && years.Contains(i.Year) && i.HasGrades)
            .GroupBy(i => new
            {
                i.OrganizationId,
                i.Year,
                i.AsOf,
                i.Ending,
                i.IssuedBy,
            })
            .Select(g => new { g.Key, FirstAt = g.Min(i => i.IssuedAt) })
            .OrderBy(g => g.FirstAt)
            .Take(MostIssued)
            .ToListAsync(cancel);
        return
        [
            .. issued.Select(g => new ReportOut(
                g.Key.OrganizationId,
                g.Key.Year,
                g.Key.AsOf,
                g.Key.Ending,
                g.Key.IssuedBy,
                g.FirstAt
            )),
        ];
    }
}
