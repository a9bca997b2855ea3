using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Members;
using TongKet.Organizations;
using TongKet.Reviews.HandleComplaint;
using TongKet.Reviews.RestateGrade;
using TongKet.Store;

namespace TongKet.Reviews.ShowMemberGrades;

/// <param name="Restated">What it was before, the newest first.</param>
/// <param name="MayRestate">Gives it anew, where it is the actor's to decide.</param>
/// <param name="MayComplain">Complains about it himself, takes in a complaint from paper, or answers one.</param>
public sealed record GradeLine(
    MemberGrade Grade,
    string Cell,
    IReadOnlyList<GradeRestatement> Restated,
    bool MayRestate,
    bool MayComplain
);

/// <param name="FailedRunning">The years of the last failures, where there are as many running as the rules name.</param>
public sealed record MemberGradesView(IReadOnlyList<GradeLine> Lines, IReadOnlyList<int> FailedRunning, RuleSet? FailedRules);

/// <summary>The grades of a member over the years, for who may see them.</summary>
public sealed class MemberGradesQuery(AppStore store, OrganizationNames names, YearRules rules, RestatementDesk desk)
{
    public async Task<MemberGradesView> AskAsync(Actor actor, MemberFile file, CancellationToken cancel)
    {
        if (!file.May(Acts.SeeGrades) && !file.IsOwn)
        {
            return new([], [], null);
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
        var lines = new List<GradeLine>();
        RuleSet? newest = null;
        foreach (var grade in grades)
        {
            var at = await desk.PlaceAsync(grade.Year, grade.CellId, ReviewSubject.Member, cancel);
            newest ??= at?.Rules ?? rules.Of(null, grade.Year);
            lines.Add(
                new(
                    grade,
                    called.On(grade.CellId, new DateOnly(grade.Year, 12, 31)) ?? "",
                    [.. restated[grade.Year]],
                    at?.MayDecide(actor) == true,
                    at is not null && ComplaintReach.Of(actor, at, id).Any
                )
            );
        }

        var failed = Failed(grades, newest);
        return new(lines, failed, failed.Count > 0 ? newest : null);
    }

    /// <summary>So many last years running as the newest of their rule sets names, all without completing.</summary>
    private static List<int> Failed(List<MemberGrade> grades, RuleSet? set)
    {
        var running = grades
            .TakeWhile((g, i) => g.Grade == Grade.NotCompleted && g.Year == grades[0].Year - i)
            .Select(g => g.Year)
            .ToList();
        return running.Count > 0 && set is not null && running.Count >= set["failed_years_running"].Known ? running : [];
    }
}
