using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Reports.PrintSessionPapers;
using TongKet.Reviews.HandleComplaint;
using TongKet.Reviews.RestateGrade;
using TongKet.Store;

namespace TongKet.Reports.PrintGradePapers;

/// <summary>Whose grade a paper is about, and the body that gives it out.</summary>
/// <param name="Name">A person's, or that of an organization.</param>
/// <param name="Place">Where the grade counts: the cell of a member, or the organization itself.</param>
public sealed record GradePaper(
    int Year,
    string Name,
    bool IsPerson,
    TreeNode Place,
    SessionBody Body,
    RuleSet Rules,
    DocumentFormat Format
);

/// <param name="Complained">The grade that was complained about, as it was on that day.</param>
/// <param name="Restated">By what it was given anew since, where it was.</param>
public sealed record AnswerPaper(
    GradePaper Of,
    GradeComplaint Complaint,
    (Grade Grade, NoGradeReason Reason) Complained,
    GradeRestatement? Restated
);

/// <summary>A report that left the program with the old grade in it.</summary>
public sealed record ReportWithOld(string Organization, int Year, DateOnly AsOf);

public sealed record RestatementPaper(GradePaper Of, GradeRestatement Restatement, IReadOnlyList<ReportWithOld> Reports);

/// <summary>What is printed of a single grade after it was announced, for whose it is, his cell, and the level that decides.</summary>
public sealed class GradePaperQuery(AppStore store, ComplaintDesk complaints, RestatementQuery restatements, RuleBook rules)
{
    /// <summary>Null where there is no such complaint, it has no answer yet, or it is not for the actor.</summary>
    public async Task<AnswerPaper?> AnswerAsync(Actor actor, long complaintId, CancellationToken cancel)
    {
        if (
            await store.Set<GradeComplaint>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == complaintId, cancel)
                is not { AnsweredOn: { } answered } complaint
            || await complaints.FindAsync(actor, complaint.Year, complaint.MemberId, complaint.OrganizationId, cancel)
                is not { } found
        )
        {
            return null;
        }

        // The grade that was complained about is the one before the first restatement since; later ones are another matter.
        var (year, memberId, at, filedAt) = (complaint.Year, complaint.MemberId, complaint.OrganizationId, complaint.FiledAt);
        var since = await store
            .Set<GradeRestatement>()
            .AsNoTracking()
            .Where(r =>
                r.Year == year && r.MemberId == memberId && (memberId != null || r.OrganizationId == at) && r.EnteredAt >= filedAt
            )
            .OrderBy(r => r.EnteredAt)
            .FirstOrDefaultAsync(cancel);
        return new(
            Paper(found.Grade, year, memberId, answered),
            complaint,
            since is null ? found.Grade.Now : (since.OldGrade, since.OldReason),
            complaint.IsUpheld == true ? since : null
        );
    }

    /// <summary>Null where there is no such restatement, or it is not for the actor.</summary>
    public async Task<RestatementPaper?> RestatementAsync(Actor actor, long restatementId, CancellationToken cancel)
    {
        if (
            await store.Set<GradeRestatement>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == restatementId, cancel)
                is not { } anew
            || await complaints.FindAsync(actor, anew.Year, anew.MemberId, anew.OrganizationId, cancel) is not { } found
        )
        {
            return null;
        }

        var touched = await restatements.TouchedAsync(found.Grade, anew.Year, cancel);
        var issued = await restatements.IssuedAsync(touched, anew.Year, cancel);
        return new(
            Paper(found.Grade, anew.Year, anew.MemberId, anew.DecidedOn),
            anew,
            // However often it was taken out, a report of a day is one.
            [
                .. issued
                    .Where(i => i.FirstAt <= anew.EnteredAt)
                    .Select(i => new ReportWithOld(touched.First(n => n.Id == i.OrganizationId).Name, i.Year, i.AsOf))
                    .Distinct(),
            ]
        );
    }

    private GradePaper Paper(GradeOnDesk grade, int year, long? memberId, DateOnly signedOn)
    {
        var above = grade.Tree.Parent(grade.Body);
        return new(
            year,
            grade.Name,
            memberId is not null,
            grade.Place,
            new(grade.Body, above is null ? null : grade.Tree.PartyOrganizationOf(above)),
            grade.At.Rules,
            DocumentFormats.InForce(rules, signedOn)
        );
    }
}
