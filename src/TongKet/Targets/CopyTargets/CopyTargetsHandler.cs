using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Targets.CopyTargets;

/// <param name="Year">The year copied from; the targets go to the year after.</param>
public sealed record CopyTargetsCommand(long OrganizationId, int Year);

/// <param name="Kept">Codes that the next year had already, left as they are.</param>
public sealed record CopiedTargets(int Copied, int Kept);

/// <summary>Copies the targets of a year to the next, with their values as a beginning and without results.</summary>
public sealed class CopyTargetsHandler(AppStore store, TreeReader trees, RecordIds ids, ChangeLog log, TimeProvider clock)
{
    public async Task<Outcome<CopiedTargets>> HandleAsync(CopyTargetsCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var day = PageContext.UsualAsOf(command.Year + 1, VietnameseFormat.DayOf(clock.GetUtcNow()));
        if (!ScopeRule.May(actor, Acts.ChangeTargets, await trees.ReadAsync(day, cancel), command.OrganizationId))
        {
            return new Refusal("target.not-found");
        }

        var from = await TargetsRoom.OfYearAsync(store, command.OrganizationId, command.Year, cancel);
        var there = await TargetsRoom.OfYearAsync(store, command.OrganizationId, command.Year + 1, cancel);
        var missing = from.Where(t => there.All(o => !o.Code.Equals(t.Code, StringComparison.OrdinalIgnoreCase))).ToList();
        if (missing.Count == 0)
        {
            return new Refusal("target.copy.nothing", null, (command.Year + 1).ToString(Words.Vietnamese));
        }

        var supply = await ids.TakeAsync(missing.Count, cancel);
        var copies = missing.ConvertAll(t => Copy(t, supply.Next()));
        store.AddRange(copies);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            "targets.copy",
            [.. copies.Select(t => new ChangedRecord(t, t.Id, t.OrganizationId, t.Year))],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return new CopiedTargets(copies.Count, from.Count - copies.Count);
    }

    private static Target Copy(Target target, long id) =>
        new()
        {
            Id = id,
            OrganizationId = target.OrganizationId,
            Year = target.Year + 1,
            Code = target.Code,
            Name = target.Name,
            Unit = target.Unit,
            BaseName = target.BaseName,
            Direction = target.Direction,
            AssignedValue = target.AssignedValue,
            FigureCode = target.FigureCode,
        };
}
