using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TongKet.Cli;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Figures;
using TongKet.Figures.Engine;
using TongKet.Generate;
using TongKet.Organizations;
using TongKet.Store;

namespace TongKet.Bench;

/// <summary>A generated nation in one database, open for questions, with the figures engine on it.</summary>
public sealed class NationDesk : IAsyncDisposable
{
    private const long Memory = 6L * 1024 * 1024 * 1024;
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;
    private readonly bool isBeside;

    private NationDesk(ServiceProvider services, bool isBeside = false)
    {
        (this.services, this.isBeside) = (services, isBeside);
        scope = services.CreateAsyncScope();
        Store = Get<AppStore>();
        Store.Database.SetCommandTimeout(TimeSpan.Zero);
    }

    public AppStore Store { get; }
    public string DatabaseName => Store.IsPostgreSql ? "PostgreSQL" : "SQLite";
    public FigureBook Book => Get<FigureBook>();
    public EngineState State => Get<FiguresEngine>().State;
    public OrganizationTree Tree { get; private set; } = null!;

    /// <summary>The nation, a province and a commune of middling size.</summary>
    public TreeNode Nation { get; private set; } = null!;
    public TreeNode Province { get; private set; } = null!;
    public TreeNode Commune { get; private set; } = null!;

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public AsOf At(int year) => AsOf.At(Get<RuleBook>(), year);

    /// <summary>Opens it without any question asked yet.</summary>
    /// <param name="order">Lays the rows of organizations in another order than today's tree.</param>
    public static Task<NationDesk> OpenAsync(
        IReadOnlyList<Action<IServiceCollection>> rooms,
        string address,
        CancellationToken cancel,
        Func<IReadOnlyList<long>, IEnumerable<long>>? order = null
    )
    {
        var settings = new EngineSettings(true, Memory) { StoredOrder = order };
        Action<IServiceCollection> engine = services => services.AddSingleton(settings);
        var host = new VerbHost([.. rooms, engine], TextWriter.Null, TextWriter.Null);
        return OpenedAsync(new(host.Services(DatabaseAddress.Parse(address)!)), cancel);
    }

    /// <summary>Another connection to the same columns.</summary>
    public Task<NationDesk> BesideAsync(CancellationToken cancel) => OpenedAsync(new(services, isBeside: true), cancel);

    private static async Task<NationDesk> OpenedAsync(NationDesk desk, CancellationToken cancel)
    {
        await desk.Store.Database.OpenConnectionAsync(cancel);
        if (desk.Store.IsPostgreSql)
        {
            await desk.Store.Database.ExecuteSqlRawAsync("SET work_mem = '256MB'; SET jit = off", cancel);
        }

        return desk;
    }

    /// <summary>Makes the nation where it is not there yet.</summary>
    public async Task MakeAsync(NationSize size, Action<NationProgress> told, CancellationToken cancel)
    {
        await StoreSetup.MigrateAsync(Store, cancel);
        if (!await Get<NationMaker>().MakeAsync(size, told, cancel))
        {
            throw new InvalidOperationException("The database holds other records than this bench would make.");
        }
    }

    public async Task FindPlacesAsync(AsOf on, CancellationToken cancel)
    {
        Tree = await Get<TreeReader>().ReadAsync(on.Day, on.PeriodStart, cancel);
        Nation = Tree.Nodes[0];
        Province = Middling(OrganizationKind.ProvincialOrganization);
        Commune = Middling(OrganizationKind.CommuneOrganization);
    }

    public async Task<FigureTable> AskAsync(TreeNode node, AsOf on, CancellationToken cancel)
    {
        var table = (await Book.CountAsync(node.Id, on, cancel))!;
        return table.Stamp is not null
            ? table
            : throw new InvalidOperationException($"SQL answered in the place of the columns: {State.Fallback} {State.Detail}");
    }

    /// <summary>
    /// The figures of one organization with all below it. Of this, <see cref="Counting"/> is the engine's own time: without
    /// the look into the log and for the tree.
    /// </summary>
    /// <param name="forgets">Counts it from the columns, though the last answer may be known.</param>
    public async Task<FigureTable> TotalAsync(TreeNode node, AsOf on, bool forgets, CancellationToken cancel)
    {
        var (layout, catalogue) = (Get<FigureLayout>(), Get<Catalogue>());
        RecordSet[] sets = [.. catalogue.Counts.Select(f => f.Set).Distinct()];
        while (true)
        {
            using var reading = await Get<FiguresEngine>().OpenAsync(Store, Get<TreeReader>(), sets, on, cancel);
            var tree = await Get<TreeReader>().ReadAsync(on.Day, on.PeriodStart, cancel, reading?.Seq);
            if (reading is null)
            {
                if (State.Fallback != FallbackReason.None)
                {
                    throw new InvalidOperationException($"The columns do not answer: {State.Fallback} {State.Detail}");
                }

                // Many writers: others had the columns for longer than a question waits.
                continue;
            }

            var start = Stopwatch.GetTimestamp();
            if (forgets)
            {
                reading.Stock.Kept.Clear();
            }

            var top = tree.Find(node.Id)!;
            var table = reading.Total(tree, top, on, layout, () => new(catalogue, layout, tree, on, new CountedNodes(top)));
            Counting = Stopwatch.GetElapsedTime(start);
            return table;
        }
    }

    public TimeSpan Counting { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        if (!isBeside)
        {
            await services.DisposeAsync();
        }
    }

    private TreeNode Middling(OrganizationKind kind)
    {
        var all = Tree.Nodes.Where(n => n.Kind == kind && !n.HasEnded).OrderBy(n => n.End - n.At).ToList();
        return all[all.Count / 2];
    }
}
