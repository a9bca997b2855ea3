using TongKet.Domain.Members;
using TongKet.Domain.Values;
using static TongKet.Exchange.ReadWorkbook.MemberColumn;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>How and when a member came and left, on one line: a movement without its day cannot be counted.</summary>
internal static class MemberStayChecks
{
    public static void Check(SheetCells cells, MemberRow member)
    {
        CheckComing(cells, member);
        CheckLeaving(cells, member);
        if (
            cells.IsEmpty(OtherPlace)
            && (member.HowIn is Domain.Members.HowIn.TransferredIn || member.State is MemberState.TransferredOut)
        )
        {
            cells.Warning(OtherPlace, "exchange.member.no-other-place");
        }
    }

    private static void CheckComing(SheetCells cells, MemberRow member)
    {
        if (cells.IsEmpty(MemberColumn.HowIn))
        {
            if (!cells.IsEmpty(CameOn))
            {
                cells.Error(MemberColumn.HowIn, "exchange.member.no-way-in");
            }

            return;
        }

        if (cells.IsEmpty(CameOn))
        {
            cells.Error(CameOn, "exchange.member.no-day-in", cells.Shown(MemberColumn.HowIn)!);
        }
        else if (member.HowIn is Domain.Members.HowIn.Admitted)
        {
            CheckCeremony(cells, member);
        }
    }

    private static void CheckCeremony(SheetCells cells, MemberRow member)
    {
        if (cells.IsEmpty(Admitted) || member.Admitted is { Precision: not DatePrecision.Day })
        {
            cells.Error(Admitted, "exchange.member.ceremony-day-needed");
        }
        else if (member.CameOn is { } came && member.Admitted is { } ceremony && came != ceremony.On)
        {
            cells.Error(CameOn, "exchange.member.day-in-not-ceremony", ceremony);
        }
    }

    private static void CheckLeaving(SheetCells cells, MemberRow member)
    {
        if (cells.IsEmpty(StateOn))
        {
            if (member.State is { } state && state.EndsStay())
            {
                cells.Error(StateOn, "exchange.member.no-day-out", cells.Shown(State)!);
            }
            else if (member.Condition is not null)
            {
                cells.Warning(StateOn, "exchange.member.no-day-of-condition", cells.Shown(State)!);
            }

            return;
        }

        if (cells.IsEmpty(State))
        {
            cells.Error(State, "exchange.member.no-state");
        }
        else if (member.HowOut != HowOut.NotEnded && Began(member) is { } began && member.StateOn < began.On)
        {
            cells.Error(StateOn, "exchange.member.out-before-in", began);
        }
    }

    // One who was there before the year cannot at least have left before he was admitted.
    private static PartialDate? Began(MemberRow member) =>
        member.HowIn switch
        {
            Domain.Members.HowIn.BeforeRecords => member.Admitted,
            null => null,
            _ => member.CameOn is { } on ? new PartialDate(on, DatePrecision.Day) : null,
        };
}
