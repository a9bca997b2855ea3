using TongKet.Domain.Figures;
using TongKet.Domain.Regulations;
using TongKet.Organizations;
using TongKet.Regulations;
using TongKet.Store;

namespace TongKet.Figures.Engine;

/// <summary>Loads the columns of this year and the last when the program begins to serve; until then SQL answers.</summary>
public sealed class EngineStart(
    IServiceScopeFactory scopes,
    FiguresEngine engine,
    FigureLayout layout,
    RuleBook rules,
    PublishedRules published,
    DatabaseAddress address,
    TimeProvider clock,
    ILogger<EngineStart> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Serving begins first.
            await Task.Yield();
            await using var scope = scopes.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<AppStore>();
            var trees = scope.ServiceProvider.GetRequiredService<TreeReader>();
            await published.RefreshAsync(store, stoppingToken);
            var today = Web.VietnameseFormat.DayOf(clock.GetUtcNow());
            var now = AsOf.At(rules, today.Year, today);
            var file = EngineSettings.FileOf(address);
            await engine.RestoreAsync(file, stoppingToken);
            RecordSet[] sets = [.. layout.Sets.Select(s => s.Set)];
            foreach (var on in new[] { now, now.LastYear(rules) })
            {
                using var columns = await engine.OpenAsync(store, trees, sets, on, stoppingToken);
            }

            isWorthAFile = engine.State.LoadTime > EngineSettings.WorthAFile || engine.State.IsFromFile;
            if (isWorthAFile && !engine.State.IsFromFile)
            {
                await engine.SaveAsync(file, stoppingToken);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Questions load what they need, or say why not.
            Failed(log, failure);
        }
    }

    /// <summary>What was read since the start need not be read again at the next.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (isWorthAFile)
        {
            await engine.SaveAsync(EngineSettings.FileOf(address), cancellationToken);
        }
    }

    private bool isWorthAFile;
    private static readonly Action<ILogger, Exception?> Failed = LoggerMessage.Define(
        LogLevel.Warning,
        new EventId(1, nameof(EngineStart)),
        "The columns of figures were not loaded at the start."
    );
}
