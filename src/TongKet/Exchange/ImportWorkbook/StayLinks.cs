using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// The two ends of a move between cells of this register: the old stay ends as transferred out on the day on which the
/// new one begins as transferred in, each naming the other's cell. Either both name it or neither, else the movement of
/// the organization above both would not close.
/// </summary>
internal sealed class StayLinks(ImportPlan plan)
{
    public Stay Begin(MemberHistory member, long cellId, DateOnly fromOn, HowIn howIn) =>
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

    public void Move(Stay from, Stay to)
    {
        if (!plan.Organizations.IsInScope(from.CellId) || !plan.Organizations.IsInScope(to.CellId))
        {
            return;
        }

        if ((from.ToOn, from.HowOut, from.WentToId, from.WentToText) != (to.FromOn, HowOut.TransferredOut, to.CellId, null))
        {
            (from.ToOn, from.HowOut, from.WentToId, from.WentToText) = (to.FromOn, HowOut.TransferredOut, to.CellId, null);
            plan.Writes.Stays.Change(from, from.CellId);
        }

        if ((to.CameFromId, to.CameFromText) != (from.CellId, null))
        {
            (to.CameFromId, to.CameFromText) = (from.CellId, null);
            plan.Writes.Stays.Change(to, to.CellId);
        }
    }

    /// <summary>Where one who was transferred in came from: the stay that ends that day, the cell that the line names, or words.</summary>
    public bool ComeFrom(MemberRow row, MemberHistory member, Stay stay, bool isFirst)
    {
        var before = member.Stays.FindLast(s =>
            s != stay && s.FromOn <= stay.FromOn && (s.ToOn is null || s.ToOn >= stay.FromOn)
        );
        if (before is not null && (before.ToOn is null || before.HowOut == HowOut.TransferredOut))
        {
            if (!plan.Organizations.IsInScope(before.CellId) && before.ToOn is null)
            {
                plan.Issues.Error(
                    WorkbookForm.Members,
                    row,
                    MemberColumn.CitizenId,
                    row.Key,
                    "exchange.import.member-outside-scope"
                );
                return false;
            }

            Move(before, stay);
        }
        else if (isFirst && row.HowOut == HowOut.NotEnded && InnerCell(row, stay.CellId) is { } origin)
        {
            // A move within the file of somebody new here: until then he stood in the other cell.
            Move(Begin(member, origin.Id, plan.Eve, HowIn.BeforeRecords), stay);
        }

        NameOrigin(row, stay);
        return true;
    }

    /// <summary>The origin in words, where it is outside this register and the line does not speak of leaving.</summary>
    public void NameOrigin(MemberRow row, Stay stay)
    {
        if (
            stay is { HowIn: HowIn.TransferredIn, CameFromId: null }
            && row.HowOut == HowOut.NotEnded
            && row.OtherPlace is { } place
            && stay.CameFromText != place
        )
        {
            stay.CameFromText = place;
            plan.Writes.Stays.Change(stay, stay.CellId);
        }
    }

    /// <summary>Where one who was transferred out went: a cell of this register, where he then stands, or words.</summary>
    public void GoTo(MemberRow row, MemberHistory member, Stay stay)
    {
        var next = member.Stays.Find(s => s != stay && s.FromOn >= stay.ToOn);
        var target = InnerCell(row, stay.CellId);
        if (next is { HowIn: HowIn.TransferredIn } && next.FromOn == stay.ToOn)
        {
            if (target is not null && target.Id != next.CellId)
            {
                plan.Issues.Error(
                    WorkbookForm.Members,
                    row,
                    MemberColumn.OtherPlace,
                    row.OtherPlace,
                    "exchange.import.stays-overlap",
                    plan.Organizations.CodeOf(next.CellId),
                    next.FromOn
                );
            }

            Move(stay, next);
        }
        else if (next is null && target is not null)
        {
            Move(stay, Begin(member, target.Id, stay.ToOn!.Value, HowIn.TransferredIn));
        }
        else if (stay.WentToId is null && row.OtherPlace is { } place && stay.WentToText != place)
        {
            stay.WentToText = place;
            plan.Writes.Stays.Change(stay, stay.CellId);
        }
    }

    /// <summary>Corrects the day on which a stay began, and with it the end of the one that it followed.</summary>
    public void MoveBeginning(MemberHistory member, Stay stay, DateOnly day)
    {
        var before = member.Stays.Find(s => s != stay && s.ToOn == stay.FromOn && s.WentToId == stay.CellId);
        stay.FromOn = day;
        plan.Writes.Stays.Change(stay, stay.CellId);
        if (before is not null && before.FromOn <= day)
        {
            before.ToOn = day;
            plan.Writes.Stays.Change(before, before.CellId);
        }

        member.SortStays();
    }

    /// <summary>The other place as a cell of the file or of the database within the scope; elsewhere it is only words.</summary>
    private OrganizationHistory? InnerCell(MemberRow row, long cellId) =>
        plan.Organizations.Find(row.OtherPlace) is { Kind: { } kind } other
        && kind.IsCell()
        && other.Id != cellId
        && plan.Organizations.IsInScope(other.Id)
            ? other
            : null;
}
