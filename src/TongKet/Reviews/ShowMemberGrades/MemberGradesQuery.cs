using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Members;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Reviews.ShowMemberGrades;

/// <param name="Restated">What it was before, the newest first.</param>
public sealed record GradeLine(MemberGrade Grade, string Cell, IReadOnlyList<GradeRestatement> Restated);

/// <param name="FailedRunning">The years of the last failures, where there are as many running as the rules name.</param>
/// <param name="MayRestate">Gives grades anew, where it is the actor's to decide.</param>
public sealed record MemberGradesView(
    IReadOnlyList<GradeLine> Lines,
    IReadOnlyList<int> FailedRunning,
    RuleSet? FailedRules,
    bool MayRestate
);

/// <summary>The grades of a member over the years, for who may see them.</summary>
public sealed class MemberGradesQuery(AppStore store, OrganizationNames names, RuleBook rules)
{
    public async Task<MemberGradesView> AskAsync(MemberFile file, CancellationToken cancel)
    {
        if (!file.May(Acts.SeeGrades) && !file.IsOwn)
        {
            return new([], [], null, false);
        }

        var id = file.Member.Id;
        var grades = await store
            .Set<MemberGrade>()
            .AsNoTracking()
            .Where(g => g.MemberId == id)
            .OrderByDescending(g => g.Year)
            .ToListAsync(cancel);
        var called = await names.ReadAsync(grades.Select(g => (long?)g.CellId), cancel);
        var restated = (
            await store
                .Set<GradeRestatement>()
                .AsNoTracking()
                .Where(r => r.MemberId == id)
                .OrderByDescending(r => r.Id)
                .ToListAsync(cancel)
        ).ToLookup(r => r.Year);
        var (failed, set) = Failed(grades);
        return new(
            [
                .. grades.Select(g => new GradeLine(
                    g,
                    called.On(g.CellId, new DateOnly(g.Year, 12, 31)) ?? "",
                    [.. restated[g.Year]]
                )),
            ],
            failed,
            set,
            file.May(Acts.DecideGrades)
        );
    }

    /// <summary>So many last years running as the newest of their rule sets names, all without completing.</summary>
    private (IReadOnlyList<int> Years, RuleSet? Set) Failed(List<MemberGrade> grades)
    {
        if (grades.Count == 0)
        {
            return ([], null);
        }

        var set = rules.InForce(RuleBook.AnnualReview, new DateOnly(grades[0].Year, 12, 31));
        var running = grades
            .TakeWhile((g, i) => g.Grade == Grade.NotCompleted && g.Year == grades[0].Year - i)
            .Select(g => g.Year)
            .ToList();
        return running.Count > 0 && running.Count >= set["failed_years_running"].Known ? (running, set) : ([], null);
    }
}
