using TongKet.Domain.Members;
using TongKet.Domain.Reviews;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>One member as the database knows him over time; empty where the file brings him in.</summary>
public sealed class MemberHistory(Member member)
{
    public Member Member { get; } = member;

    /// <summary>By date.</summary>
    public List<Stay> Stays { get; } = [];
    public List<MemberConditionSpan> Conditions { get; } = [];
    public List<MemberPost> Posts { get; } = [];

    /// <summary>Of the file's year.</summary>
    public MemberGrade? Grade { get; set; }

    /// <summary>The first line of the file that is about him.</summary>
    public int? Row { get; set; }

    public Stay? StayOn(DateOnly day) => Stays.Find(s => s.FromOn <= day && (s.ToOn is null || s.ToOn > day));

    public void SortStays()
    {
        Stay[] sorted = [.. Stays.OrderBy(s => s.FromOn).ThenBy(s => s.ToOn ?? DateOnly.MaxValue)];
        Stays.Clear();
        Stays.AddRange(sorted);
    }

    public Stay Put(Stay stay)
    {
        var at = Stays.FindIndex(s => s.FromOn > stay.FromOn);
        Stays.Insert(at < 0 ? Stays.Count : at, stay);
        return stay;
    }
}
