using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Reviews;
using TongKet.Store;

namespace TongKet.Bench;

/// <summary>Durable writes with a fresh figure of the nation after each.</summary>
public sealed class NationalWrites(NationDesk desk, CancellationToken cancel)
{
    private const int Grades = 4_000;
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(2);
    private static readonly ChangeAuthor By = new(null, "bench");

    /// <summary>Writes a second: bare, and each followed by the nation's figures; both with the hash chain.</summary>
    public async Task<(double Bare, double Fresh)> RatesAsync(int writers)
    {
        var grades = await GradesAsync();
        var (bare, fresh) = (new List<double>(), new List<double>());
        for (var round = -1; round < Rounds.Count; round++)
        {
            var (a, b) = (await RateAsync(grades, writers, false), await RateAsync(grades, writers, true));
            if (round >= 0)
            {
                bare.Add(a);
                fresh.Add(b);
            }
        }

        return (Rounds.Median(bare), Rounds.Median(fresh));
    }

    /// <summary>Of so many writes, how many were not in the next answer.</summary>
    public async Task<int> StaleAsync(int writes)
    {
        const string excellent = "member_excellent_count";
        var grades = await GradesAsync();
        var stale = 0;
        for (var i = 0; i < writes; i++)
        {
            var before = await ValueAsync();
            var grade = grades[i];
            var change = grade.Grade == Grade.Excellent ? -1 : 1;
            await WriteAsync(desk.Store, desk.Get<ChangeLog>(), grade);
            stale += await ValueAsync() == before + change ? 0 : 1;
        }

        return stale;

        async Task<decimal?> ValueAsync() =>
            (await desk.TotalAsync(desk.Nation, desk.At(NationalQuestions.Year), forgets: false, cancel)).Value(
                desk.Nation.Id,
                excellent
            );
    }

    private Task<List<MemberGrade>> GradesAsync() =>
        desk
            .Store.Set<MemberGrade>()
            .AsNoTracking()
            .Where(g => g.Year == NationalQuestions.Year && g.Grade != Grade.None)
            .OrderBy(g => g.Id)
            .Take(Grades)
            .ToListAsync(cancel);

    private async Task<double> RateAsync(List<MemberGrade> grades, int writers, bool isFresh)
    {
        var written = 0;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(
            Enumerable
                .Range(0, writers)
                .Select(writer =>
                    Task.Run(
                        async () =>
                        {
                            await using var own = await desk.BesideAsync(cancel);
                            var on = desk.At(NationalQuestions.Year);
                            for (var i = writer; Stopwatch.GetElapsedTime(start) < Stretch; i += writers)
                            {
                                await WriteAsync(own.Store, own.Get<ChangeLog>(), grades[i % grades.Count]);
                                if (isFresh)
                                {
                                    await own.TotalAsync(desk.Nation, on, forgets: false, cancel);
                                }

                                Interlocked.Increment(ref written);
                            }
                        },
                        cancel
                    )
                )
        );
        return written / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private async Task WriteAsync(AppStore store, ChangeLog log, MemberGrade grade)
    {
        store.ChangeTracker.Clear();
        store.Attach(grade);
        grade.Grade = grade.Grade == Grade.Excellent ? Grade.Good : Grade.Excellent;
        await log.SaveAsync(By, "bench.grade", [new(grade, grade.Id, grade.CellId, grade.Year)], cancel);
        store.ChangeTracker.Clear();
    }
}
