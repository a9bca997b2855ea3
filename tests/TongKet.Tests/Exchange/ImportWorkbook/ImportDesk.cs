using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Cli;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.ImportWorkbook;

/// <summary>A database of one test and the program's own services on it: hand in a workbook, look at the records.</summary>
public sealed class ImportDesk : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;

    private ImportDesk(TestDatabase database)
    {
        this.database = database;
        services = new VerbHost(Program.Rooms, TextWriter.Null, TextWriter.Null).Services(
            DatabaseAddress.Parse(database.Address)!
        );
    }

    public string Address => database.Address;

    public static async Task<ImportDesk> OpenAsync(DatabaseKind kind) => new(await TestDatabase.MigratedAsync(kind));

    public Task<ImportResult> ApplyAsync(WorkbookBuilder workbook, Actor? by = null) =>
        ImportAsync(workbook.ToStream(), false, by, workbook.Year);

    public Task<ImportResult> PreviewAsync(WorkbookBuilder workbook, Actor? by = null) =>
        ImportAsync(workbook.ToStream(), true, by, workbook.Year);

    /// <summary>Applies what must be without error.</summary>
    public async Task<ImportResult> TakeAsync(WorkbookBuilder workbook)
    {
        var result = await ApplyAsync(workbook);
        Assert.Empty(result.Errors);
        Assert.True(result.Applied);
        return result;
    }

    public async Task<ImportResult> ImportAsync(Stream stream, bool previewOnly, Actor? by = null, int? year = null)
    {
        await using var scope = services.CreateAsyncScope();
        var file = ReceivedWorkbook.Read(stream, "thử.xlsx", year, new DateOnly(2026, 11, 22));
        var outcome = await scope
            .ServiceProvider.GetRequiredService<ImportWorkbookHandler>()
            .HandleAsync(new(file, previewOnly), by ?? Actor.Operator("thử"), TestContext.Current.CancellationToken);
        Assert.Empty(outcome.Refusals);
        return outcome.Value!;
    }

    /// <summary>Why an import is refused that must be.</summary>
    public async Task<Refusal> RefusedAsync(WorkbookBuilder workbook, Actor? by = null, string? expectedPlan = null)
    {
        await using var scope = services.CreateAsyncScope();
        var file = ReceivedWorkbook.Read(workbook.ToStream(), "thử.xlsx", workbook.Year, new DateOnly(2026, 11, 22));
        var outcome = await scope
            .ServiceProvider.GetRequiredService<ImportWorkbookHandler>()
            .HandleAsync(
                new(file, ExpectedPlan: expectedPlan),
                by ?? Actor.Operator("thử"),
                TestContext.Current.CancellationToken
            );
        return Assert.Single(outcome.Refusals);
    }

    public async Task<T> LookAsync<T>(Func<AppStore, Task<T>> look)
    {
        await using var store = database.OpenStore();
        return await look(store);
    }

    public async Task<T> UseAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<long> LinesAsync() =>
        LookAsync(store => store.Set<ChangeLine>().LongCountAsync(TestContext.Current.CancellationToken));

    public Task<long> OrganizationAsync(string code) =>
        LookAsync(async store =>
            (await store.Set<OrganizationVersion>().Where(v => v.Code == code).OrderBy(v => v.FromOn).FirstAsync()).OrganizationId
        );

    /// <summary>A member's stays by date, as «cell from-to how in/how out».</summary>
    public Task<List<string>> StaysAsync(string name) =>
        LookAsync(async store =>
        {
            var codes = (await store.Set<OrganizationVersion>().OrderBy(v => v.FromOn).ToListAsync())
                .GroupBy(v => v.OrganizationId)
                .ToDictionary(g => g.Key, g => g.First().Code);
            var stays = await store.Set<Stay>().Where(s => s.Member!.FullName == name).OrderBy(s => s.FromOn).ToListAsync();
            return stays
                .Select(s => $"{codes[s.CellId]} {s.FromOn:yyyy-MM-dd}..{s.ToOn:yyyy-MM-dd} {s.HowIn}/{s.HowOut}")
                .ToList();
        });

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
