using System.Linq.Expressions;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Figures.Engine;
using TongKet.Regulations;

namespace TongKet.Tests.Figures.Engine;

/// <summary>Columns against the same conditions run as C# over the same rows: over many steps, in rooms, in the tail.</summary>
public sealed class ColumnTableTests
{
    private const int Organizations = 400;
    private static readonly RecordSet<Stay> Set = StayFigures.Stays;
    private static readonly CountFigure<Stay>[] Figures = [.. StayFigures.All.OfType<CountFigure<Stay>>()];
    private static readonly ColumnLayout Layout = new(Set);
    private static readonly AsOf On = AsOf.At(RuleBookLoader.Load(), 2024, new(2024, 6, 30));

    [Fact]
    public void Stretches_of_any_length_count_as_their_conditions_say()
    {
        var chance = new Random(7);
        var stays = Enumerable
            .Range(0, Organizations)
            .ToDictionary(slot => slot, slot => Stays(chance, slot, slot % 97 == 0 ? 3000 : chance.Next(40)));
        var table = new ColumnTable(Layout, Buffer(stays.SelectMany(s => s.Value)), Organizations);

        AssertCounts(table, stays);
        for (var change = 0; change < 1500; change++)
        {
            // Also of organizations that were not there when the rows were laid.
            var slot = chance.Next(Organizations + 20);
            stays[slot] = Stays(chance, slot, chance.Next(60));
            table.Put(slot, Buffer(stays[slot]));
        }

        Assert.NotEmpty(table.Moved);
        AssertCounts(table, stays);
        var all = new RowBuffer(Layout, 16);
        table.CopyTo(all, Organizations + 20);
        AssertCounts(new ColumnTable(Layout, all, Organizations + 20), stays);
    }

    [Fact]
    public void A_stay_takes_at_most_24_bytes_with_its_room()
    {
        var chance = new Random(7);
        var stays = Enumerable.Range(0, 5000).SelectMany(slot => Stays(chance, slot, 18)).ToList();
        var table = new ColumnTable(Layout, Buffer(stays), 5000);

        Assert.InRange(table.Bytes / (double)table.Rows, 10, 24);
    }

    [Fact]
    public void A_value_that_a_column_cannot_hold_is_refused()
    {
        var rows = new RowBuffer(Layout, 4);
        rows.Add(0);

        Assert.Throws<ColumnRangeException>(() => rows.Set(5, 16));
        Assert.Throws<ColumnRangeException>(() => rows.Set(0, -1));
        Assert.Throws<ColumnRangeException>(() => rows.Set(0, 70_000));
    }

    [Fact]
    public void A_condition_that_columns_cannot_tell_names_its_figure_and_the_part()
    {
        var loose = new DateOnly(2020, 1, 1);
        var caught = Set.Count("caught_value", (s, on) => s.FromOn <= loose);
        var undescribed = Set.Count("undescribed_column", (s, on) => s.Member!.RegisterOrder == 1);

        Assert.Contains("caught_value", Failure(caught), StringComparison.Ordinal);
        Assert.Contains("RegisterOrder", Failure(undescribed), StringComparison.Ordinal);

        static string Failure(CountFigure figure) =>
            Assert.Throws<InvalidOperationException>(() => MaskBuilder.Build(Set, [figure])).Message;
    }

    private static void AssertCounts(ColumnTable table, Dictionary<int, List<Stay>> stays)
    {
        var program = MaskBuilder.Build(Set, Figures);
        var width = Figures.Length + 2;
        var values = new int[stays.Count * width];
        var transfers = new List<TransferEnds>();
        RowStretch[] stretches =
        [
            .. stays
                .Keys.Select(slot => new RowStretch(table.At(slot).Start, table.At(slot).Length, slot))
                .Where(s => s.Length > 0)
                .OrderBy(s => s.Start),
        ];
        new RowCounter(table, program.Bind(On)).Count(stretches, new(values, width, 0, width), transfers);

        for (var i = 0; i < Figures.Length; i++)
        {
            var holds = Figures[i].Where.Compile();
            var end = Figures[i].Other?.Compile();
            foreach (var (slot, rows) in stays)
            {
                // C# as SQL has it: a comparison with none is not true.
                var due = rows.Where(s => holds(s, On)).ToList();
                Assert.Equal((Figures[i].Code, slot, due.Count), (Figures[i].Code, slot, values[slot * width + i]));
                IEnumerable<long> ends = end is null ? [] : due.Select(s => end(s)).OfType<long>().Order();
                Assert.Equal(ends, transfers.Where(t => t.Figure == i && t.Into == slot).Select(t => (long)t.Other).Order());
            }
        }
    }

    private static RowBuffer Buffer(IEnumerable<Stay> stays)
    {
        var read = Set
            .Columns.Select(c =>
                Expression.Lambda<Func<Stay, object?>>(Expression.Convert(c.Of.Body, typeof(object)), c.Of.Parameters).Compile()
            )
            .ToList();
        var rows = new RowBuffer(Layout, 4);
        foreach (var stay in stays)
        {
            rows.Add((int)stay.CellId);
            for (var i = 0; i < read.Count; i++)
            {
                if (read[i](stay) is { } value)
                {
                    rows.Set(i, ColumnCode.Of(value is long end ? (int)end : value));
                }
                else if (Set.Columns[i].Shape != ColumnShape.End)
                {
                    rows.Set(i, ColumnCode.None);
                }
            }
        }

        return rows;
    }

    private static List<Stay> Stays(Random chance, int slot, int count) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(_ => new Stay
                {
                    CellId = slot,
                    FromOn = Day(chance),
                    ToOn = chance.Next(2) == 0 ? null : Day(chance),
                    HowIn = (HowIn)chance.Next(Enum.GetValues<HowIn>().Length),
                    HowOut = (HowOut)chance.Next(Enum.GetValues<HowOut>().Length),
                    CameFromId = chance.Next(10) == 0 ? chance.Next(Organizations) : null,
                    WentToId = chance.Next(10) == 0 ? chance.Next(Organizations) : null,
                    Member = new Member
                    {
                        FullName = "",
                        NameFolded = "",
                        NameSortKey = "",
                        Sex = (Sex)chance.Next(3),
                        IsEthnicMinority = chance.Next(5) == 0,
                        HasReligion = chance.Next(7) == 0,
                        BornOn = chance.Next(9) == 0 ? null : Day(chance).AddYears(-25),
                        OfficialOn = chance.Next(9) == 0 ? null : Day(chance),
                        RecognizedOn = chance.Next(3) == 0 ? null : Day(chance),
                    },
                }),
        ];

    private static DateOnly Day(Random chance) => new DateOnly(2022, 1, 1).AddDays(chance.Next(1100));
}
