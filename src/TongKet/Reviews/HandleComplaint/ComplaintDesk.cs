using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.DecideGrades;
using TongKet.Reviews.RestateGrade;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews.HandleComplaint;

/// <summary>As whom somebody comes to a grade: whose it is, who keeps the records of the place, the level that decides.</summary>
internal readonly record struct ComplaintReach(bool IsOwn, bool IsAtPlace, bool Decides)
{
    public bool Any => IsOwn || IsAtPlace || Decides;

    public static ComplaintReach Of(Actor actor, DecidedPlace at, long? memberId)
    {
        if (actor.IsOperator)
        {
            return default;
        }

        var isAtPlace = ScopeRule.May(actor, Acts.ComplainAboutGrades, at.Tree, at.Place);
        var isOwn = memberId is { } member
            ? actor.MemberId == member && actor.GrantsFor(Acts.ComplainAboutGrades).Any()
            : isAtPlace;
        return new(isOwn, isAtPlace, at.MayDecide(actor));
    }
}

/// <summary>A grade to complain about, for somebody who may see what is complained.</summary>
internal sealed record GradeComplained(GradeOnDesk Grade, ComplaintReach Reach, ComplaintDeadline Deadline, long? DecisionId);

/// <summary>The page of the complaints about a grade.</summary>
public static class ComplaintAddress
{
    public const string Page = "/xep-loai/khieu-nai";

    public static string Of(int year, long? memberId, long? organizationId) => Of(Page, year, memberId, organizationId);

    public static string Of(string page, int year, long? memberId, long? organizationId) =>
        string.Create(CultureInfo.InvariantCulture, $"{page}?{PageContext.YearParameter}={year}")
        + (
            organizationId is { } organization
                ? string.Create(CultureInfo.InvariantCulture, $"&{PageContext.OrganizationParameter}={organization}")
                : null
        )
        + (memberId is { } member ? string.Create(CultureInfo.InvariantCulture, $"&dang-vien={member}") : null);
}

/// <summary>Finds a grade for the complainer, the secretary of his cell and the level that decides; for nobody else.</summary>
public sealed class ComplaintDesk(AppStore store, RestatementDesk grades, RuleBook rules)
{
    internal async Task<GradeComplained?> FindAsync(
        Actor actor,
        int year,
        long? memberId,
        long organizationId,
        CancellationToken cancel
    )
    {
        if (
            await grades.ReadAsync(year, memberId, organizationId, cancel) is not { } grade
            || ComplaintReach.Of(actor, grade.At, memberId) is not { Any: true } reach
        )
        {
            return null;
        }

        var decisionId = grade.MemberGrade is { } member ? member.DecisionId : grade.OrganizationGrade!.DecisionId;
        return new(grade, reach, await DeadlineAsync(grade, year, memberId, decisionId, cancel), decisionId);
    }

    /// <summary>Why the actor may not answer; null where he may.</summary>
    internal async Task<Refusal?> ConflictAsync(
        GradeComplained found,
        GradeComplaint complaint,
        Actor actor,
        CancellationToken cancel
    ) => ComplaintRule.Conflict(complaint, actor, await EnteredByAsync(found, complaint, cancel), found.Grade.Body.Name);

    internal static IQueryable<GradeComplaint> About(AppStore store, int year, long? memberId, long organizationId) =>
        store
            .Set<GradeComplaint>()
            .Where(c => c.Year == year && c.MemberId == memberId && (memberId != null || c.OrganizationId == organizationId));

    /// <summary>By the version that the review was opened with, as everything in it.</summary>
    private async Task<ComplaintDeadline> DeadlineAsync(
        GradeOnDesk grade,
        int year,
        long? memberId,
        long? decisionId,
        CancellationToken cancel
    )
    {
        var decision = await store
            .Set<GradeDecision>()
            .AsNoTracking()
            .Where(d => d.Id == decisionId)
            .Join(store.Set<ReviewCycle>(), d => d.CycleId, c => c.Id, (d, c) => new { d.AnnouncedOn, Cycle = c })
            .SingleOrDefaultAsync(cancel);
        var set = decision is null ? null : rules.Find(decision.Cycle.RuleSet, decision.Cycle.RuleSetHash).Value;
        // What was given anew since was announced on a day that is written nowhere.
        var isRestated = await Restatements(year, memberId, grade.Place.Id).AnyAsync(cancel);
        return ComplaintDeadline.Of(set ?? grade.At.Rules, isRestated ? null : decision?.AnnouncedOn);
    }

    /// <summary>Who entered the grade that is complained about: the decision, and what gave it anew before the complaint.</summary>
    private async Task<IReadOnlyCollection<long>> EnteredByAsync(
        GradeComplained found,
        GradeComplaint complaint,
        CancellationToken cancel
    )
    {
        var (memberId, place, filedAt) = (complaint.MemberId, complaint.OrganizationId, complaint.FiledAt);
        var restatements = await Restatements(complaint.Year, memberId, place)
            .Where(r => r.EnteredAt <= filedAt)
            .Select(r => r.Id)
            .ToListAsync(cancel);
        long[] records = [.. restatements, .. found.DecisionId is { } decision ? [decision] : Array.Empty<long>()];
        string[] acts = [DecideGradesHandler.Act, RestateGradeHandler.Act];
        string[] tables = [TableOf<GradeDecision>(), TableOf<GradeRestatement>()];
        return await store
            .Set<ChangeLine>()
            .AsNoTracking()
            .Where(l => tables.Contains(l.Entity) && records.Contains(l.RecordId) && acts.Contains(l.Act) && l.AccountId != null)
            .Select(l => l.AccountId!.Value)
            .ToListAsync(cancel);
    }

    private IQueryable<GradeRestatement> Restatements(int year, long? memberId, long organizationId) =>
        store
            .Set<GradeRestatement>()
            .AsNoTracking()
            .Where(r => r.Year == year && r.MemberId == memberId && (memberId != null || r.OrganizationId == organizationId));

    private string TableOf<T>() => store.Model.FindEntityType(typeof(T))!.GetTableName()!;
}
