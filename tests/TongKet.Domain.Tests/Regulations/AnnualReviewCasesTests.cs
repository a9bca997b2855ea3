using System.Text.Json;
using TongKet.Domain.Figures;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Regulations;

/// <summary>What each rule set of the annual review means, case by case: regulations/«document»/cases.json.</summary>
public sealed class AnnualReviewCasesTests
{
    public static TheoryData<string> RuleSets => Regulation.Of(RuleBook.AnnualReview);

    [Theory, MemberData(nameof(RuleSets))]
    public void The_share_of_Excellent_has_the_limit_and_the_room_of_its_cases(string id)
    {
        var set = Regulation.Set(id);
        var cases = Regulation.Cases(id, "cap");

        Assert.Contains(cases, c => c.GetProperty("of").GetString() == "members");
        Assert.All(
            cases,
            c =>
            {
                var @base = Enum.Parse<CapBase>(set["excellent_cap_base_" + c.GetProperty("of").GetString()].Text);
                var reading = ExcellentCapRule.Read(
                    new(c.GetProperty("why").GetString()!, Number(c, "rated"), Number(c, "excellent"), Number(c, "good")),
                    @base,
                    set["excellent_cap_percent"].Decimal,
                    set["excellent_cap_rounds_down"].Flag
                );
                Assert.Equal((Number(c, "limit"), Number(c, "room")), (reading.Limit, reading.Room));
            }
        );
    }

    [Theory, MemberData(nameof(RuleSets))]
    public void Who_is_subject_to_grading_is_as_in_its_cases(string id)
    {
        var outside = Regulation.Set(id)["not_graded_reasons"].Names<NoGradeReason>();

        Assert.All(
            Regulation.Cases(id, "subjects"),
            c =>
                Assert.Equal(
                    c.GetProperty("isSubject").GetBoolean(),
                    !outside.Contains(Enum.Parse<NoGradeReason>(c.GetProperty("reason").GetString()!))
                )
        );
    }

    [Theory, MemberData(nameof(RuleSets))]
    public void The_roster_of_a_year_is_closed_on_the_day_of_its_cases(string id) =>
        Assert.All(
            Regulation.Cases(id, "rosterClosed"),
            c => Assert.Equal(Regulation.Day(c, "on"), AsOf.At(Regulation.Book, Number(c, "year")).RosterOn)
        );

    private static int Number(JsonElement of, string name) => of.GetProperty(name).GetInt32();
}
