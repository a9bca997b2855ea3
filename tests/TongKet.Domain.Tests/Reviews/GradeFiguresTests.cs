using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Tests.Support;

namespace TongKet.Domain.Tests.Reviews;

public sealed class GradeFiguresTests
{
    private static readonly AsOf Year = AsOf.At(Regulation.Book, 2023);

    /// <summary>A grade, a reason for having none, or nothing recorded; never a grade and a reason.</summary>
    private static readonly Gen<(Grade, NoGradeReason)> Results = Gen.OneOf(
        Gen.Elements(Grade.Excellent, Grade.Good, Grade.Completed, Grade.NotCompleted).Select(g => (g, NoGradeReason.None)),
        Gen.Elements(Enum.GetValues<NoGradeReason>().Where(r => r != NoGradeReason.FoundedUnderSixMonths))
            .Select(r => (Grade.None, r))
    );

    [Fact]
    public void Graded_and_each_reason_is_the_roster() =>
        Always.True(
            Gen.ArrayOf(Results, 50),
            results =>
            {
                var roster = results.Select(r => Entry(r.Item1, r.Item2)).ToList();
                return Of("roster_member_count", roster) == roster.Count
                    && Of("member_rated_count", roster)
                        == Of("member_excellent_count", roster)
                            + Of("member_good_count", roster)
                            + Of("member_completed_count", roster)
                            + Of("member_not_completed_count", roster)
                    && Of("member_exempt_count", roster)
                        == Of("member_exempt_activity_count", roster)
                            + Of("member_under_six_months_count", roster)
                            + Of("member_suspended_count", roster)
                    && Of("member_unrated_count", roster)
                        == Of("member_not_reviewed_count", roster) + Of("member_unrecorded_count", roster)
                    && Of("member_good_or_better_count", roster)
                        == Of("member_excellent_count", roster) + Of("member_good_count", roster);
            }
        );

    [Theory]
    [InlineData(NoGradeReason.Exempt, true)]
    [InlineData(NoGradeReason.AdmittedUnderSixMonths, true)]
    [InlineData(NoGradeReason.Suspended, true)]
    [InlineData(NoGradeReason.NotYetReviewed, false)]
    [InlineData(NoGradeReason.None, false)]
    public void Who_is_not_subject_to_grading_is_not_among_the_unrated(NoGradeReason reason, bool exempt)
    {
        var entry = Entry(Grade.None, reason);

        Assert.Equal(exempt ? 1 : 0, Of("member_exempt_count", [entry]));
        Assert.Equal(exempt ? 0 : 1, Of("member_unrated_count", [entry]));
        Assert.Equal(0, Of("member_rated_count", [entry]));
    }

    [Theory]
    [InlineData(OrganizationKind.GrassrootsPartyOrganization, "org")]
    [InlineData(OrganizationKind.GrassrootsCell, "org")]
    [InlineData(OrganizationKind.SubordinateCell, "cell")]
    [InlineData(OrganizationKind.DistrictOrganization, "")]
    [InlineData(OrganizationKind.SectionalOrganization, "")]
    [InlineData(OrganizationKind.Front, "")]
    public void A_grade_of_an_organization_counts_as_its_kind_does(OrganizationKind kind, string counts)
    {
        var grades = new Dictionary<Grade, string>
        {
            [Grade.Excellent] = "excellent",
            [Grade.Good] = "good",
            [Grade.Completed] = "completed",
            [Grade.NotCompleted] = "not_completed",
        };
        foreach (var ((grade, word), prefix) in grades.SelectMany(g => new[] { (g, "org"), (g, "cell") }))
        {
            foreach (var given in grades.Keys.Append(Grade.None))
            {
                var rated = new[] { Organization(kind, given) };
                Assert.Equal(
                    given == grade && prefix == counts ? 1 : 0,
                    Count.Of(GradeFigures.All, $"{prefix}_{word}_count", rated, Year)
                );
                Assert.Equal(
                    given != Grade.None && prefix == counts ? 1 : 0,
                    Count.Of(GradeFigures.All, $"{prefix}_rated_count", rated, Year)
                );
            }
        }
    }

    [Fact]
    public void A_cell_without_a_grade_is_unrated()
    {
        Assert.Equal(
            1,
            Count.Of(GradeFigures.All, "cell_unrated_count", [Organization(OrganizationKind.SubordinateCell, Grade.None)], Year)
        );
        Assert.Equal(
            0,
            Count.Of(GradeFigures.All, "cell_unrated_count", [Organization(OrganizationKind.SubordinateCell, Grade.Good)], Year)
        );
    }

    [Fact]
    public void Grades_are_there_once_one_is_recorded_and_the_roster_is_closed()
    {
        var there = GradeFigures.Roster.There.Compile();
        var graded = Entry(Grade.Good, NoGradeReason.None, gradeId: 7);

        Assert.True(there(graded, Year));
        Assert.False(there(graded, AsOf.At(Regulation.Book, 2023, new(2023, 12, 30))));
        Assert.False(there(Entry(Grade.None, NoGradeReason.None), Year));
    }

    [Fact]
    public void Figures_of_organizations_say_that_they_rest_on_what_counts_as_grassroots() =>
        Assert.All(
            GradeFigures.All,
            f =>
                Assert.Equal(
                    !f.Code.StartsWith("member_", StringComparison.Ordinal) && f.Code != "roster_member_count",
                    f.UsesGrassrootsDefinition
                )
        );

    private static int Of(string code, IEnumerable<RosterEntry> roster) => Count.Of(GradeFigures.All, code, roster, Year);

    private static RosterEntry Entry(Grade grade, NoGradeReason reason, long? gradeId = null) =>
        new()
        {
            Stay = new Stay(),
            Grade = grade,
            Reason = reason,
            GradeId = gradeId,
        };

    private static RatedOrganization Organization(OrganizationKind kind, Grade grade) =>
        new()
        {
            Version = new()
            {
                Code = "O",
                Name = "Tổ chức",
                NameFolded = "to chuc",
                Kind = kind,
            },
            Kind = kind,
            Grade = grade,
        };
}
