using System.Text.Json;
using System.Text.Json.Serialization;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Regulations;

/// <summary>Who is reviewed, who decides, which grade is barred, what is a majority: each regime's cases.</summary>
public sealed class ReviewCasesTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static TheoryData<string> RuleSets => Regulation.Of(RuleBook.AnnualReview);

    [Theory, MemberData(nameof(RuleSets))]
    public void Who_is_reviewed_and_who_is_graded_is_as_in_its_cases(string id) =>
        Assert.All(
            Regulation.Cases(id, "standing"),
            c =>
            {
                var set = Regulation.Set(id);
                DateOnly? since = c.GetProperty("since").GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd") : null;
                var on = Regulation.Day(c, "rosterOn");
                var standing =
                    Text(c, "of") == "member"
                        ? ReviewSubjectRule.OfMember(set, on, since, Conditions(c, on))
                        : ReviewSubjectRule.OfOrganization(set, on, since);

                Assert.Equal(
                    (Flag(c, "isReviewed"), Flag(c, "isGraded"), Text(c, "reason")),
                    (standing.IsReviewed, standing.IsGraded, $"{standing.Reason}")
                );
                Assert.Equal(standing.IsGraded, standing.Why is null);
            }
        );

    [Theory, MemberData(nameof(RuleSets))]
    public void The_level_that_decides_is_as_in_its_cases(string id) =>
        Assert.All(
            Regulation.Cases(id, "deciding"),
            c =>
            {
                var on = Regulation.Day(c, "on");
                var register = new SmallRegister();
                var path = c.GetProperty("path")
                    .EnumerateArray()
                    .Select(k => Enum.Parse<OrganizationKind>(k.GetString()!))
                    .ToList();
                for (var i = 0; i < path.Count; i++)
                {
                    register.Found(i + 1, i == 0 ? null : i, new(2010, 1, 1), path[i]);
                }

                var tree = register.Tree(on);
                var rule = new DecidingLevelRule(
                    Regulation.Set(id),
                    tree,
                    AsOf.At(Regulation.Book, on.Year, on).Rules.GrassrootsKinds
                );
                var last = tree.Find(path.Count)!;
                var decider = Text(c, "of") switch
                {
                    "member" => rule.OnMember(last),
                    "leader" => rule.OnLeader(last),
                    _ => rule.OnOrganization(last),
                };

                Assert.Equal(c.GetProperty("decides").GetString(), decider?.Organization.Kind.ToString());
            }
        );

    [Theory, MemberData(nameof(RuleSets))]
    public void The_best_grade_left_and_what_bars_the_next_are_as_in_its_cases(string id) =>
        Assert.All(
            Regulation.Cases(id, "conditions"),
            c =>
            {
                var conditions = GradeConditionRule.Check(
                    Regulation.Set(id),
                    Enum.Parse<ReviewSubject>(Text(c, "subject")),
                    c.GetProperty("facts").Deserialize<ReviewFacts>(Options)!
                );

                Assert.Equal(Text(c, "best"), $"{conditions.Best}");
                if (c.TryGetProperty("code", out var code))
                {
                    var why = Assert.Single(conditions.Of(Grade.Excellent));
                    Assert.Equal(
                        ("review.condition." + code.GetString(), c.GetProperty("article").GetString(), Flag(c, "confirmed")),
                        (why.Why.Code, why.Why.Article, why.Confirmed)
                    );
                }
            }
        );

    [Theory, MemberData(nameof(RuleSets))]
    public void A_vote_reaches_the_majority_or_just_fails_as_in_its_cases(string id) =>
        Assert.All(
            Regulation.Cases(id, "votes"),
            c =>
            {
                var set = Regulation.Set(id);
                var voters = new CellVoters(
                    Number(c, "official"),
                    Number(c, "present"),
                    Number(c, "present"),
                    Number(c, "elsewhere"),
                    Number(c, "exemptAbsent")
                );
                var @base = MajorityRule.BaseOf(set, voters);

                Assert.Equal(
                    (Number(c, "base"), Flag(c, "reaches")),
                    (@base, MajorityRule.Reaches(set, Number(c, "votes"), @base))
                );
                Assert.Equal(
                    Flag(c, "reaches") || @base == 0,
                    Number(c, "votes") >= (MajorityRule.Needed(set, @base) ?? 0) || @base == 0
                );
            }
        );

    [Fact]
    public void Every_document_of_the_review_has_the_same_parameters()
    {
        var sets = Regulation.Book.All.Where(r => r.Subject == RuleBook.AnnualReview).ToList();

        Assert.All(sets, set => Assert.Equal(sets[0].Parameters.Keys, set.Parameters.Keys));
    }

    private static IEnumerable<MemberConditionSpan> Conditions(JsonElement of, DateOnly on) =>
        // One that ended long ago, and those that hold.
        of.GetProperty("conditions")
            .EnumerateArray()
            .Select(c => new MemberConditionSpan { Condition = Enum.Parse<MemberCondition>(c.GetString()!), FromOn = on })
            .Append(
                new()
                {
                    Condition = MemberCondition.Suspended,
                    FromOn = new(2005, 1, 1),
                    ToOn = on,
                }
            );

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();

    private static bool Flag(JsonElement of, string name) => of.GetProperty(name).GetBoolean();

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
