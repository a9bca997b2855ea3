using TongKet.Domain.Members;
using TongKet.Exchange.ReadWorkbook;
using Column = TongKet.Exchange.ReadWorkbook.MemberColumn;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>A line that says «was there before»: its member is left where he is.</summary>
internal sealed class StayBefore(ImportPlan plan, StayLinks links)
{
    private static readonly SheetForm Sheet = WorkbookForm.Members;

    /// <summary>The stay of the year in the cell of the line; a new cell without a day is an error.</summary>
    public Stay? Find(MemberRow row, MemberHistory member, OrganizationHistory cell)
    {
        var stays = member.Stays;
        if (stays.Count == 0)
        {
            return links.Begin(member, cell.Id, plan.Eve, HowIn.BeforeRecords);
        }

        // A line of an earlier year may come again: it names the day on which he left then.
        var there =
            stays.FindLast(s => s.CellId == cell.Id && row.HowOut != HowOut.NotEnded && s.ToOn == row.StateOn)
            ?? stays.FindLast(s => s.CellId == cell.Id && Touches(s) && !BeginsAfter(row, s));
        if (there is not null)
        {
            if (there.HowIn == HowIn.BeforeRecords && there.FromOn > plan.Eve && stays[0] == there)
            {
                there.FromOn = plan.Eve;
                plan.Writes.Stays.Change(there, there.CellId);
            }

            return there;
        }

        if (stays[0].FromOn > plan.LastDay || BeginsAfter(row, stays[0]))
        {
            return BeginBeforeLater(row, member, cell);
        }

        if (stays.Find(Touches) is { } elsewhere)
        {
            plan.Issues.Error(
                Sheet,
                row,
                Column.CameOn,
                null,
                "exchange.import.cell-without-day",
                CodeOf(elsewhere),
                row.CellCode!
            );
            return null;
        }

        plan.Issues.Error(Sheet, row, Column.HowIn, null, "exchange.import.back-without-way", CodeOf(stays[^1]), stays[^1].ToOn!);
        return null;
    }

    /// <summary>An earlier year's file comes after a later one: he was here until the day on which that one saw him come.</summary>
    private Stay? BeginBeforeLater(MemberRow row, MemberHistory member, OrganizationHistory cell)
    {
        var later = member.Stays[0];
        if (BeginsAfter(row, later))
        {
            return links.Begin(member, cell.Id, plan.Eve, HowIn.BeforeRecords);
        }

        if (later.HowIn == HowIn.BeforeRecords && later.CellId == cell.Id)
        {
            later.FromOn = plan.Eve;
            plan.Writes.Stays.Change(later, later.CellId);
            return later;
        }

        if (later.HowIn == HowIn.TransferredIn && later.CellId != cell.Id)
        {
            var before = links.Begin(member, cell.Id, plan.Eve, HowIn.BeforeRecords);
            links.Move(before, later);
            return before;
        }

        plan.Issues.Error(Sheet, row, Column.State, null, "exchange.import.stays-overlap", CodeOf(later), later.FromOn);
        return null;
    }

    /// <summary>In the head-count on some day of the year, or leaving on one.</summary>
    private bool Touches(Stay stay) => stay.FromOn <= plan.LastDay && (stay.ToOn is null || stay.ToOn >= plan.FirstDay);

    /// <summary>The line speaks of a stay that was over before this one began.</summary>
    private static bool BeginsAfter(MemberRow row, Stay stay) =>
        row.HowOut != HowOut.NotEnded
        && (stay.HowIn == HowIn.BeforeRecords ? row.StateOn <= stay.FromOn : row.StateOn < stay.FromOn);

    private string CodeOf(Stay stay) => plan.Organizations.CodeOf(stay.CellId);
}
