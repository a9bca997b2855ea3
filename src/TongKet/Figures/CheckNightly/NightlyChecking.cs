using System.Globalization;
using TongKet.Domain.Access;
using TongKet.Regulations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Figures.CheckNightly;

/// <summary>Begins the check of each night while the program serves.</summary>
public sealed class NightlyChecking(IServiceScopeFactory scopes, TimeProvider clock, ILogger<NightlyChecking> logger)
    : BackgroundService
{
    /// <summary>The hour at which offices sleep, 0 to 23 in Vietnam's time; anything else leaves the check to the verb.</summary>
    public const string HourVariable = "TONGKET_CHECK_HOUR";
    private const int UsualHour = 2;

    private static readonly Action<ILogger, Exception?> Failed = LoggerMessage.Define(
        LogLevel.Error,
        new(1, nameof(NightlyChecking)),
        "The nightly check could not be done to its end."
    );

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Hour() is not { } hour)
        {
            return;
        }

        while (true)
        {
            var night = Next(clock.GetUtcNow(), hour);
            await Task.Delay(night.At - clock.GetUtcNow(), clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope
                    .ServiceProvider.GetRequiredService<PublishedRules>()
                    .RefreshAsync(scope.ServiceProvider.GetRequiredService<AppStore>(), stoppingToken);
                await scope
                    .ServiceProvider.GetRequiredService<NightlyCheckHandler>()
                    .HandleAsync(new(night.Night), Actor.Operator(Words.Get("figures.nightly.by")), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Failed(logger, failure);
            }
        }
    }

    /// <summary>The next time the clock of Vietnam strikes the hour, and the day that it is then.</summary>
    public static (DateOnly Night, DateTimeOffset At) Next(DateTimeOffset now, int hour)
    {
        var today = VietnameseFormat.DayOf(now);
        var at = VietnameseFormat.MomentOf(today, new TimeOnly(hour, 0));
        return at > now ? (today, at) : (today.AddDays(1), VietnameseFormat.MomentOf(today.AddDays(1), new TimeOnly(hour, 0)));
    }

    private static int? Hour() =>
        Environment.GetEnvironmentVariable(HourVariable) is not { Length: > 0 } said ? UsualHour
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24 ? hour
        : null;
}
