using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Figures;
using TongKet.Store;

namespace TongKet.Bench;

/// <summary>How many records were turned through, how many the figure has besides, and milliseconds of a page.</summary>
/// <param name="Missed">Records more or fewer than the figure counts; units that send counts only have none.</param>
public sealed record PagingResult(long Records, decimal Missed, TimeSpan Taken, double FirstPage, double LastPage);

/// <summary>
/// Turns through every record behind the nation's members, page after page from where the last one ended: as many as the
/// figure says at the same line of the log, and the last page costs what the first does.
/// </summary>
public sealed class NationalPaging(NationDesk desk, CancellationToken cancel)
{
    private const string Figure = "party_member_total";
    public const int PageSize = 1_000;

    /// <summary>Pages at either end that are compared.</summary>
    private const int Compared = 25;

    public async Task<PagingResult> MeasureAsync()
    {
        var on = desk.At(NationalQuestions.Year);
        await desk.FindPlacesAsync(on, cancel);
        await using var moment = await ReadSnapshot.BeginAsync(desk.Store, cancel);
        var figure = await desk.TotalAsync(desk.Nation, on, forgets: true, cancel);
        var inTree = desk.Tree.Nodes.Where(n => n.Kind.IsPartyOrganization()).Select(n => n.Id).ToHashSet();
        var (begun, times, records) = (Stopwatch.GetTimestamp(), new List<double>(), 0L);
        for (long? last = 0; last is not null; )
        {
            var start = Stopwatch.GetTimestamp();
            var page = await PageAsync(on, last.Value);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            records += page.Count(r => inTree.Contains(r.CellId));
            last = page.Count == 0 ? null : page[^1].Id;
        }

        var taken = Stopwatch.GetElapsedTime(begun);
        // The very first page works its statement out, the last is empty.
        var pages = times.Skip(1).SkipLast(1).ToList();
        var counted = figure.Value(desk.Nation.Id, Figure) ?? 0;
        return new(
            records,
            counted - records - await UnnamedAsync(on.Day),
            taken,
            Rounds.Median(pages.Take(Compared)),
            Rounds.Median(pages.TakeLast(Compared))
        );
    }

    /// <summary>Members of units that send counts only have no records.</summary>
    private Task<int> UnnamedAsync(DateOnly day) =>
        desk.Store.Set<AggregateCount>().Where(a => a.AsOf == day && a.FigureCode == Figure).SumAsync(a => a.Value, cancel);

    private Task<List<Line>> PageAsync(AsOf on, long after) =>
        desk
            .Store.Set<Stay>()
            .AsNoTracking()
            .Where(ConditionBinder.Bind<Stay>(desk.Get<Catalogue>().Counts.Single(f => f.Code == Figure).Condition, on))
            .Where(s => s.Id > after)
            .OrderBy(s => s.Id)
            .Take(PageSize)
            .Select(s => new Line(s.Id, s.CellId, s.Member!.FullName))
            .ToListAsync(cancel);

    private sealed record Line(long Id, long CellId, string Name);
}
