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
        await ReadMembersAsync(known, workbook, cancel);
        await new KnownOrganizationsQuery(store).ReadAsync(known, workbook, lastDay, cancel);
        await ReadCellsAsync(known, workbook, lastDay, year, cancel);
        if (known.Organizations.Count > 0)
        {
            await ReadYearAsync(known, workbook, year, cancel);
        }

        return known;
    }

    private async Task ReadMembersAsync(KnownRecords known, Workbook workbook, CancellationToken cancel)
    {
        var citizenIds = workbook
            .Members.Select(m => m.CitizenId)
            .Concat(workbook.MemberGrades.Select(g => g.CitizenId))
            .OfType<string>()
            .Distinct()
            .ToArray();
        var numbers = workbook
            .Members.SelectMany(m => new[] { m.RecordNumber, m.CardNumber, m.OldIdentityNumber })
            .OfType<string>()
            .Distinct()
            .ToArray();
        var onlyNumbers = workbook
            .Members.Where(m => m.CitizenId is null)
            .SelectMany(m => new[] { m.RecordNumber, m.CardNumber, m.OldIdentityNumber })
            .Concat(workbook.MemberGrades.Select(g => g.OtherNumber))
            .OfType<string>()
            .Distinct()
            .ToArray();
        var members = store.Set<Member>().AsNoTracking();
        await PutAsync(members.Where(m => citizenIds.Contains(m.CitizenId!)));
        // Who had no CCCD when he was first sent may have one now.
        await PutAsync(
            members.Where(m =>
                m.CitizenId == null
                && (
                    numbers.Contains(m.RecordNumber!) || numbers.Contains(m.CardNumber!) || numbers.Contains(m.OldIdentityNumber!)
                )
            )
        );
        if (onlyNumbers.Length > 0)
        {
            await PutAsync(members.Where(m => onlyNumbers.Contains(m.RecordNumber!)));
            await PutAsync(members.Where(m => onlyNumbers.Contains(m.CardNumber!)));
            await PutAsync(members.Where(m => onlyNumbers.Contains(m.OldIdentityNumber!)));
        }

        if (known.Members.Count > 0)
        {
            await ReadHistoriesAsync(known, cancel);
        }

        async Task PutAsync(IQueryable<Member> query)
        {
            foreach (var member in await query.ToListAsync(cancel))
            {
                known.Put(new(member));
            }
        }
    }

    private async Task ReadHistoriesAsync(KnownRecords known, CancellationToken cancel)
    {
        var ids = known.Members.Keys.ToArray();
        foreach (
            var stay in await store
                .Set<Stay>()
                .AsNoTracking()
                .Where(s => ids.Contains(s.MemberId))
                .OrderBy(s => s.FromOn)
                .ThenBy(s => s.Id)
                .ToListAsync(cancel)
        )
        {
            known.Members[stay.MemberId].Stays.Add(stay);
        }

        foreach (
            var span in await store
                .Set<MemberConditionSpan>()
                .AsNoTracking()
                .Where(c => ids.Contains(c.MemberId))
                .OrderBy(c => c.FromOn)
                .ThenBy(c => c.Id)
                .ToListAsync(cancel)
        )
        {
            known.Members[span.MemberId].Conditions.Add(span);
        }

        foreach (
            var post in await store
                .Set<MemberPost>()
                .AsNoTracking()
                .Where(p => ids.Contains(p.MemberId))
                .OrderBy(p => p.FromOn)
                .ThenBy(p => p.Id)
                .ToListAsync(cancel)
        )
        {
            known.Members[post.MemberId].Posts.Add(post);
        }
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
