using TongKet.Domain.Members;
using TongKet.Exchange.ReadWorkbook;
using Column = TongKet.Exchange.ReadWorkbook.MemberColumn;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// Where a line puts its member (decisions 3 and 5 of the workbook): which stay of his it speaks of, or the one it
/// begins, and how that one ends. At no day has a member two stays.
/// </summary>
internal sealed class StayPlan(ImportPlan plan)
{
    private static readonly SheetForm Sheet = WorkbookForm.Members;

    private readonly StayBefore before = new(plan, new(plan));
    private readonly StayArrival arrival = new(plan, new(plan));
    private readonly StayEnding ending = new(plan, new(plan));

    /// <summary>The stay that the line is about; null where it is in error.</summary>
    public Stay? Compare(MemberRow row, MemberHistory member, OrganizationHistory cell)
    {
        if (row.HowIn is null || row.State is null)
        {
            return null;
        }

        var stay = row.HowIn == HowIn.BeforeRecords ? before.Find(row, member, cell) : arrival.Find(row, member, cell);
        if (stay is null)
        {
            return null;
        }

        if (row.HowOut != HowOut.NotEnded)
        {
            ending.End(row, member, stay);
        }
        else
        {
            ending.GoOn(row, member, stay);
        }

        return HasOneStayADay(row, member) ? stay : null;
    }

    private bool HasOneStayADay(MemberRow row, MemberHistory member)
    {
        for (var i = 1; i < member.Stays.Count; i++)
        {
            var (one, next) = (member.Stays[i - 1], member.Stays[i]);
            if (one.ToOn is null || one.ToOn > next.FromOn || one.ToOn < one.FromOn)
            {
                plan.Issues.Error(
                    Sheet,
                    row,
                    Column.CameOn,
                    null,
                    "exchange.import.stays-overlap",
                    plan.Organizations.CodeOf(one.CellId),
                    next.FromOn
                );
                return false;
            }
        }

        return true;
    }
}
