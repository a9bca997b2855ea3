using TongKet.Domain.Members;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>Exempt and suspended: conditions with a beginning and an end, by «Trạng thái» and «Từ ngày».</summary>
internal sealed class ConditionPlan(ImportPlan plan)
{
    public void Compare(MemberRow row, MemberHistory member, Stay stay)
    {
        var now = member.Conditions.Find(c => c.FromOn <= plan.LastDay && (c.ToOn is null || c.ToOn > plan.LastDay));
        if (row.Condition is { } condition)
        {
            Hold(row, member, stay, condition, now);
        }
        else if (now is not null && row.HowOut != HowOut.TransferredOut)
        {
            // Whoever is back in activity without a day named was so all the year; one that this year's file began never was.
            End(now, stay, row.StateOn ?? plan.FirstDay);
        }
    }

    private void Hold(MemberRow row, MemberHistory member, Stay stay, MemberCondition condition, MemberConditionSpan? now)
    {
        if (now?.Condition == condition)
        {
            if (row.StateOn is { } corrected && now.FromOn != corrected)
            {
                now.FromOn = corrected;
                plan.Writes.Conditions.Change(now, stay.CellId);
            }

            return;
        }

        var day = row.StateOn ?? plan.Eve;
        if (member.Conditions.Exists(c => c.Condition == condition && c.FromOn == day))
        {
            return;
        }

        if (now is not null)
        {
            End(now, stay, day);
        }

        var later = member.Conditions.Find(c => c.FromOn > plan.LastDay);
        if (now is null && later?.Condition == condition)
        {
            // A later year's file knew of it first.
            later.FromOn = day;
            plan.Writes.Conditions.Change(later, stay.CellId);
            return;
        }

        member.Conditions.Add(
            plan.Writes.Conditions.Add(
                new()
                {
                    Id = plan.NextId(),
                    MemberId = member.Member.Id,
                    Condition = condition,
                    FromOn = day,
                    ToOn = later?.FromOn,
                },
                stay.CellId
            )
        );
    }

    private void End(MemberConditionSpan span, Stay stay, DateOnly day)
    {
        span.ToOn = day > span.FromOn ? day : span.FromOn;
        plan.Writes.Conditions.Change(span, stay.CellId);
    }
}
