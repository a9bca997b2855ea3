using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.ImportWorkbook;

/// <summary>
/// Whatever files come, in whatever order and however wrong: a member has at most one stay on a day, a move has two ends
/// that agree, and what was applied is the same when it comes again.
/// </summary>
public sealed class StayHistoryTests
{
    private static readonly string[] Cells = ["H.1.1", "H.1.2", "H.2"];
    private static readonly string[] People = ["Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cao"];

    [Theory]
    [OnBothDatabases(1)]
    [OnBothDatabases(2)]
    [OnBothDatabases(3)]
    public async Task Random_histories_keep_one_stay_a_day(DatabaseKind kind, int seed)
    {
        var chance = new Random(seed);
        var applied = 0;
        for (var history = 0; history < 12; history++)
        {
            await using var desk = await ImportDesk.OpenAsync(kind);
            var told = new List<string>();
            foreach (var year in Years(chance))
            {
                var (file, text) = File(chance, year);
                told.Add(text);
                var result = await desk.ApplyAsync(file);
                await AssertStaysAsync(desk, told);
                if (result.Applied)
                {
                    applied++;
                    var again = await desk.ApplyAsync(file);
                    Assert.True(again is { Applied: true, Add: 0, Change: 0 }, Told(told, again));
                }
            }
        }

        // Were all refused, nothing would be shown.
        Assert.InRange(applied, 12, 72);
    }

    private static IEnumerable<int> Years(Random chance)
    {
        int[] years = [2022, 2023, 2024];
        if (chance.Next(3) == 0)
        {
            chance.Shuffle(years);
        }

        // A year's file is often sent again, mended.
        return years.SelectMany(year => Enumerable.Repeat(year, 1 + chance.Next(2)));
    }

    private static (WorkbookBuilder File, string Told) File(Random chance, int year)
    {
        var file = Small.World(year);
        var told = new List<string> { $"{year}:" };
        foreach (var (name, i) in People.Select((name, i) => (name, i)))
        {
            var (cell, other) = (Pick(chance, Cells), chance.Next(3) == 0 ? "Nơi khác" : Pick(chance, Cells));
            var howIn = chance.Next(3) > 0 ? null : Pick(chance, ["Chuyển đến", "Chuyển đến", "Phục hồi", "Kết nạp lại"]);
            DateOnly? came = howIn is null ? null : DayIn(chance, year);
            var state = Pick(
                chance,
                ["Đang sinh hoạt", "Đang sinh hoạt", "Đang sinh hoạt", "Miễn sinh hoạt", "Chuyển đi", "Chuyển đi", "Từ trần"]
            );
            DateOnly? on = state == "Đang sinh hoạt" ? null : DayIn(chance, year);
            if (chance.Next(2) == 0)
            {
                continue;
            }

            told.Add($"{name} {cell} {howIn} {came} {state} {on} {other}");
            file.Member(name, cell, $"00108000000{i}", howIn: howIn, cameOn: came, state: state, stateOn: on, place: other);
        }

        return (file, string.Join("\n  ", told));
    }

    private static DateOnly DayIn(Random chance, int year) => new(year, 1 + 4 * chance.Next(3), 1);

    private static string Pick(Random chance, string[] of) => of[chance.Next(of.Length)];

    private static async Task AssertStaysAsync(ImportDesk desk, List<string> told)
    {
        var stays = await desk.LookAsync(s => s.Set<Stay>().AsNoTracking().ToListAsync());
        foreach (var ofMember in stays.GroupBy(s => s.MemberId))
        {
            var ordered = ofMember.OrderBy(s => s.FromOn).ThenBy(s => s.ToOn ?? DateOnly.MaxValue).ToList();
            Assert.All(
                ordered,
                s => Assert.True((s.ToOn is null) == (s.HowOut == HowOut.NotEnded) && !(s.ToOn < s.FromOn), Told(told))
            );
            Assert.All(ordered.Zip(ordered.Skip(1)), pair => Assert.True(pair.First.ToOn <= pair.Second.FromOn, Told(told)));
            foreach (var left in ordered.Where(s => s.WentToId is not null))
            {
                Assert.True(
                    ordered.Exists(s =>
                        s.CellId == left.WentToId
                        && s.FromOn == left.ToOn
                        && s.CameFromId == left.CellId
                        && s.HowIn == HowIn.TransferredIn
                    ),
                    Told(told)
                );
            }

            foreach (var came in ordered.Where(s => s.CameFromId is not null))
            {
                Assert.True(
                    ordered.Exists(s =>
                        s.CellId == came.CameFromId
                        && s.ToOn == came.FromOn
                        && s.WentToId == came.CellId
                        && s.HowOut == HowOut.TransferredOut
                    ),
                    Told(told)
                );
            }
        }

        var spans = await desk.LookAsync(s => s.Set<MemberConditionSpan>().AsNoTracking().ToListAsync());
        foreach (var ofMember in spans.Where(c => c.ToOn is null).GroupBy(c => c.MemberId))
        {
            Assert.True(ofMember.Count() == 1, Told(told));
        }
    }

    private static string Told(List<string> told, ImportResult? result = null) =>
        string.Join("\n", told) + $"\n{result?.Add} added, {result?.Change} changed, {string.Join("; ", result?.Errors ?? [])}";
}
