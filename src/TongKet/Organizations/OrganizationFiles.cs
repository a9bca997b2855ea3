using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Organizations;

/// <summary>
/// An organization as somebody may change it from a day on: its records, the tree and the rules of that day, and whether
/// somebody else changed it since the form was opened.
/// </summary>
public sealed record OrganizationFile(
    OrganizationRecord Record,
    OrganizationTree Tree,
    StructureRules Rules,
    IReadOnlyList<RecordKey> Keys
);

/// <summary>Finds organizations for those who change them.</summary>
public sealed class OrganizationFiles(
    AppStore store,
    TreeReader trees,
    StructureRulesOn rules,
    ChangeHistory history,
    IEnumerable<OrganizationHold> holds,
    TimeProvider clock
)
{
    public DateOnly Today => VietnameseFormat.DayOf(clock.GetUtcNow());

    /// <summary>Null where it is not there, or the actor may not change it. The records are tracked by the store.</summary>
    public async Task<OrganizationFile?> FindAsync(Actor actor, long id, DateOnly from, CancellationToken cancel)
    {
        var record = await RecordAsync(id, cancel);
        if (record is null)
        {
            return null;
        }

        var tree = await trees.ReadAsync(from, cancel);
        return await MayChangeAsync(actor, id, tree, cancel)
            ? new(
                record,
                tree,
                rules.Find(from),
                [
                    history.Of<Organization>(id),
                    .. record.Versions.Select(v => history.Of<OrganizationVersion>(v.Id)),
                    .. record.Places.Select(p => history.Of<OrganizationPlace>(p.Id)),
                ]
            )
            : null;
    }

    /// <summary>On the day of the change, or today: an office corrects also what was before it took over.</summary>
    public async Task<bool> MayChangeAsync(Actor actor, long id, OrganizationTree tree, CancellationToken cancel) =>
        ScopeRule.May(actor, Acts.ChangeOrganizations, tree, id)
        || ScopeRule.May(actor, Acts.ChangeOrganizations, await trees.ReadAsync(Today, cancel), id);

    /// <summary>The tree after everything that is recorded, also for days to come.</summary>
    public Task<OrganizationTree> LatestTreeAsync(CancellationToken cancel) =>
        trees.ReadAsync(new DateOnly(PartialDate.LatestYear, 12, 31), cancel);

    public Task<long> SeenAsync(OrganizationFile file, CancellationToken cancel) => history.LastAsync(file.Keys, cancel);

    /// <summary>Says so where somebody changed it after the form was opened.</summary>
    public async Task<Refusal?> ChangedSinceAsync(OrganizationFile file, long seen, CancellationToken cancel)
    {
        if (await history.LastAsync(file.Keys, cancel) is var last && last <= seen)
        {
            return null;
        }

        var line = await store.Set<ChangeLine>().AsNoTracking().FirstAsync(l => l.Seq == last, cancel);
        return new("organization.changed-meanwhile", null, line.By, VietnameseFormat.Moment(line.At));
    }

    /// <summary>Why it may not end, or no longer be a cell, on that day.</summary>
    public async Task<Refusal?> HeldAsync(long id, DateOnly from, CancellationToken cancel)
    {
        foreach (var hold in holds)
        {
            if (await hold.FindAsync(id, from, cancel) is { } held)
            {
                return held;
            }
        }

        return null;
    }

    /// <summary>The name of another organization that has the code on the day or later.</summary>
    public Task<string?> CodeTakenAsync(string code, long? exceptId, DateOnly from, CancellationToken cancel) =>
        store
            .Set<OrganizationVersion>()
            .Where(v => v.Code == code && v.OrganizationId != exceptId && (v.ToOn == null || v.ToOn > from))
            .Select(v => v.Name)
            .FirstOrDefaultAsync(cancel);

    public async Task<DateOnly?> EndsOnAsync(long id, CancellationToken cancel) =>
        (
            await store
                .Set<OrganizationVersion>()
                .AsNoTracking()
                .Where(v => v.OrganizationId == id)
                .OrderByDescending(v => v.FromOn)
                .FirstOrDefaultAsync(cancel)
        )?.ToOn;

    private async Task<OrganizationRecord?> RecordAsync(long id, CancellationToken cancel)
    {
        var organization = await store.Set<Organization>().FirstOrDefaultAsync(o => o.Id == id, cancel);
        var versions = await store
            .Set<OrganizationVersion>()
            .Where(v => v.OrganizationId == id)
            .OrderBy(v => v.FromOn)
            .ThenBy(v => v.Id)
            .ToListAsync(cancel);
        var places = await store
            .Set<OrganizationPlace>()
            .Where(p => p.OrganizationId == id)
            .OrderBy(p => p.FromOn)
            .ThenBy(p => p.Id)
            .ToListAsync(cancel);
        return organization is null || versions.Count == 0 || places.Count == 0 ? null : new(organization, versions, places);
    }
}
