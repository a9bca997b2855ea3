using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Cli;
using TongKet.Domain.Access;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Figures;
using TongKet.Figures.Engine;
using TongKet.Store;
using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ImportWorkbook.Small;

namespace TongKet.Tests.Figures.Engine;

/// <summary>Several programs on one PostgreSQL, each with columns of its own.</summary>
public sealed class NodesTests
{
    private const int Files = 6;
    private static readonly DateOnly YearEnd = new(2023, 12, 31);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_programs_answer_the_same_at_the_same_stamp_while_a_third_imports()
    {
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.PostgreSql);
        await using var third = Host(database, isOn: false);
        await ImportAsync(third, World());
        await using var first = Host(database, isOn: true);
        await using var second = Host(database, isOn: true);
        var answers = new ConcurrentDictionary<long, string>();
        var (isDone, asked) = (false, new long[2]);

        var asking = Task.WhenAll(Task.Run(() => AskAsync(first, 0), Cancel), Task.Run(() => AskAsync(second, 1), Cancel));
        foreach (var file in Enumerable.Range(1, Files))
        {
            await ImportAsync(third, People(file));
            var before = Volatile.Read(ref asked[0]) + Volatile.Read(ref asked[1]);
            // Both have answered since, so that not only the end is compared.
            while (!asking.IsFaulted && Volatile.Read(ref asked[0]) + Volatile.Read(ref asked[1]) < before + 4)
            {
                await Task.Yield();
            }
        }

        Volatile.Write(ref isDone, true);
        await asking;

        Assert.InRange(answers.Count, 3, Files + 1);
        var due = await DigestAsync(third);
        Assert.Null(due.Stamp);
        Assert.Equal(due.Figures, answers[answers.Keys.Max()]);
        Assert.Equal((await DigestAsync(first)).Stamp, (await DigestAsync(second)).Stamp);

        async Task AskAsync(ServiceProvider program, int which)
        {
            while (!Volatile.Read(ref isDone))
            {
                var (stamp, figures) = await DigestAsync(program);
                Assert.Equal(answers.GetOrAdd(stamp!.Value, figures), figures);
                Interlocked.Increment(ref asked[which]);
            }
        }
    }

    /// <summary>Every figure of every organization in one line.</summary>
    private static async Task<(long? Stamp, string Figures)> DigestAsync(ServiceProvider program)
    {
        await using var scope = program.CreateAsyncScope();
        var book = scope.ServiceProvider.GetRequiredService<FigureBook>();
        var table = (await book.CountAllAsync(YearEnd.Year, YearEnd, Cancel))!;
        var text = new StringBuilder();
        foreach (var node in table.Tree.Nodes)
        {
            foreach (var figure in book.Catalogue.Counts)
            {
                text.Append(table.Value(node.Id, figure.Code)).Append(' ');
            }
        }

        return (table.Stamp, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))));
    }

    private static WorkbookBuilder People(int file)
    {
        var book = World();
        foreach (var n in Enumerable.Range(1, 40 * file))
        {
            book.Member($"Đảng viên {n}", n % 2 == 0 ? "H.1.1" : "H.2").Grade($"Đảng viên {n}", "Hoàn thành tốt nhiệm vụ");
        }

        return book;
    }

    private static async Task ImportAsync(ServiceProvider program, WorkbookBuilder workbook)
    {
        await using var scope = program.CreateAsyncScope();
        var file = ReceivedWorkbook.Read(workbook.ToStream(), "thử.xlsx", workbook.Year, new DateOnly(2026, 11, 22));
        var outcome = await scope
            .ServiceProvider.GetRequiredService<ImportWorkbookHandler>()
            .HandleAsync(new(file), Actor.Operator("thử"), Cancel);
        Assert.True(outcome.Value!.Applied);
    }

    private static ServiceProvider Host(TestDatabase database, bool isOn) =>
        new VerbHost(
            [.. Program.Rooms, services => services.AddSingleton(new EngineSettings(isOn, 1L << 30))],
            TextWriter.Null,
            TextWriter.Null
        ).Services(DatabaseAddress.Parse(database.Address)!);
}
