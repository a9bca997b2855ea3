using TongKet.Domain.Values;

namespace TongKet.Domain.Members;

/// <summary>When a post may be written down as held, and as laid down.</summary>
public static class PostRule
{
    /// <param name="held">All posts of the member, of any time.</param>
    public static IReadOnlyList<Refusal> Check(
        string title,
        long? organizationId,
        DateOnly from,
        MemberCourse course,
        IEnumerable<MemberPost> held,
        DateOnly today
    )
    {
        var refusals = new List<Refusal>();
        if (title.Length == 0)
        {
            refusals.Add(new("member.post.no-title"));
        }

        if (organizationId is null)
        {
            refusals.Add(new("member.post.no-organization"));
        }

        if (from > today)
        {
            refusals.Add(new("member.post.in-future"));
        }
        else if (!course.Stays.Any(s => s.FromOn <= from && (s.ToOn is null || s.ToOn > from)))
        {
            refusals.Add(new("member.post.not-there"));
        }

        var same = held.FirstOrDefault(p =>
            p.OrganizationId == organizationId
            && (p.ToOn is null || p.ToOn > from)
            && VietnameseText.Fold(p.Title) == VietnameseText.Fold(title)
        );
        if (same is not null)
        {
            refusals.Add(new("member.post.held-already", null, same.Title, same.FromOn));
        }

        return refusals;
    }

    /// <summary>Null where a post may be laid down on a day.</summary>
    public static Refusal? CheckEnd(MemberPost post, DateOnly to, DateOnly today) =>
        to > today ? new("member.post.in-future")
        : to <= post.FromOn ? new("member.post.ends-before", null, post.FromOn)
        : null;
}
