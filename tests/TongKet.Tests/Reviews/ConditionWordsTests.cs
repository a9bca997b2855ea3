using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Regulations;
using TongKet.Web;

namespace TongKet.Tests.Reviews;

/// <summary>«Vì sao không được xếp loại xuất sắc?» has one Vietnamese sentence for whatever bars a grade, with its source.</summary>
public sealed class ConditionWordsTests
{
    private static readonly ReviewFacts Worst = new()
    {
        Points = 1.5m,
        LowestCriterion = CriterionLevel.LevelPoor,
        LowestResult = CriterionLevel.LevelPoor,
        OnTimePercent = 1.5m,
        AbovePlanPercent = 1.5m,
        DonePercent = 1.5m,
        LatePercent = 98.5m,
        RemediedPercent = 1.5m,
        UnitOnTimePercent = 1.5m,
        UnitAbovePlanPercent = 1.5m,
        UnitDonePercent = 1.5m,
        UnitLatePercent = 98.5m,
        UnitsCompletedPercent = 1.5m,
        UnitsGoodPercent = 1.5m,
        PeersGrade = Grade.NotCompleted,
        StateGrade = Grade.NotCompleted,
        OrganizationGrade = Grade.NotCompleted,
        IsDisciplined = true,
        SickLeaveMonths = 12,
    };

    public static TheoryData<string> RuleSets =>
        [.. RuleBookLoader.Load().All.Where(r => r.Subject == RuleBook.AnnualReview).Select(r => r.Id)];

    [Theory, MemberData(nameof(RuleSets))]
    public void Whatever_bars_a_grade_and_whatever_is_not_known_is_said_in_words(string id)
    {
        var set = RuleBookLoader.Load().All.Single(r => r.Id == id);
        foreach (var subject in Enum.GetValues<ReviewSubject>())
        {
            var barred = GradeConditionRule.Check(set, subject, Worst).Of(Grade.Excellent).ToList();
            var sentences = barred.Select(b => (Sentence: Words.Of(b.Why), b.Why.Article)).ToList();
            Assert.NotEmpty(sentences);
            Assert.All(
                sentences,
                s => Assert.StartsWith("Không được xếp mức Hoàn thành xuất sắc nhiệm vụ: ", s.Sentence, StringComparison.Ordinal)
            );
            Assert.All(sentences, s => Assert.DoesNotMatch(@"\[|\{|1\.5", s.Sentence));
            Assert.All(
                sentences.Where(s => s.Article is not null),
                s => Assert.EndsWith($"({s.Article})", s.Sentence, StringComparison.Ordinal)
            );
            Assert.All(
                GradeConditionRule.Check(set, subject, new()).NotKnown,
                code => Assert.True(Words.Has("reviews.fact." + code), code)
            );
            Assert.DoesNotContain("[", Words.Of(subject), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_sentence_names_what_is_what_is_asked_and_the_article()
    {
        var set = RuleBookLoader.Load().All.Single(r => r.Id == "hd-43-2025");
        var why = GradeConditionRule.Check(set, ReviewSubject.Member, new() { AbovePlanPercent = 12.5m }).Of(Grade.Excellent);

        Assert.Equal(
            "Không được xếp mức Hoàn thành xuất sắc nhiệm vụ: nhiệm vụ vượt mức 12,5%, quy định ít nhất 30% (QĐ 366, Điều 11)",
            Words.Of(Assert.Single(why).Why)
        );
    }
}
