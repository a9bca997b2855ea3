using TongKet.Domain.Members;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>
/// «Chức vụ đảng»: the post held in the cell of the line. The sheet names no day, so a post begins, changes and ends on
/// the 1 January of the file's year, within the stay. Posts held elsewhere are no matter of this sheet.
/// </summary>
internal sealed class PostPlan(ImportPlan plan)
{
    public void Compare(MemberRow row, MemberHistory member, Stay stay)
    {
        var from = stay.FromOn > plan.FirstDay ? stay.FromOn : plan.FirstDay;
        var held = member.Posts.Find(p =>
            p.OrganizationId == stay.CellId && p.FromOn <= plan.LastDay && (p.ToOn is null || p.ToOn > from)
        );
        if (row.Post is { } title && (stay.ToOn is null || stay.ToOn > from))
        {
            Hold(title, member, stay, held, from);
        }
        else if (row.Post is null && held is { ToOn: null })
        {
            End(held, from);
        }

        // Whoever left a cell holds no post there.
        foreach (var post in member.Posts.Where(p => p.ToOn is null))
        {
            if (member.Stays.FindLast(s => s.CellId == post.OrganizationId) is { ToOn: { } left })
            {
                End(post, left);
            }
        }
    }

    private void Hold(string title, MemberHistory member, Stay stay, MemberPost? held, DateOnly from)
    {
        if (held?.Title == title)
        {
            return;
        }

        if (held is not null && held.FromOn >= from)
        {
            (held.Title, held.Rank) = (title, PostRank.Of(title));
            plan.Writes.Posts.Change(held, held.OrganizationId);
            return;
        }

        var later = member.Posts.Find(p => p.OrganizationId == stay.CellId && p.FromOn > plan.LastDay);
        if (held is null && later?.Title == title)
        {
            // A later year's file knew of it first.
            later.FromOn = from;
            plan.Writes.Posts.Change(later, later.OrganizationId);
            return;
        }

        if (held is { ToOn: null })
        {
            End(held, from);
        }

        member.Posts.Add(
            plan.Writes.Posts.Add(
                new()
                {
                    Id = plan.NextId(),
                    MemberId = member.Member.Id,
                    OrganizationId = stay.CellId,
                    Title = title,
                    Rank = PostRank.Of(title),
                    FromOn = from,
                    ToOn = later?.FromOn ?? stay.ToOn,
                },
                stay.CellId
            )
        );
    }

    private void End(MemberPost post, DateOnly day)
    {
        post.ToOn = day > post.FromOn ? day : post.FromOn;
        plan.Writes.Posts.Change(post, post.OrganizationId);
    }
}
