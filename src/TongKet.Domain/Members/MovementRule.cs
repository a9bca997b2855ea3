using TongKet.Domain.Values;

namespace TongKet.Domain.Members;

/// <summary>
/// Whether a movement can be written: its day follows what is known, a member has one stay a day, and the cell is one
/// that holds names on that day.
/// </summary>
public static class MovementRule
{
    private static readonly MovementKind[] Leaving =
    [
        MovementKind.TransferOut,
        MovementKind.Died,
        MovementKind.StruckOff,
        MovementKind.Expelled,
        MovementKind.Left,
    ];

    private static readonly MovementKind[] Coming = [MovementKind.TransferIn, MovementKind.Restored, MovementKind.Readmitted];

    /// <summary>What can happen to him as things stand, in the order a form offers it.</summary>
    public static IReadOnlyList<MovementKind> Possible(MemberCourse course)
    {
        var possible = new List<MovementKind>();
        if (course.IsInHeadCount)
        {
            possible.AddRange(Leaving);
            possible.Add(Kind(course, MemberCondition.Exempt, MovementKind.Exempted, MovementKind.ExemptionEnded));
            possible.Add(Kind(course, MemberCondition.Suspended, MovementKind.Suspended, MovementKind.SuspensionEnded));
        }
        else if (course.Last is { } last)
        {
            possible.AddRange(Coming.Where(kind => MayFollow(kind, last.HowOut)));
        }

        if (CanTakeBack(course))
        {
            possible.Add(MovementKind.TakenBack);
        }

        return possible;
    }

    public static IReadOnlyList<Refusal> Check(Movement movement, MemberCourse course, MovementCell? cell, DateOnly today)
    {
        if (!Possible(course).Contains(movement.Kind) || course.Last is not { } last)
        {
            return [new("member.movement-not-possible")];
        }

        if (movement.Kind == MovementKind.TakenBack)
        {
            return [];
        }

        var refusals = new List<Refusal>();
        if (movement.On > today)
        {
            refusals.Add(new("member.movement-in-future"));
        }

        refusals.AddRange(
            Leaving.Contains(movement.Kind) ? CheckLeaving(movement, last, cell)
            : Coming.Contains(movement.Kind) ? CheckComing(movement, last, cell)
            : CheckCondition(movement, course, last)
        );
        return refusals;
    }

    /// <summary>A new stay of somebody without one: he is admitted or comes from outside of this register.</summary>
    public static IReadOnlyList<Refusal> CheckFirst(DateOnly on, MovementCell? cell, DateOnly today) =>
        [.. on > today ? [new Refusal("member.movement-in-future")] : Array.Empty<Refusal>(), .. CheckCell(on, cell)];

    private static IEnumerable<Refusal> CheckLeaving(Movement movement, Stay last, MovementCell? cell)
    {
        if (movement.On <= last.FromOn)
        {
            yield return new("member.movement-before-stay", null, last.FromOn);
        }

        if (movement.Kind != MovementKind.TransferOut)
        {
            yield break;
        }

        if (movement.CellId is null == movement.Place is null)
        {
            yield return new(movement.CellId is null ? "member.no-other-place" : "member.two-other-places");
        }
        else if (movement.CellId == last.CellId)
        {
            yield return new("member.same-cell");
        }
        else if (movement.CellId is not null)
        {
            foreach (var refusal in CheckCell(movement.On, cell))
            {
                yield return refusal;
            }
        }
    }

    private static IEnumerable<Refusal> CheckComing(Movement movement, Stay last, MovementCell? cell)
    {
        if (movement.On < last.ToOn)
        {
            yield return new("member.movement-before-leaving", null, last.ToOn);
        }

        foreach (var refusal in CheckCell(movement.On, cell))
        {
            yield return refusal;
        }
    }

    private static IEnumerable<Refusal> CheckCondition(Movement movement, MemberCourse course, Stay last)
    {
        if (movement.Kind is MovementKind.ExemptionEnded or MovementKind.SuspensionEnded)
        {
            var open = course.Open(ConditionOf(movement.Kind))!;
            if (movement.On <= open.FromOn)
            {
                yield return new("member.condition-ends-before", null, open.FromOn);
            }

            yield break;
        }

        if (movement.On < last.FromOn)
        {
            yield return new("member.movement-before-stay", null, last.FromOn);
        }

        if (movement.Until <= movement.On)
        {
            yield return new("member.condition-ends-before", null, movement.On);
        }

        var same = course.Spans.Where(s => s.Condition == ConditionOf(movement.Kind));
        if (same.FirstOrDefault(s => s.ToOn is null || s.ToOn > movement.On) is { } other)
        {
            yield return new("member.condition-overlaps", null, other.FromOn);
        }
    }

    private static IEnumerable<Refusal> CheckCell(DateOnly on, MovementCell? cell)
    {
        if (cell is null)
        {
            yield return new("member.no-cell-on-day", null, on);
        }
        else if (!cell.IsCell)
        {
            yield return new("member.not-a-cell", "Điều lệ Đảng, Điều 24", cell.Name);
        }
        else if (cell.CountsOnly)
        {
            yield return new("member.cell-without-names", null, cell.Name);
        }
        else if (cell.EndsOn is { } end)
        {
            yield return new("member.cell-ends", null, cell.Name, end);
        }
    }

    public static MemberCondition ConditionOf(MovementKind kind) =>
        kind is MovementKind.Exempted or MovementKind.ExemptionEnded ? MemberCondition.Exempt : MemberCondition.Suspended;

    // Restored are those wrongly put out; readmission is another thing and has its own conditions.
    private static bool MayFollow(MovementKind kind, HowOut how) =>
        kind switch
        {
            MovementKind.TransferIn => how == HowOut.TransferredOut,
            MovementKind.Restored => how is HowOut.StruckOff or HowOut.Expelled,
            _ => how is HowOut.StruckOff or HowOut.Expelled or HowOut.Left,
        };

    private static MovementKind Kind(MemberCourse course, MemberCondition condition, MovementKind begin, MovementKind end) =>
        course.Open(condition) is null ? begin : end;

    // The first coming made the record; taking it back would leave a member without a place.
    private static bool CanTakeBack(MemberCourse course) => course.Last?.ToOn is not null || course.Stays.Count > 1;
}
