using System.Text.Json;
using TongKet.Domain.Regulations;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Regulations;

/// <summary>Versions are laid over what came with the program; what was pinned is found as it was.</summary>
public sealed class RuleSetVersionTests
{
    private static readonly RuleSet First = Regulation.Set("hd-25-2023");

    [Fact]
    public void The_last_version_rules_and_each_stays_to_be_found()
    {
        var (one, two) = (
            Publish(First, 1, "complaint_days", "30"),
            Publish(With(First, "complaint_days", "30"), 2, "complaint_days", "15")
        );
        var book = new RuleBook([First]);
        book.Take(RuleSetVersion.Take(book.First, [two, one]));

        Assert.Equal(15, book.All.Single()["complaint_days"].Int);
        Assert.Equal(30, book.Find(First.Id, one.Hash).Value!["complaint_days"].Int);
        Assert.Equal(First.Hash, book.Find(First.Id, First.Hash).Value!.Hash);
        Assert.Equal(two.Hash, book.All.Single().Hash);
    }

    [Fact]
    public void Over_a_corrected_file_what_was_published_goes_on_and_the_old_is_found()
    {
        var one = Publish(First, 1, "complaint_days", "30");
        var corrected = With(First, "sick_leave_months", "4");
        var book = new RuleBook([corrected]);
        book.Take(RuleSetVersion.Take(book.First, [one]));

        var now = book.All.Single();
        Assert.Equal((30, 4), (now["complaint_days"].Int, now["sick_leave_months"].Int));
        Assert.Equal(3, book.Find(First.Id, one.Hash).Value!["sick_leave_months"].Int);
        Assert.True(book.Find(First.Id, now.Hash).IsDone);
    }

    [Fact]
    public void A_version_that_does_not_say_what_its_hash_says_is_not_found()
    {
        var one = Publish(First, 1, "complaint_days", "30");
        var forged = Publish(First, 1, "complaint_days", "60", one.Hash);
        var book = new RuleBook([First]);
        book.Take(RuleSetVersion.Take(book.First, [forged]));

        Assert.Equal("regulation.pin.differs", Assert.Single(book.Find(First.Id, one.Hash).Refusals).Code);
    }

    [Fact]
    public void What_was_kept_is_found_by_its_hash_and_rules_nobody_else()
    {
        var corrected = With(First, "sick_leave_months", "4");
        var book = new RuleBook([corrected]);
        book.Take([], [KeptRuleSet.Of(First, 1).Read()!]);

        Assert.Equal(3, book.Find(First.Id, First.Hash).Value!["sick_leave_months"].Int);
        Assert.Equal(4, book.All.Single()["sick_leave_months"].Int);
    }

    [Fact]
    public void A_kept_text_that_does_not_say_what_its_hash_says_is_none()
    {
        var kept = KeptRuleSet.Of(First, 1);
        var forged = new KeptRuleSet
        {
            RuleSetId = kept.RuleSetId,
            Hash = kept.Hash,
            Content = RuleSetText.Of(With(First, "sick_leave_months", "4")),
        };

        Assert.Null(forged.Read());
    }

    private static RuleSet With(RuleSet set, string name, string value) =>
        set.With(name, set[name] with { Value = JsonSerializer.Deserialize<JsonElement>(value) });

    private static RuleSetVersion Publish(RuleSet before, int number, string name, string value, string? hash = null)
    {
        var after = With(before, name, value);
        return new()
        {
            RuleSetId = before.Id,
            Number = number,
            Parameter = name,
            Value = value,
            Reason = "thử",
            PublishedBy = "thử",
            BeforeHash = before.Hash,
            Hash = hash ?? after.Hash,
            Content = RuleSetText.Of(after),
        };
    }
}
