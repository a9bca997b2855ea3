using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Figures.CheckNightly;
using TongKet.Figures.Engine;
using TongKet.Store;

namespace TongKet.Figures.ShowState;

/// <summary>How figures are counted now. Nothing of the records.</summary>
/// <param name="Behind">Changes written since the columns were last asked; the next question reads them.</param>
/// <param name="Nights">What the checks of the last nights found, the latest first.</param>
public sealed record StateView(
    EngineState Engine,
    string Database,
    long LastSeq,
    long Behind,
    IReadOnlyList<NightlyCheck> Nights
);

/// <summary>The state of the system for who keeps the machine.</summary>
public sealed class StateQuery(AppStore store, FiguresEngine engine, DatabaseAddress address)
{
    private const int NightsShown = 14;

    /// <summary>Null for everybody but the administrator.</summary>
    public async Task<StateView?> AskAsync(Actor actor, CancellationToken cancel)
    {
        if (!actor.MayOnSystem(Acts.SeeSystem))
        {
            return null;
        }

        var last = await LogFollower.LastAsync(store, cancel);
        var state = engine.State;
        var nights = await store
            .Set<NightlyCheck>()
            .AsNoTracking()
            .OrderByDescending(c => c.Night)
            .Take(NightsShown)
            .ToListAsync(cancel);
        return new(state, address.Shown, last?.Seq ?? 0, Math.Max((last?.Seq ?? 0) - state.Seq, 0), nights);
    }
}
