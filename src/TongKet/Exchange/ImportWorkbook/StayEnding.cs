using TongKet.Domain.Members;
using TongKet.Exchange.ReadWorkbook;
using Column = TongKet.Exchange.ReadWorkbook.MemberColumn;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>How the stay ends that a line speaks of, or that it goes on.</summary>
internal sealed class StayEnding(ImportPlan plan, StayLinks links)
{
    private static readonly SheetForm Sheet = WorkbookForm.Members;

    public void End(MemberRow row, MemberHistory member, Stay stay)
    {
        if (row.StateOn is not { } day)
        {
            return;
        }

        if (day < stay.FromOn)
        {
            plan.Issues.Error(Sheet, row, Column.StateOn, Shown(day), "exchange.import.left-before-came", stay.FromOn);
            return;
        }

        var next = member.Stays.Find(s => s != stay && s.FromOn >= (stay.ToOn ?? stay.FromOn));
        if (
            next is not null
            && row.HowOut == HowOut.TransferredOut
            && next.CameFromId == stay.CellId
            && next.FromOn == stay.ToOn
            && next.FromOn != day
        )
        {
            // The two ends of a move have one day.
            links.MoveBeginning(member, next, day);
        }

        if (next is not null && (next.FromOn < day || row.HowOut == HowOut.Died || IsMove(stay, next, row)))
        {
            Overlap(row, day, next.CellId, next.FromOn);
            return;
        }

        if (stay.ToOn is { } ended && ended != day && (ended < plan.FirstDay || ended > plan.LastDay))
        {
            // Another year's file, or the program itself, says otherwise.
            Overlap(row, day, stay.CellId, ended);
            return;
        }

        if (stay.ToOn != day || stay.HowOut != row.HowOut)
        {
            (stay.ToOn, stay.HowOut) = (day, row.HowOut);
            if (row.HowOut != HowOut.TransferredOut)
            {
                (stay.WentToId, stay.WentToText) = (null, null);
            }

            plan.Writes.Stays.Change(stay, stay.CellId);
        }

        if (row.HowOut == HowOut.TransferredOut)
        {
            links.GoTo(row, member, stay);
        }
    }

    /// <summary>The stay is known to have ended by a move; the line says that it ended in another way.</summary>
    private static bool IsMove(Stay stay, Stay next, MemberRow row) =>
        next.CameFromId == stay.CellId && next.FromOn == stay.ToOn && row.HowOut != HowOut.TransferredOut;

    private void Overlap(MemberRow row, DateOnly day, long cellId, DateOnly knownOn) =>
        plan.Issues.Error(
            Sheet,
            row,
            Column.StateOn,
            Shown(day),
            "exchange.import.stays-overlap",
            plan.Organizations.CodeOf(cellId),
            knownOn
        );

    /// <summary>The line knows of no end. One that this year's file once gave is taken back; one that a move gave stands.</summary>
    public void GoOn(MemberRow row, MemberHistory member, Stay stay)
    {
        if (stay.ToOn is not { } ended || ended > plan.LastDay)
        {
            return;
        }

        if (member.Stays[^1] != stay)
        {
            plan.Issues.Warn(
                Sheet,
                row.Row,
                Column.State,
                null,
                "exchange.import.moved-on",
                plan.Organizations.CodeOf(member.Stays[^1].CellId),
                ended
            );
            return;
        }

        (stay.ToOn, stay.HowOut, stay.WentToId, stay.WentToText) = (null, HowOut.NotEnded, null, null);
        plan.Writes.Stays.Change(stay, stay.CellId);
    }

    private static string Shown(DateOnly day) =>
        day.ToString("dd'/'MM'/'yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
