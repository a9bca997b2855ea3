using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Values;
using TongKet.Store;

namespace TongKet.Members.RecordPost;

/// <param name="ToOn">The first day on which he no longer holds it; null while he does.</param>
/// <param name="ManagedById">Whose committee manages the post from now on.</param>
public sealed record ChangePostCommand(long MemberId, long PostId, DateOnly? ToOn, long? ManagedById);

/// <summary>Writes down that a post was laid down, or that another level manages it.</summary>
public sealed class ChangePostHandler(PostDesks desks, MemberFiles files, ChangeLog log)
{
    public const string Act = "members.change-post";

    public async Task<Outcome<MemberPost>> HandleAsync(ChangePostCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        if (
            await desks.FindAsync(actor, command.MemberId, track: true, cancel) is not { } desk
            || desk.HeldOn(files.Today).FirstOrDefault(p => p.Id == command.PostId) is not { } post
            || desk.Places.All(p => p.Id != post.OrganizationId)
            || (command.ManagedById is { } manager && desk.Managers.All(m => m.Id != manager))
        )
        {
            return new Refusal("member.not-found");
        }

        if (command.ToOn is { } to && PostRule.CheckEnd(post, to, files.Today) is { } refusal)
        {
            return refusal;
        }

        (post.ToOn, post.ManagedById) = (command.ToOn, command.ManagedById);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(post, post.Id, post.OrganizationId, (post.ToOn ?? post.FromOn).Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return post;
    }
}
