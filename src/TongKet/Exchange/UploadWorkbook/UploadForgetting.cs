using TongKet.Store;

namespace TongKet.Exchange.UploadWorkbook;

/// <summary>Deletes forgotten uploads once a day while the program serves.</summary>
public sealed class UploadForgetting(IServiceScopeFactory scopes, TimeProvider clock, ILogger<UploadForgetting> logger)
    : BackgroundService
{
    private static readonly Action<ILogger, Exception?> Failed = LoggerMessage.Define(
        LogLevel.Warning,
        new(1, nameof(UploadForgetting)),
        "Forgotten uploads could not be deleted; tried again tomorrow."
    );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var day = new PeriodicTimer(TimeSpan.FromDays(1), clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var store = scope.ServiceProvider.GetRequiredService<AppStore>();
                await UploadWorkbookHandler.ForgetOldAsync(store, clock.GetUtcNow(), stoppingToken);
            }
            catch (System.Data.Common.DbException failure)
            {
                Failed(logger, failure);
            }
        } while (await day.WaitForNextTickAsync(stoppingToken));
    }
}
