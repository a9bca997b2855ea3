using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Organizations;
using TongKet.Reviews.RestateGrade;
using TongKet.Store;

namespace TongKet.Reviews.HandleComplaint;

/// <param name="Name">Who complains.</param>
public sealed record OpenComplaint(GradeComplaint Complaint, string Name, TreeNode Place);

/// <summary>The complaints that wait for the answer of an organization's body.</summary>
public sealed class OpenComplaintsQuery(AppStore store, RestatementDesk desk, TreeReader trees)
{
    /// <summary>The oldest first; none for who does not write down what that body decides.</summary>
    public async Task<IReadOnlyList<OpenComplaint>> AskAsync(Actor actor, long bodyId, DateOnly today, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(today, cancel);
        if (tree.Find(bodyId) is not { HasEnded: false } body || !ScopeRule.May(actor, Acts.DecideGrades, tree, body))
        {
            return [];
        }

        var complaints = await store
            .Set<GradeComplaint>()
            .AsNoTracking()
            .Where(c => c.AnsweredOn == null)
            .OrderBy(c => c.FiledOn)
            .ThenBy(c => c.Id)
            .ToListAsync(cancel);
        var found = new List<(GradeComplaint Complaint, TreeNode Place)>();
        foreach (var complaint in complaints)
        {
            var subject = complaint.MemberId is null ? ReviewSubject.Organization : ReviewSubject.Member;
            if (
                await desk.PlaceAsync(complaint.Year, complaint.OrganizationId, subject, cancel) is { } at
                && at.Body.Id == bodyId
                && at.MayDecide(actor)
            )
            {
                found.Add((complaint, at.Place));
            }
        }

        var names = await Namesakes.OfAsync(store, found.Select(f => f.Complaint.MemberId).OfType<long>(), cancel);
        return
        [
            .. found.Select(f => new OpenComplaint(
                f.Complaint,
                f.Complaint.MemberId is { } member ? names[member] : f.Place.Name,
                f.Place
            )),
        ];
    }
}
