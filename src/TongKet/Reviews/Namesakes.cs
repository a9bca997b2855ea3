using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews;

/// <summary>Two of one list with the same full name are told apart by their birth, on every page and paper alike.</summary>
public static class Namesakes
{
    /// <summary>What each of a list is called on it; one whose birth is not known keeps the bare name.</summary>
    public static IReadOnlyDictionary<long, string> Called(IEnumerable<(long MemberId, string FullName, PartialDate? Born)> list)
    {
        var people = list.DistinctBy(p => p.MemberId).ToList();
        var shared = people.CountBy(p => p.FullName).Where(n => n.Value > 1).Select(n => n.Key).ToHashSet();
        return people.ToDictionary(
            p => p.MemberId,
            p =>
                shared.Contains(p.FullName) && p.Born is { } born
                    ? Words.Get("reviews.namesake", p.FullName, VietnameseFormat.Date(born))
                    : p.FullName
        );
    }

    /// <summary>The same of members known by id.</summary>
    public static async Task<IReadOnlyDictionary<long, string>> OfAsync(
        AppStore store,
        IEnumerable<long> members,
        CancellationToken cancel
    )
    {
        var ids = members.Distinct().ToArray();
        if (ids.Length == 0)
        {
            return new Dictionary<long, string>();
        }

        var people = await store
            .Set<Member>()
            .AsNoTracking()
            .Where(m => ids.Contains(m.Id))
            .Select(m => new
            {
                m.Id,
                m.FullName,
                m.BornOn,
                m.BornPrecision,
            })
            .ToListAsync(cancel);
        return Called(people.Select(m => (m.Id, m.FullName, Born(m.BornOn, m.BornPrecision))));
    }

    public static PartialDate? Born(DateOnly? on, DatePrecision precision) => on is { } day ? new(day, precision) : null;
}
