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
            if (exact.HowIn != howIn)
            {
                exact.HowIn = howIn;
                plan.Writes.Stays.Change(exact, exact.CellId);
            }

            links.NameOrigin(row, exact);
            return exact;
        }

        if (member.Stays.Find(s => s.CellId == cell.Id && IsOfThisYear(s) && (s.ToOn is null || s.ToOn > day)) is { } corrected)
        {
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
        if (howIn == HowIn.TransferredIn)
        {
            links.ComeFrom(row, member, stay, isFirst);
        }

        if (member.Stays.Find(s => s.FromOn > day) is { HowIn: HowIn.TransferredIn } next && row.HowOut == HowOut.NotEnded)
        {
            links.Move(stay, next);
        }

        return stay;
    }

    /// <summary>A beginning that this year's file may have said otherwise before.</summary>
    private bool IsOfThisYear(Stay stay) =>
        stay.HowIn == HowIn.BeforeRecords ? stay.FromOn >= plan.Eve : stay.FromOn >= plan.FirstDay && stay.FromOn <= plan.LastDay;

    private string CodeOf(Stay stay) => plan.Organizations.CodeOf(stay.CellId);
}
