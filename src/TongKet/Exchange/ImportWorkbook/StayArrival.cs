using TongKet.Domain.Members;
using TongKet.Exchange.ReadWorkbook;
using Column = TongKet.Exchange.ReadWorkbook.MemberColumn;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>A line that says how and when its member came: the stay that began so, or a new one.</summary>
internal sealed class StayArrival(ImportPlan plan, StayLinks links)
{
    private static readonly SheetForm Sheet = WorkbookForm.Members;

    public Stay? Find(MemberRow row, MemberHistory member, OrganizationHistory cell)
    {
        if (row.CameOn is not { } day)
        {
            return null;
        }

        var howIn = row.HowIn!.Value;
        if (member.Stays.Find(s => s.CellId == cell.Id && s.FromOn == day) is { } exact)
        {
            if (IsOtherThanMove(row, exact))
            {
                return null;
            }

            if (exact.HowIn != howIn)
            {
                exact.HowIn = howIn;
                plan.Writes.Stays.Change(exact, exact.CellId);
            }

            links.NameOrigin(row, exact);
            return exact;
        }

        if (member.Stays.Find(s => s.CellId == cell.Id && IsOfThisYear(s) && !IsAnother(row, s, day)) is { } corrected)
        {
            if (IsOtherThanMove(row, corrected))
            {
                return null;
            }

            links.MoveBeginning(member, corrected, day);
            corrected.HowIn = howIn;
            plan.Writes.Stays.Change(corrected, corrected.CellId);
            links.NameOrigin(row, corrected);
            return corrected;
        }

        return ComeIn(row, member, cell, day, howIn);
    }

    private Stay? ComeIn(MemberRow row, MemberHistory member, OrganizationHistory cell, DateOnly day, HowIn howIn)
    {
        if (member.StayOn(day) is { } until)
        {
            if (howIn != HowIn.TransferredIn || until.CellId == cell.Id)
            {
                plan.Issues.Error(Sheet, row, Column.HowIn, null, "exchange.import.still-there", CodeOf(until), day);
                return null;
            }

            if (until.ToOn is not null)
            {
                plan.Issues.Error(Sheet, row, Column.CameOn, null, "exchange.import.stays-overlap", CodeOf(until), until.ToOn);
                return null;
            }
        }

        var isFirst = member.Stays.TrueForAll(s => s.FromOn > day);
        var stay = links.Begin(member, cell.Id, day, howIn);
        if (howIn == HowIn.TransferredIn && !links.ComeFrom(row, member, stay, isFirst))
        {
            return null;
        }

        if (member.Stays.Find(s => s.FromOn > day) is { HowIn: HowIn.TransferredIn } next && row.HowOut == HowOut.NotEnded)
        {
            links.Move(stay, next);
        }

        return stay;
    }

    /// <summary>A stay that was over when this one began, or begins when this one is over.</summary>
    private static bool IsAnother(MemberRow row, Stay stay, DateOnly day) =>
        stay.ToOn <= day || (row.HowOut != HowOut.NotEnded && row.StateOn <= stay.FromOn);

    /// <summary>The stay is known to have begun by a move; the line says that it began in another way.</summary>
    private bool IsOtherThanMove(MemberRow row, Stay stay)
    {
        if (stay.CameFromId is null || row.HowIn == HowIn.TransferredIn)
        {
            return false;
        }

        plan.Issues.Error(
            Sheet,
            row,
            Column.HowIn,
            null,
            "exchange.import.still-there",
            plan.Organizations.CodeOf(stay.CameFromId.Value),
            stay.FromOn
        );
        return true;
    }

    /// <summary>A beginning that this year's file may have said otherwise before.</summary>
    private bool IsOfThisYear(Stay stay) =>
        stay.HowIn == HowIn.BeforeRecords ? stay.FromOn >= plan.Eve : stay.FromOn >= plan.FirstDay && stay.FromOn <= plan.LastDay;

    private string CodeOf(Stay stay) => plan.Organizations.CodeOf(stay.CellId);
}
