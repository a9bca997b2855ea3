using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Domain.Access;
using TongKet.Domain.Regulations;
using TongKet.Figures.VerifyFigures;
using TongKet.Store;

namespace TongKet.Tests.Support;

/// <summary>A small world in a database of its own, served.</summary>
public sealed class ServedWorld : IAsyncDisposable
{
    private readonly TestDatabase database;
    private ServedProgram program;

    private ServedWorld(TestDatabase database, ServedProgram program)
    {
        this.database = database;
        this.program = program;
    }

    public ServedProgram Program => program;

    public static async Task<ServedWorld> OpenAsync(DatabaseKind kind, WorldBuilder world)
    {
        var made = await TestDatabase.MigratedAsync(kind);
        await world.SaveAsync(made);
        return new(made, await ServedProgram.StartAsync(made));
    }

    /// <summary>Over a database in which the test goes on writing.</summary>
    public static ServedWorld Over(TestDatabase database, ServedProgram program) => new(database, program);

    /// <summary>A later program over the same records, which comes with other rule sets.</summary>
    public async Task UpgradeAsync(RuleBook rules)
    {
        await program.DisposeAsync();
        program = await ServedProgram.StartAsync(database, rules: rules);
    }

    public Visitor As(Actor actor) => program.As(actor);

    public async Task<T> LookAsync<T>(Func<AppStore, Task<T>> look)
    {
        await using var store = database.OpenStore();
        return await look(store);
    }

    /// <summary>The lines of one act, as «table id».</summary>
    public Task<List<ChangeLine>> LinesOfAsync(string act) =>
        LookAsync(store => store.Set<ChangeLine>().AsNoTracking().Where(l => l.Act == act).OrderBy(l => l.Seq).ToListAsync());

    /// <summary>What <c>verify</c> says: nothing.</summary>
    public async Task AssertSoundAsync()
    {
        await using var scope = program.Services.CreateAsyncScope();
        var found = await scope
            .ServiceProvider.GetRequiredService<VerifyHandler>()
            .HandleAsync(new(), Actor.Operator("thử"), TestContext.Current.CancellationToken);
        Assert.Empty(found.Value!.Differences);
    }

    public async ValueTask DisposeAsync()
    {
        await program.DisposeAsync();
        await database.DisposeAsync();
    }
}
