using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Members.RecordPost;

/// <param name="ManagedById">Whose committee manages the post; null where the rules on authority say so by themselves.</param>
public sealed record TakePostCommand(
    long MemberId,
    long? OrganizationId,
    string? Title,
    DateOnly FromOn,
    long? ManagedById,
    string? Decision
);

/// <summary>Writes down that a member holds a post; he may hold several at once.</summary>
public sealed class TakePostHandler(AppStore store, PostDesks desks, MemberFiles files, RecordIds ids, ChangeLog log)
{
    public const string Act = "members.take-post";

    public async Task<Outcome<MemberPost>> HandleAsync(TakePostCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        if (
            await desks.FindAsync(actor, command.MemberId, track: true, cancel) is not { } desk
            || (command.OrganizationId is { } place && desk.Places.All(p => p.Id != place))
            || (command.ManagedById is { } manager && desk.Managers.All(m => m.Id != manager))
        )
        {
            return new Refusal("member.not-found");
        }

        var title = VietnameseText.Tidy(command.Title ?? "");
        List<Refusal> refusals =
        [
            .. PostRule.Check(title, command.OrganizationId, command.FromOn, desk.Member.Course, desk.Posts, files.Today),
            .. TextLength.Check((command.Title, MemberPost.TitleLength), (command.Decision, MemberPost.DecisionLength)),
        ];
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        var post = new MemberPost
        {
            Id = await ids.NextAsync(cancel),
            MemberId = command.MemberId,
            OrganizationId = command.OrganizationId!.Value,
            Title = title,
            Rank = PostRank.Of(title),
            FromOn = command.FromOn,
            ManagedById = command.ManagedById,
            Decision = string.IsNullOrWhiteSpace(command.Decision) ? null : VietnameseText.Tidy(command.Decision),
        };
        store.Add(post);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(post, post.Id, post.OrganizationId, post.FromOn.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return post;
    }
}
