using TongKet.Members.RecordMovement;
using TongKet.Web.Components;

namespace TongKet.Members.RecordPost;

/// <summary>A post as typed, kept as typed until it can be saved.</summary>
public sealed class PostInput
{
    public long? Place { get; set; }
    public string? Title { get; set; }
    public string? From { get; set; }
    public long? Manager { get; set; }
    public string? Decision { get; set; }

    public TakePostCommand? Read(long memberId, FormErrors errors)
    {
        var from = MovementTyped.ReadDay(From, "Form.From", true, errors);
        return errors.Any ? null : new(memberId, Place, Title, from!.Value, Manager, Decision);
    }

    public static string? FieldOf(string code) =>
        code switch
        {
            "member.post.no-title" or "member.post.held-already" or "members.column.post" => "Form.Title",
            "member.post.no-organization" => "Form.Place",
            "member.post.in-future" or "member.post.not-there" => "Form.From",
            "members.record.decision" => "Form.Decision",
            _ => null,
        };
}

/// <summary>What is changed of a post that he holds.</summary>
public sealed class HeldPostInput
{
    public long Post { get; set; }
    public string? To { get; set; }
    public long? Manager { get; set; }

    public ChangePostCommand? Read(long memberId, FormErrors errors)
    {
        var to = MovementTyped.ReadDay(To, "Held.To", false, errors);
        return errors.Any ? null : new(memberId, Post, to, Manager);
    }
}
