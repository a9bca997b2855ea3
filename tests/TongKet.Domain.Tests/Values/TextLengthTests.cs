using System.Reflection;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;

namespace TongKet.Domain.Tests.Values;

public sealed class TextLengthTests
{
    private static readonly TextLength Ten = new("reviews.return.why", 10);

    public static TheoryData<string> Declared => [.. All().Select(f => $"{f.DeclaringType!.FullName}.{f.Name}")];

    [Theory, MemberData(nameof(Declared))]
    public void Exactly_as_much_as_is_allowed_passes_and_one_more_does_not(string name)
    {
        var length = (TextLength)All().Single(f => $"{f.DeclaringType!.FullName}.{f.Name}" == name).GetValue(null)!;

        Assert.Null(length.Check(new string('ă', length.Most)));
        Assert.NotNull(length.Check(new string('ă', length.Most + 1)));
    }

    [Fact]
    public void A_refusal_quotes_the_beginning_and_tells_how_long_it_is_and_may_be()
    {
        var refusal = new TextLength("reviews.return.why", 1_000).Check("Chi bộ  cần\r\nghi rõ " + new string('a', 1_200))!;

        Assert.Equal("web.form.too-long", refusal.Code);
        Assert.Equal("Chi bộ cần ghi rõ " + new string('a', 20), refusal.With[1]);
        Assert.Equal([1_219, 1_000], refusal.With.Skip(2));
        Assert.Equal("reviews.return.why", TextLength.FieldOf(refusal));
    }

    [Fact]
    public void The_end_of_a_line_is_one_character_as_the_browser_counts_it()
    {
        Assert.Null(Ten.Check("1234\r\n6789\r"));
        Assert.Null(Ten.Check("12\r\n45\r\n789a"));
        Assert.NotNull(Ten.Check("12\r\n45\r\n789ab"));
    }

    [Fact]
    public void What_stood_there_before_is_not_refused_until_it_is_typed_anew()
    {
        var before = new string('x', 11);

        Assert.Null(Ten.Check(before, before));
        Assert.NotNull(Ten.Check(before + "y", before));
    }

    [Fact]
    public void Of_a_form_with_many_lines_it_says_whose_line_it_is()
    {
        var refusal = Ten.Check(new string('x', 11), whose: "Lê Văn Tám")!;

        Assert.Equal(("web.form.too-long-of", "Lê Văn Tám"), (refusal.Code, refusal.With[^1]));
    }

    [Fact]
    public void A_sign_of_two_halves_is_not_cut_in_the_middle()
    {
        var refusal = Ten.Check(new string('x', 39) + "😀😀")!;

        Assert.Equal(new string('x', 39), refusal.With[1]);
    }

    [Fact]
    public void All_texts_of_a_form_that_are_too_long_are_told_at_once() =>
        Assert.Equal(
            ["reviews.restate.why", "reviews.decision.number"],
            RestatementRule
                .Check(
                    default,
                    (Grade.Good, default),
                    new string('x', 1_001),
                    "Đảng ủy",
                    new DateOnly(2024, 3, 1),
                    new string('x', 101),
                    2023,
                    null,
                    new DateOnly(2024, 4, 1)
                )
                .Select(TextLength.FieldOf)
        );

    private static IEnumerable<FieldInfo> All() =>
        typeof(TextLength)
            .Assembly.GetTypes()
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public))
            .Where(f => f.FieldType == typeof(TextLength));
}
