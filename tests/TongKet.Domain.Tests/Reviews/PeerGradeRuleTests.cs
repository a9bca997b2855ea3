using TongKet.Domain.Reviews;

namespace TongKet.Domain.Tests.Reviews;

public sealed class PeerGradeRuleTests
{
    private static readonly DateOnly Today = new(2025, 1, 10);

    [Fact]
    public void The_worst_counts_and_who_is_not_there_counts_for_nothing()
    {
        Assert.Equal(Grade.Completed, PeerGradeRule.Lowest([Grade.Excellent, Grade.None, Grade.Completed, Grade.Good]));
        Assert.Equal(Grade.Excellent, PeerGradeRule.Lowest([Grade.Excellent]));
        Assert.Null(PeerGradeRule.Lowest([]));
        Assert.Null(PeerGradeRule.Lowest([Grade.None]));
    }

    [Theory]
    [InlineData(Grade.Good, "1-QĐ", "2024-12-10", null)]
    [InlineData(Grade.Good, "1-QĐ", "2025-01-10", null)]
    [InlineData(Grade.Good, "1-QĐ", "2025-01-11", "review.peers.day")]
    [InlineData(Grade.Good, "1-QĐ", "2024-01-01", null)]
    [InlineData(Grade.Good, "1-QĐ", "2023-12-31", "review.peers.day")]
    [InlineData(Grade.Good, " ", "2024-12-10", "review.peers.document")]
    [InlineData(Grade.Good, "1-QĐ", null, "review.peers.document")]
    [InlineData(Grade.None, "1-QĐ", null, "review.peers.grade")]
    [InlineData(Grade.None, null, "2024-12-10", "review.peers.grade")]
    [InlineData(Grade.None, null, null, null)]
    public void A_grade_stands_with_a_document_of_its_year(Grade grade, string? number, string? on, string? code) =>
        Assert.Equal(
            code,
            PeerGradeRule
                .Check(
                    PeerBody.Government,
                    new(grade, number, on is null ? null : DateOnly.ParseExact(on, "yyyy-MM-dd")),
                    2024,
                    Today
                )
                .SingleOrDefault()
                ?.Code
        );
}
