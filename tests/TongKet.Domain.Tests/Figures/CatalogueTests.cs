using TongKet.Domain.Commendations;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;

namespace TongKet.Domain.Tests.Figures;

public sealed class CatalogueTests
{
    private static readonly IReadOnlyList<Figure> All =
    [
        .. OrganizationFigures.All,
        .. StayFigures.All,
        .. GradeFigures.All,
        .. TargetFigures.All,
        .. CommendationFigures.All,
    ];

    [Fact]
    public void Every_figure_has_a_code_of_its_own_in_the_form_of_the_catalogue()
    {
        Assert.Equal(All.Count, All.Select(f => f.Code).Distinct().Count());
        Assert.All(All, f => Assert.Matches("^[a-z][a-z0-9_]+$", f.Code));
    }

    [Fact]
    public void All_figures_of_the_rooms_rest_on_figures_that_are_there()
    {
        var catalogue = new Catalogue(All);

        Assert.Equal(All, catalogue.All);
        Assert.All(All, f => Assert.Same(f, catalogue.Find(f.Code)));
        Assert.Null(catalogue.Find("no_such_figure"));
    }

    [Fact]
    public void A_figure_that_rests_on_nothing_stops_the_program_at_its_start()
    {
        var broken = new RatioFigure("share", "part_that_is_not_there", "party_member_total");

        var fault = Assert.Throws<InvalidOperationException>(() => new Catalogue([.. All, broken]));
        Assert.Contains("part_that_is_not_there", fault.Message);
    }

    [Fact]
    public void Two_figures_of_one_code_stop_the_program_at_its_start() =>
        Assert.Throws<ArgumentException>(() => new Catalogue([.. All, All[0]]));

    [Fact]
    public void A_share_has_the_unit_percent_and_a_count_counts()
    {
        Assert.All(All.OfType<RatioFigure>(), f => Assert.Equal(FigureUnit.Percent, f.Unit));
        Assert.All(All.OfType<SumFigure>(), f => Assert.Equal(FigureUnit.Count, f.Unit));
        Assert.All(All.OfType<CountFigure>(), f => Assert.Equal(FigureUnit.Count, f.Unit));
    }

    /// <summary>Whoever rests on what counts as TCCSĐ changes with it, so he must say that he does.</summary>
    [Fact]
    public void What_rests_on_the_definition_of_grassroots_organizations_says_so()
    {
        var catalogue = new Catalogue(All);

        Assert.All(
            All.Where(f => Catalogue.PartsOf(f).Any(part => catalogue.Find(part)!.UsesGrassrootsDefinition)),
            f => Assert.True(f.UsesGrassrootsDefinition, f.Code)
        );
        Assert.All(
            All.OfType<CountFigure>(),
            f =>
                Assert.Equal(
                    f.Condition.ToString().Contains("GrassrootsKinds", StringComparison.Ordinal)
                        || f.Condition.ToString().Contains("GrassrootsC", StringComparison.Ordinal)
                        || f.Condition.ToString().Contains("SubordinateCellKinds", StringComparison.Ordinal),
                    f.UsesGrassrootsDefinition
                )
        );
    }
}
