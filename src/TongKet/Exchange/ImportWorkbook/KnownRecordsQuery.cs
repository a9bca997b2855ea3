using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Store;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>Reads what a file names, each kind of record in one query, however many lines the file has.</summary>
public sealed class KnownRecordsQuery(AppStore store)
{
    public async Task<KnownRecords> ReadAsync(Workbook workbook, int year, CancellationToken cancel)
    {
        var known = new KnownRecords();
        var lastDay = new DateOnly(year, 12, 31);
        await new KnownMembersQuery(store).ReadAsync(known, workbook, cancel);
        await new KnownOrganizationsQuery(store).ReadAsync(known, workbook, lastDay, cancel);
        await ReadCellsAsync(known, workbook, lastDay, year, cancel);
        if (known.Organizations.Count > 0)
        {
            await ReadYearAsync(known, workbook, year, cancel);
        }

        return known;
    }

    private async Task ReadCellsAsync(KnownRecords known, Workbook workbook, DateOnly lastDay, int year, CancellationToken cancel)
    {
        var codes = workbook
            .Organizations.Select(o => o.Code)
            .Concat(workbook.Members.Select(m => m.CellCode))
            .Concat(workbook.MemberGrades.Select(g => g.CellCode))
            .OfType<string>()
            .Distinct();
        var cells = codes
            .SelectMany(code => known.OrganizationsByCode.GetValueOrDefault(code) ?? [])
            .Select(o => o.Id)
            .Distinct()
            .ToArray();
        if (cells.Length == 0)
        {
            return;
        }

        known.CellMembers.AddRange(
            await store
                .Set<Stay>()
                .Where(s => cells.Contains(s.CellId) && s.FromOn <= lastDay && (s.ToOn == null || s.ToOn > lastDay))
                .OrderBy(s => s.CellId)
                .ThenBy(s => s.Member!.NameSortKey)
                .ThenBy(s => s.MemberId)
                .Select(s => new CellMember(s.MemberId, s.CellId, s.Member!.FullName))
                .ToListAsync(cancel)
        );
        var ids = known.Members.Keys.ToArray();
        var grades = store
            .Set<MemberGrade>()
            .AsNoTracking()
            .Where(g => g.Year == year && (ids.Contains(g.MemberId) || cells.Contains(g.CellId)));
        foreach (var grade in await grades.ToListAsync(cancel))
        {
            if (known.Members.TryGetValue(grade.MemberId, out var history))
            {
                history.Grade = grade;
            }
            else
            {
                known.OtherGrades.Add(grade);
            }
        }
    }

    private async Task ReadYearAsync(KnownRecords known, Workbook workbook, int year, CancellationToken cancel)
    {
        var ids = known.Organizations.Keys.ToArray();
        foreach (
            var grade in await store
                .Set<OrganizationGrade>()
                .AsNoTracking()
                .Where(g => g.Year == year && ids.Contains(g.OrganizationId))
                .ToListAsync(cancel)
        )
        {
            known.OrganizationGrades[grade.OrganizationId] = grade;
        }

        if (workbook.OrganizationGrades.Count > 0 || workbook.MemberGrades.Count > 0)
        {
            var reviews = store.Set<ReviewCycle>().Where(c => c.Year == year && c.Kind == CycleKind.Year).Select(c => c.Id);
            known.Allowances.AddRange(
                await store
                    .Set<CapAllowance>()
                    .AsNoTracking()
                    .Where(a => a.WithdrawnOn == null && reviews.Contains(a.CycleId) && ids.Contains(a.OrganizationId))
                    .OrderBy(a => a.Id)
                    .ToListAsync(cancel)
            );
        }

        if (workbook.Targets.Count > 0)
        {
            foreach (
                var target in await store
                    .Set<Target>()
                    .AsNoTracking()
                    .Where(t => t.Year == year && ids.Contains(t.OrganizationId))
                    .ToListAsync(cancel)
            )
            {
                known.Targets[(target.OrganizationId, target.Code)] = target;
            }
        }

        if (workbook.Aggregates.Count > 0)
        {
            foreach (
                var count in await store
                    .Set<AggregateCount>()
                    .AsNoTracking()
                    .Where(a => ids.Contains(a.OrganizationId))
                    .ToListAsync(cancel)
            )
            {
                known.Aggregates[(count.OrganizationId, count.AsOf, count.FigureCode)] = count;
            }
        }
    }
}
