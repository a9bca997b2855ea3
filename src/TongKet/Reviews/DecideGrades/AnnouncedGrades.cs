using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Reviews.DecideGrades;

/// <summary>Makes the decided lines of a year's review the grades that figures count.</summary>
internal sealed class AnnouncedGrades(AppStore store, ReviewCycle cycle, GradeDecision decision, IdSupply ids)
{
    public async Task<IReadOnlyList<ChangedRecord>> WriteAsync(IReadOnlyList<Assessment> lines, CancellationToken cancel)
    {
        // Of leaders and collectives the decision itself is the record.
        var (year, counted) = (cycle.Year, lines.Where(a => a.As is ReviewSubject.Member or ReviewSubject.Organization).ToList());
        var organizations = counted.Where(a => a.MemberId is null).Select(a => a.OrganizationId).ToArray();
        var members = counted.Select(a => a.MemberId).OfType<long>().ToArray();
        var ofMembers = await store
            .Set<MemberGrade>()
            .Where(g => g.Year == year && members.Contains(g.MemberId))
            .ToDictionaryAsync(g => g.MemberId, cancel);
        var ofOrganizations = await store
            .Set<OrganizationGrade>()
            .Where(g => g.Year == year && organizations.Contains(g.OrganizationId))
            .ToDictionaryAsync(g => g.OrganizationId, cancel);
        return
        [
            .. counted.Select(line =>
                line.MemberId is { } member
                    ? Write(line, ofMembers.GetValueOrDefault(member))
                    : Write(line, ofOrganizations.GetValueOrDefault(line.OrganizationId))
            ),
        ];
    }

    private ChangedRecord Write(Assessment line, MemberGrade? known)
    {
        var grade =
            known
            ?? new MemberGrade
            {
                Id = ids.Next(),
                MemberId = line.MemberId!.Value,
                Year = cycle.Year,
                RuleSet = cycle.RuleSet,
            };
        if (known is null)
        {
            store.Add(grade);
        }

        (grade.CellId, grade.Grade, grade.Reason) = (line.OrganizationId, line.Decided, line.DecidedReason);
        (grade.RuleSet, grade.FromFile, grade.DecisionId) = (cycle.RuleSet, false, decision.Id);
        return new(grade, grade.Id, grade.CellId, grade.Year);
    }

    private ChangedRecord Write(Assessment line, OrganizationGrade? known)
    {
        var grade =
            known
            ?? new OrganizationGrade
            {
                Id = ids.Next(),
                OrganizationId = line.OrganizationId,
                Year = cycle.Year,
                RuleSet = cycle.RuleSet,
            };
        if (known is null)
        {
            store.Add(grade);
        }

        (grade.Grade, grade.Reason) = (line.Decided, line.DecidedReason);
        (grade.RuleSet, grade.FromFile, grade.DecisionId) = (cycle.RuleSet, false, decision.Id);
        return new(grade, grade.Id, grade.OrganizationId, grade.Year);
    }
}
