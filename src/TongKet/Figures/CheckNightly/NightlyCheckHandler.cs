using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Figures.VerifyFigures;
using TongKet.Store;

namespace TongKet.Figures.CheckNightly;

/// <param name="Night">The day that begins with the night.</param>
public sealed record NightlyCheckCommand(DateOnly Night);

/// <summary>Checks everything once a night and keeps what was found. Of several nodes one does it: whoever notes it first.</summary>
public sealed class NightlyCheckHandler(
    AppStore store,
    VerifyHandler verify,
    TimeProvider clock,
    ILogger<NightlyCheckHandler> logger
)
{
    /// <summary>More sentences than this nobody reads; the verb tells all.</summary>
    private const int MostNamed = 50;
    private const int DaysKept = 366;

    private static readonly Action<ILogger, int, Exception?> Differs = LoggerMessage.Define<int>(
        LogLevel.Error,
        new(1, nameof(Differs)),
        "The nightly check found {Differences} differences; the page of the system's state names them."
    );

    /// <summary>True where this node did it; false where the night was taken.</summary>
    public async Task<Outcome<bool>> HandleAsync(NightlyCheckCommand command, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsOperator)
        {
            return new Refusal("figures.verify-not-allowed");
        }

        var night = new NightlyCheck { Night = command.Night, BeganAt = clock.GetUtcNow() };
        if (!await TakeAsync(night, cancel))
        {
            return false;
        }

        try
        {
            var found = (await verify.HandleAsync(new(), actor, cancel)).Value!;
            (night.Figures, night.FromColumns) = (found.Checked.Figures, found.Checked.FromColumns);
            (night.Records, night.Differences) = (found.Checked.Records, found.Differences.Count);
            night.Named = string.Join('\n', found.Differences.Take(MostNamed).Select(d => d.Sentence));
            if (night.Differences > 0)
            {
                Differs(logger, night.Differences, null);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            night.HasFailed = true;
            await NoteAsync(night, CancellationToken.None);
            throw;
        }

        await NoteAsync(night, cancel);
        return true;
    }

    private async Task<bool> TakeAsync(NightlyCheck night, CancellationToken cancel)
    {
        if (await store.Set<NightlyCheck>().AnyAsync(c => c.Night == night.Night, cancel))
        {
            return false;
        }

        store.Add(night);
        try
        {
            await store.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            // Another node wrote its own between the question and this, or the store cannot be written to.
            store.ChangeTracker.Clear();
            if (await store.Set<NightlyCheck>().AnyAsync(c => c.Night == night.Night, cancel))
            {
                return false;
            }

            throw;
        }
    }

    private async Task NoteAsync(NightlyCheck night, CancellationToken cancel)
    {
        night.EndedAt = clock.GetUtcNow();
        store.ChangeTracker.Clear();
        store.Update(night);
        await store.SaveChangesAsync(cancel);
        var oldest = night.Night.AddDays(-DaysKept);
        await store.Set<NightlyCheck>().Where(c => c.Night < oldest).ExecuteDeleteAsync(cancel);
    }
}
