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

    private readonly StayLinks links = new(plan);

    /// <summary>The stay that the line is about; null where it is in error.</summary>
    public Stay? Compare(MemberRow row, MemberHistory member, OrganizationHistory cell)
    {
        if (row.HowIn is null || row.State is null)
        {
            return null;
        }

        var stay = row.HowIn == HowIn.BeforeRecords ? FindOrBeginBefore(row, member, cell) : FindOrComeIn(row, member, cell);
        if (stay is null)
        {
            return null;
        }

        if (row.HowOut != HowOut.NotEnded)
        {
            new StayEnding(plan, links).End(row, member, stay);
        }
        else
        {
            new StayEnding(plan, links).GoOn(row, member, stay);
        }

        return HasOneStayADay(row, member) ? stay : null;
    }

    /// <summary>«Was there before»: left where he is; a new cell without a day is an error.</summary>
    private Stay? FindOrBeginBefore(MemberRow row, MemberHistory member, OrganizationHistory cell)
    {
        var stays = member.Stays;
        if (stays.Count == 0)
        {
            return Begin(member, cell.Id, plan.Eve, HowIn.BeforeRecords);
        }

        // A line of an earlier year may come again: it names the day on which he left then.
        var there =
            stays.FindLast(s => s.CellId == cell.Id && row.HowOut != HowOut.NotEnded && s.ToOn == row.StateOn)
            ?? stays.FindLast(s => s.CellId == cell.Id && Touches(s));
        if (there is not null)
        {
            if (there.HowIn == HowIn.BeforeRecords && there.FromOn > plan.Eve && stays[0] == there)
            {
                there.FromOn = plan.Eve;
                plan.Writes.Stays.Change(there, there.CellId);
            }

            return there;
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

        if (stays[0].FromOn > plan.LastDay)
        {
            return BeginBeforeLater(row, member, cell);
        }

        plan.Issues.Error(Sheet, row, Column.HowIn, null, "exchange.import.back-without-way", CodeOf(stays[^1]), stays[^1].ToOn!);
        return null;
    }

    /// <summary>An earlier year's file comes after a later one: he was here until the day on which that one saw him come.</summary>
    private Stay? BeginBeforeLater(MemberRow row, MemberHistory member, OrganizationHistory cell)
    {
        var later = member.Stays[0];
        if (later.HowIn == HowIn.BeforeRecords && later.CellId == cell.Id)
        {
            later.FromOn = plan.Eve;
            plan.Writes.Stays.Change(later, later.CellId);
            return later;
        }

        if (row.HowOut != HowOut.NotEnded && row.StateOn <= later.FromOn)
        {
            return Begin(member, cell.Id, plan.Eve, HowIn.BeforeRecords);
        }

        if (later.HowIn == HowIn.TransferredIn && later.CellId != cell.Id)
        {
            var before = Begin(member, cell.Id, plan.Eve, HowIn.BeforeRecords);
            links.Move(before, later);
            return before;
        }

        plan.Issues.Error(Sheet, row, Column.State, null, "exchange.import.stays-overlap", CodeOf(later), later.FromOn);
        return null;
    }

    private Stay? FindOrComeIn(MemberRow row, MemberHistory member, OrganizationHistory cell)
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
        var stay = Begin(member, cell.Id, day, howIn);
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

    private Stay Begin(MemberHistory member, long cellId, DateOnly fromOn, HowIn howIn) =>
        member.Put(
            plan.Writes.Stays.Add(
                new()
                {
                    Id = plan.NextId(),
                    MemberId = member.Member.Id,
                    CellId = cellId,
                    FromOn = fromOn,
                    HowIn = howIn,
                },
                cellId
            )
        );

    /// <summary>In the head-count on some day of the year, or leaving on one.</summary>
    private bool Touches(Stay stay) => stay.FromOn <= plan.LastDay && (stay.ToOn is null || stay.ToOn >= plan.FirstDay);

    /// <summary>A beginning that this year's file may have said otherwise before.</summary>
    private bool IsOfThisYear(Stay stay) =>
        stay.HowIn == HowIn.BeforeRecords ? stay.FromOn >= plan.Eve : stay.FromOn >= plan.FirstDay && stay.FromOn <= plan.LastDay;

    private bool HasOneStayADay(MemberRow row, MemberHistory member)
    {
        for (var i = 1; i < member.Stays.Count; i++)
        {
            var (one, next) = (member.Stays[i - 1], member.Stays[i]);
            if (one.ToOn is null || one.ToOn > next.FromOn || one.ToOn < one.FromOn)
            {
                plan.Issues.Error(Sheet, row, Column.CameOn, null, "exchange.import.stays-overlap", CodeOf(one), next.FromOn);
                return false;
            }
        }

        return true;
    }

    private string CodeOf(Stay stay) => plan.Organizations.CodeOf(stay.CellId);
}
