using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Store;

namespace TongKet.Members.RecordMovement;

/// <summary>Turns a movement that was allowed into records, and says which.</summary>
public sealed class MovementWriter(AppStore store, RecordIds ids)
{
    private readonly List<ChangedRecord> changed = [];

    public async Task<IReadOnlyList<ChangedRecord>> WriteAsync(Movement movement, MemberCourse course, CancellationToken cancel)
    {
        switch (movement.Kind)
        {
            case MovementKind.TakenBack:
                TakeBack(course);
                break;
            case MovementKind.Exempted or MovementKind.Suspended:
                await BeginSpanAsync(movement, course, cancel);
                break;
            case MovementKind.ExemptionEnded or MovementKind.SuspensionEnded:
                EndSpan(course.Open(MovementRule.ConditionOf(movement.Kind))!, course.Last!, movement.On);
                break;
            case MovementKind.TransferIn or MovementKind.Restored or MovementKind.Readmitted:
                await BeginAsync(movement, course, HowInOf(movement.Kind), null, cancel);
                break;
            default:
                await LeaveAsync(movement, course, cancel);
                break;
        }

        return changed;
    }

    /// <summary>A stay that begins; the records are the caller's to save.</summary>
    public async Task<Stay> BeginAsync(
        Movement movement,
        MemberCourse course,
        HowIn how,
        long? cameFrom,
        CancellationToken cancel
    )
    {
        var stay = new Stay
        {
            Id = await ids.NextAsync(cancel),
            MemberId = course.Member.Id,
            CellId = movement.CellId!.Value,
            FromOn = movement.On,
            HowIn = how,
            CameFromId = cameFrom,
            CameFromText = cameFrom is null ? movement.Place : null,
            InDecision = movement.Decision,
        };
        store.Add(stay);
        Note(stay);
        return stay;
    }

    private async Task LeaveAsync(Movement movement, MemberCourse course, CancellationToken cancel)
    {
        var last = course.Last!;
        (last.ToOn, last.HowOut) = (movement.On, HowOutOf(movement.Kind));
        (last.WentToId, last.WentToText, last.OutDecision) = (movement.CellId, movement.Place, movement.Decision);
        Note(last);
        await EndPostsAsync(movement, course, cancel);
        if (movement.CellId is not null)
        {
            await BeginAsync(movement, course, HowIn.TransferredIn, last.CellId, cancel);
            return;
        }

        foreach (var span in course.Spans.Where(s => s.ToOn is null || s.ToOn > movement.On))
        {
            EndSpan(span, last, movement.On);
        }
    }

    /// <summary>A post of a cell ends with the stay there; who leaves the register holds none at all any more.</summary>
    private async Task EndPostsAsync(Movement movement, MemberCourse course, CancellationToken cancel)
    {
        var (id, cell, on) = (course.Member.Id, course.Last!.CellId, movement.On);
        var posts = await store
            .Set<MemberPost>()
            .Where(p => p.MemberId == id && (p.ToOn == null || p.ToOn > on))
            .ToListAsync(cancel);
        foreach (var post in posts.Where(p => movement.CellId is null || p.OrganizationId == cell))
        {
            post.ToOn = on > post.FromOn ? on : post.FromOn;
            changed.Add(new(post, post.Id, post.OrganizationId, on.Year));
        }
    }

    private async Task BeginSpanAsync(Movement movement, MemberCourse course, CancellationToken cancel)
    {
        var span = new MemberConditionSpan
        {
            Id = await ids.NextAsync(cancel),
            MemberId = course.Member.Id,
            Condition = MovementRule.ConditionOf(movement.Kind),
            FromOn = movement.On,
            ToOn = movement.Until,
            Decision = movement.Decision,
        };
        store.Add(span);
        changed.Add(new(span, span.Id, course.Last!.CellId, movement.On.Year));
    }

    private void EndSpan(MemberConditionSpan span, Stay stay, DateOnly on)
    {
        span.ToOn = on > span.FromOn ? on : span.FromOn;
        changed.Add(new(span, span.Id, stay.CellId, on.Year));
    }

    private void TakeBack(MemberCourse course)
    {
        var last = course.Last!;
        if (last.ToOn is not null)
        {
            Reopen(last);
            return;
        }

        store.Remove(last);
        changed.Add(new(last, last.Id, last.CellId, last.FromOn.Year, IsRemoved: true));
        var before = course.Stays[^2];
        if (before.ToOn == last.FromOn && before.WentToId == last.CellId)
        {
            Reopen(before);
        }
    }

    private void Reopen(Stay stay)
    {
        var year = stay.ToOn!.Value.Year;
        (stay.ToOn, stay.HowOut) = (null, HowOut.NotEnded);
        (stay.WentToId, stay.WentToText, stay.OutDecision) = (null, null, null);
        changed.Add(new(stay, stay.Id, stay.CellId, year));
    }

    private void Note(Stay stay) => changed.Add(new(stay, stay.Id, stay.CellId, (stay.ToOn ?? stay.FromOn).Year));

    private static HowOut HowOutOf(MovementKind kind) =>
        kind switch
        {
            MovementKind.Died => HowOut.Died,
            MovementKind.StruckOff => HowOut.StruckOff,
            MovementKind.Expelled => HowOut.Expelled,
            MovementKind.Left => HowOut.Left,
            _ => HowOut.TransferredOut,
        };

    private static HowIn HowInOf(MovementKind kind) =>
        kind switch
        {
            MovementKind.Restored => HowIn.Restored,
            MovementKind.Readmitted => HowIn.Readmitted,
            _ => HowIn.TransferredIn,
        };
}
