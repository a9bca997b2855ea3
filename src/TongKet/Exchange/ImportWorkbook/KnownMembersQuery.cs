using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Store;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>Reads the members that a file names, by CCCD or by another number, with where they stood and what they were.</summary>
public sealed class KnownMembersQuery(AppStore store)
{
    public async Task ReadAsync(KnownRecords known, Workbook workbook, CancellationToken cancel)
    {
        var members = store.Set<Member>().AsNoTracking();
        // Into an empty register nobody is asked for.
        if (!await members.AnyAsync(cancel))
        {
            return;
        }

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

        foreach (var member in known.Members.Values.Where(m => m.Stays.Count > 1))
        {
            member.SortStays();
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
}
