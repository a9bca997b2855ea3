using TongKet.Domain.Members;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>The closed list of «Trạng thái»: going on, a condition, or the end of the stay.</summary>
public enum MemberState : byte
{
    Active = 0,
    Exempt = 1,
    Suspended = 2,
    TransferredOut = 3,
    Died = 4,
    StruckOff = 5,
    Expelled = 6,
    Left = 7,
}

public static class MemberStates
{
    public static HowOut HowOut(this MemberState state) =>
        state switch
        {
            MemberState.TransferredOut => Domain.Members.HowOut.TransferredOut,
            MemberState.Died => Domain.Members.HowOut.Died,
            MemberState.StruckOff => Domain.Members.HowOut.StruckOff,
            MemberState.Expelled => Domain.Members.HowOut.Expelled,
            MemberState.Left => Domain.Members.HowOut.Left,
            _ => Domain.Members.HowOut.NotEnded,
        };

    public static MemberCondition? Condition(this MemberState state) =>
        state switch
        {
            MemberState.Exempt => MemberCondition.Exempt,
            MemberState.Suspended => MemberCondition.Suspended,
            _ => null,
        };

    public static bool EndsStay(this MemberState state) => state.HowOut() != Domain.Members.HowOut.NotEnded;
}
