using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Reviews.FillSheet;
using TongKet.Store;

namespace TongKet.Reviews.KeepPeers;

/// <param name="Was">What stood there when the page was opened.</param>
public sealed record TypedPeer(PeerBody Body, PeerEntry Was, PeerEntry Typed);

public sealed record SavePeersCommand(long CycleId, long OrganizationId, IReadOnlyList<TypedPeer> Peers);

/// <summary>Keeps the grades of government, Front and unions for the year of a review, while the sheet is still to be sent.</summary>
public sealed class SavePeersHandler(AppStore store, SheetGate gate, RecordIds ids, ChangeLog log)
{
    public const string Act = "reviews.save-peers";

    public async Task<Outcome<int>> HandleAsync(SavePeersCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAsync(cancel);
        var taken = await gate.TakeAsync(actor, command.CycleId, command.OrganizationId, null, cancel);
        if (taken.Value is not { } open)
        {
            return new(0, taken.Refusals);
        }

        var (work, node, sheet) = open;

        var year = work.Cycle.Year;
        var stored = await store
            .Set<PeerGrade>()
            .Where(p => p.OrganizationId == node.Id && p.Year == year)
            .ToDictionaryAsync(p => p.Body, cancel);
        var typed = command.Peers.Where(p => p.Typed != p.Was && Enum.IsDefined(p.Body)).ToList();
        var refusals = typed
            .Where(p => (stored.GetValueOrDefault(p.Body)?.Entry ?? PeerEntry.Empty) is var now && now != p.Was && now != p.Typed)
            .Select(p => new Refusal("review.peers.changed-by-other", null, p.Body))
            .Concat(typed.SelectMany(p => PeerGradeRule.Check(p.Body, p.Typed, year, work.Today)))
            .ToList();
        if (refusals.Count > 0)
        {
            return new(0, refusals);
        }

        var supply = await ids.TakeAsync(typed.Count, cancel);
        var changed = new List<ChangedRecord>();
        foreach (var one in typed)
        {
            if (!stored.TryGetValue(one.Body, out var peer))
            {
                peer = new()
                {
                    Id = supply.Next(),
                    OrganizationId = node.Id,
                    Year = year,
                    Body = one.Body,
                };
                store.Add(peer);
            }

            (peer.Grade, peer.DocumentNumber, peer.DocumentOn) = (
                one.Typed.Grade,
                one.Typed.DocumentNumber,
                one.Typed.DocumentOn
            );
            changed.Add(new(peer, peer.Id, node.Id, year));
        }

        await log.SaveAsync(new(actor.AccountId, actor.Name), Act, changed, cancel);
        await transaction.CommitAsync(cancel);
        return changed.Count;
    }
}
