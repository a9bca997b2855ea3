using TongKet.Domain.Values;

namespace TongKet.Domain.Meetings;

/// <summary>What minutes can say. How often a cell has to meet is not checked here.</summary>
public static class MeetingRule
{
    /// <summary>No cell is larger; a number beyond it is a slip.</summary>
    private const int MostMembers = 9_999;

    public static IReadOnlyList<Refusal> Check(MeetingKind? kind, DateOnly? heldOn, int? due, int? present, DateOnly today)
    {
        var refusals = new List<Refusal>();
        Refuse(kind is null, "meeting.kind.missing");
        Refuse(heldOn is null, "meeting.day.missing");
        Refuse(heldOn > today, "meeting.day.to-come");
        Refuse(present is null, "meeting.present.missing");
        Refuse(present is <= 0 or > MostMembers, "meeting.present.wrong");
        Refuse(due is <= 0 or > MostMembers, "meeting.due.wrong");
        Refuse(present > due && due is > 0, "meeting.present.more-than-due", present ?? 0, due ?? 0);
        return refusals;

        void Refuse(bool isWrong, string code, params object[] with)
        {
            if (isWrong)
            {
                refusals.Add(new(code, null, with));
            }
        }
    }
}
