using TongKet.Domain.Members;

namespace TongKet.Domain.Tests.Members;

public sealed class PostRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateOnly Came = new(2020, 3, 1);
    private static readonly Member Somebody = new()
    {
        FullName = "A",
        NameFolded = "a",
        NameSortKey = "a",
    };

    private readonly MemberCourse course = new(Somebody, [new() { FromOn = Came, CellId = 1 }], []);

    [Fact]
    public void A_post_is_held_from_the_day_on_which_he_stands_in_a_cell_and_not_the_day_before()
    {
        Assert.Empty(Codes("Bí thư", 1, Came));
        Assert.Equal(["member.post.not-there"], Codes("Bí thư", 1, Came.AddDays(-1)));
        Assert.Empty(Codes("Bí thư", 1, Today));
        Assert.Equal(["member.post.in-future"], Codes("Bí thư", 1, Today.AddDays(1)));
    }

    [Fact]
    public void What_is_missing_is_named() =>
        Assert.Equal(["member.post.no-title", "member.post.no-organization"], Codes("", null, Today));

    [Fact]
    public void Several_posts_are_held_at_once_but_the_same_one_only_once()
    {
        var held = Post(new(2024, 1, 1), null);
        Assert.Equal(["member.post.held-already"], Codes("bí thư chi bộ", 1, Today, held));
        Assert.Empty(Codes("Bí thư chi bộ", 2, Today, held));
        Assert.Empty(Codes("Phó Bí thư chi bộ", 1, Today, held));
        // Laid down on that very day, it may be taken up again.
        Assert.Empty(Codes("Bí thư chi bộ", 1, Today, Post(new(2024, 1, 1), Today)));
        Assert.Equal(["member.post.held-already"], Codes("Bí thư chi bộ", 1, Today, Post(new(2024, 1, 1), Today.AddDays(1))));
    }

    [Fact]
    public void A_post_is_laid_down_after_the_day_on_which_it_was_taken_up_and_not_in_the_future()
    {
        var post = Post(new(2024, 1, 1), null);
        Assert.Null(PostRule.CheckEnd(post, new(2024, 1, 2), Today));
        Assert.Equal("member.post.ends-before", PostRule.CheckEnd(post, new(2024, 1, 1), Today)!.Code);
        Assert.Equal("member.post.in-future", PostRule.CheckEnd(post, Today.AddDays(1), Today)!.Code);
    }

    private static MemberPost Post(DateOnly from, DateOnly? to) =>
        new()
        {
            OrganizationId = 1,
            Title = "Bí thư chi bộ",
            FromOn = from,
            ToOn = to,
        };

    private IEnumerable<string> Codes(string title, long? organization, DateOnly from, params MemberPost[] held) =>
        PostRule.Check(title, organization, from, course, held, Today).Select(r => r.Code);
}
