using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Cli;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Figures;
using TongKet.Figures.Engine;
using TongKet.Figures.VerifyFigures;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.Engine;

/// <summary>The figures of one database from columns kept in memory, and from SQL.</summary>
internal sealed class TwoBooks : IAsyncDisposable
{
    private static readonly CancellationToken Cancel = CancellationToken.None;
    private readonly ServiceProvider columns;
    private readonly ServiceProvider sql;

    /// <param name="rooms">Changes what the program with the columns registers.</param>
    /// <param name="order">Lays the rows of organizations in this order.</param>
    public TwoBooks(
        TestDatabase database,
        long mostBytes = 1L << 30,
        Action<IServiceCollection>? rooms = null,
        Func<IReadOnlyList<long>, IEnumerable<long>>? order = null
    )
    {
        var address = DatabaseAddress.Parse(database.Address)!;
        columns = Host(new EngineSettings(IsOn: true, mostBytes) { StoredOrder = order }, rooms).Services(address);
        sql = Host(new EngineSettings(IsOn: false, 0)).Services(address);
    }

    public FiguresEngine Engine => columns.GetRequiredService<FiguresEngine>();

    public IServiceProvider Columns => columns;

    /// <summary>A version of a document's rules that both serve from now on.</summary>
    public void Publish(string ruleSet, string parameter, string value)
    {
        foreach (var rules in new[] { columns, sql }.Select(s => s.GetRequiredService<RuleBook>()))
        {
            var newest = rules.All.Single(r => r.Id == ruleSet);
            var said = newest[parameter] with { Value = JsonSerializer.Deserialize<JsonElement>(value) };
            rules.Take([newest.With(parameter, said)]);
        }
    }

    public Task<FigureTable> FromColumnsAsync(DateOnly day) => CountAllAsync(columns, day);

    public Task<FigureTable> FromSqlAsync(DateOnly day) => CountAllAsync(sql, day);

    /// <summary>All figures of all organizations at the end of a day; whoever differs is named.</summary>
    public async Task AssertEqualAsync(DateOnly day)
    {
        var (found, due) = (await FromColumnsAsync(day), await FromSqlAsync(day));
        Assert.NotNull(found.Stamp);
        Assert.NotNull(found.LastYear?.Stamp ?? found.Stamp);
        Assert.Null(due.Stamp);
        AssertEqual(due, found, Codes);
        foreach (var node in due.Tree.Nodes.Take(9))
        {
            // The first few are kept from question to question, and follow what changes.
            var total = await FromColumnsAsync(book => book.CountTotalAsync(node.Id, day.Year, day, Cancel));
            AssertEqual(due, total!, Codes, [node]);
            var branch = await FromColumnsAsync(book => book.CountBranchAsync(node.Id, day.Year, day, Cancel));
            var shown = due.Tree.Children(node).Where(n => n.Kind.IsPartyOrganization()).Prepend(node).ToList();
            AssertEqual(due, branch!, Codes, shown);
            await AssertListsAsync(due, branch!, node);
        }
    }

    /// <summary>Where the rows of each figure lie by the columns, added up, is the figure.</summary>
    private async Task AssertListsAsync(FigureTable due, FigureTable branch, TreeNode node)
    {
        var figures = columns.GetRequiredService<Catalogue>().All.Where(f => f is CountFigure or SumFigure);
        foreach (var figure in figures.Where(f => due.Value(node.Id, f.Code) is not null))
        {
            var page = await FromColumnsAsync(book => book.ListAsync(branch, node.Id, figure, null, 0, Cancel));
            var listed = page.Total + page.CountsOnly.Sum(c => (decimal)c.Value);
            Assert.Equal((node.Code, figure.Code, due.Value(node.Id, figure.Code)), (node.Code, figure.Code, listed));
        }
    }

    /// <summary>The second count against SQL and against these very columns.</summary>
    public async Task<IReadOnlyList<Difference>> VerifyAsync(VerifyCommand command)
    {
        await using var scope = columns.CreateAsyncScope();
        var verified = await scope
            .ServiceProvider.GetRequiredService<VerifyHandler>()
            .HandleAsync(command, Actor.Operator("thử"), Cancel);
        Assert.True(verified.Value!.Checked.FromColumns > 0);
        return verified.Value.Differences;
    }

    public string[] Codes => [.. columns.GetRequiredService<Catalogue>().All.Where(f => f is not OwnFigure).Select(f => f.Code)];

    public async Task<T> FromColumnsAsync<T>(Func<FigureBook, Task<T>> ask)
    {
        await using var scope = columns.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<FigureBook>());
    }

    public static void AssertEqual(
        FigureTable due,
        FigureTable found,
        IReadOnlyList<string> codes,
        IReadOnlyList<TreeNode>? at = null
    )
    {
        Assert.Equal(due.Tree.Nodes.Select(n => n.Id), found.Tree.Nodes.Select(n => n.Id));
        var differences =
            from node in at ?? due.Tree.Nodes
            from code in codes
            let pair = (Due: due.Value(node.Id, code), Found: found.Value(node.Id, code))
            where pair.Due != pair.Found || due.HasAggregates(node.Id, code) != found.HasAggregates(node.Id, code)
            select $"{due.On.Day:yyyy-MM-dd} {node.Code} {code}: {pair.Due} by SQL, {pair.Found} from columns";
        Assert.Empty(differences.Take(10));
    }

    public async ValueTask DisposeAsync()
    {
        await columns.DisposeAsync();
        await sql.DisposeAsync();
    }

    private static async Task<FigureTable> CountAllAsync(ServiceProvider services, DateOnly day)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<FigureBook>().CountAllAsync(day.Year, day, Cancel))!;
    }

    private static VerbHost Host(EngineSettings settings, Action<IServiceCollection>? rooms = null) =>
        new(
            [.. Program.Rooms, services => services.AddSingleton(settings), rooms ?? (_ => { })],
            TextWriter.Null,
            TextWriter.Null
        );
}
