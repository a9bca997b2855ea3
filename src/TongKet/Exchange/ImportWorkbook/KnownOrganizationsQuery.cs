using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Store;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// Reads the organizations that a file names by code, all that they stand under (a cycle may run through the
/// database), the cells in which its members stood, and those right under them and beside them (kinds and groups of similar duty are checked there).
/// </summary>
public sealed class KnownOrganizationsQuery(AppStore store)
{
    public async Task ReadAsync(KnownRecords known, Workbook workbook, DateOnly lastDay, CancellationToken cancel)
    {
        var codes = Codes(workbook).OfType<string>().Distinct().ToArray();
        var named = await Versions
            .Where(v => codes.Contains(v.Code))
            .Select(v => v.OrganizationId)
            .Distinct()
            .ToListAsync(cancel);
        var stoodIn = known.Members.Values.SelectMany(m => m.Stays).Select(s => s.CellId);
        await ReadHistoriesAsync(known, named.Concat(stoodIn), cancel);
        if (named.Count == 0)
        {
            return;
        }

        await ReadAboveAsync(known, cancel);
        var parents = named
            .Concat(named.Select(id => known.Organizations[id].PlaceOn(lastDay)?.ParentId).OfType<long>())
            .Distinct()
            .ToArray();
        var below = await Places
            .Where(p => parents.Contains(p.ParentId!.Value) && p.FromOn <= lastDay && (p.ToOn == null || p.ToOn > lastDay))
            .Select(p => p.OrganizationId)
            .Distinct()
            .ToListAsync(cancel);
        await ReadHistoriesAsync(known, below, cancel);
        foreach (var history in known.Organizations.Values)
        {
            foreach (var code in history.Versions.Select(v => v.Code).Distinct())
            {
                if (!known.OrganizationsByCode.TryGetValue(code, out var same))
                {
                    known.OrganizationsByCode[code] = same = [];
                }

                same.Add(history);
            }
        }

        await ReadRecordsAsync(known, workbook, cancel);
    }

    private IQueryable<OrganizationVersion> Versions => store.Set<OrganizationVersion>().AsNoTracking();

    private IQueryable<OrganizationPlace> Places => store.Set<OrganizationPlace>().AsNoTracking();

    private static IEnumerable<string?> Codes(Workbook workbook) =>
        workbook
            .Organizations.SelectMany(o => new[] { o.Code, o.ParentCode })
            .Concat(workbook.Members.SelectMany(m => new[] { m.CellCode, m.OtherPlace }))
            .Concat(workbook.MemberGrades.Select(g => g.CellCode))
            .Concat(workbook.OrganizationGrades.Select(g => g.Code))
            .Concat(workbook.Targets.Select(t => t.OrganizationCode))
            .Concat(workbook.Aggregates.Select(a => a.OrganizationCode));

    private async Task ReadHistoriesAsync(KnownRecords known, IEnumerable<long> wanted, CancellationToken cancel)
    {
        var ids = wanted.Where(id => !known.Organizations.ContainsKey(id)).Distinct().ToArray();
        if (ids.Length == 0)
        {
            return;
        }

        foreach (
            var version in await Versions
                .Where(v => ids.Contains(v.OrganizationId))
                .OrderBy(v => v.FromOn)
                .ThenBy(v => v.Id)
                .ToListAsync(cancel)
        )
        {
            Of(version.OrganizationId).Versions.Add(version);
        }

        foreach (
            var place in await Places
                .Where(p => ids.Contains(p.OrganizationId))
                .OrderBy(p => p.FromOn)
                .ThenBy(p => p.Id)
                .ToListAsync(cancel)
        )
        {
            Of(place.OrganizationId).Places.Add(place);
        }

        OrganizationHistory Of(long id) =>
            known.Organizations.TryGetValue(id, out var history) ? history : known.Organizations[id] = new(id);
    }

    /// <summary>Level by level to the top: as many queries as the tree is deep.</summary>
    private async Task ReadAboveAsync(KnownRecords known, CancellationToken cancel)
    {
        int before;
        do
        {
            before = known.Organizations.Count;
            var above = known.Organizations.Values.SelectMany(o => o.Places).Select(p => p.ParentId).OfType<long>().ToList();
            await ReadHistoriesAsync(known, above, cancel);
        } while (known.Organizations.Count > before);
    }

    private async Task ReadRecordsAsync(KnownRecords known, Workbook workbook, CancellationToken cancel)
    {
        var listed = workbook
            .Organizations.SelectMany(o => known.OrganizationsByCode.GetValueOrDefault(o.Code ?? "") ?? [])
            .Distinct()
            .ToList();
        var ids = listed.Select(o => o.Id).ToArray();
        if (ids.Length == 0)
        {
            return;
        }

        foreach (
            var organization in await store.Set<Organization>().AsNoTracking().Where(o => ids.Contains(o.Id)).ToListAsync(cancel)
        )
        {
            known.Organizations[organization.Id].Record = organization;
        }

        var records = listed.SelectMany(o => o.Versions.Select(v => v.Id).Concat(o.Places.Select(p => p.Id))).ToArray();
        string[] tables = [TableOf<OrganizationVersion>(), TableOf<OrganizationPlace>()];
        var years = await store
            .Set<ChangeLine>()
            .Where(c => tables.Contains(c.Entity) && records.Contains(c.RecordId) && c.Year != null)
            .GroupBy(c => c.RecordId)
            .Select(g => new { Id = g.Key, Year = g.Min(c => c.Year!.Value) })
            .ToListAsync(cancel);
        foreach (var line in years)
        {
            known.RecordedYears[line.Id] = line.Year;
        }
    }

    private string TableOf<T>() => store.Model.FindEntityType(typeof(T))!.GetTableName()!;
}
