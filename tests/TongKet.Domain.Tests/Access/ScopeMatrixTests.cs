using TongKet.Domain.Access;

namespace TongKet.Domain.Tests.Access;

/// <summary>Who may do what, read aloud: one line an act, and an act without a line fails.</summary>
public sealed class ScopeMatrixTests
{
    // administrator, office, leader, secretary, member, auditor: . nowhere, o own record, u own unit, b own and below, s system
    private static readonly Dictionary<string, string> Matrix = new(StringComparer.Ordinal)
    {
        ["organizations.see"] = ". b b u . b",
        ["organizations.change"] = ". b . . . .",
        ["figures.see"] = ". b b u . b",
        ["members.see"] = ". b b u o b",
        ["members.reveal"] = ". b . u o .",
        ["members.change"] = ". b . u . .",
        ["meetings.see"] = ". b b u . b",
        ["meetings.record"] = ". b . u . .",
        ["reviews.see"] = ". b b u . b",
        ["reviews.print"] = ". b . u . .",
        ["reviews.open"] = ". u . . . .",
        ["reviews.set-criteria"] = ". u . . . .",
        ["reviews.see-proposals"] = ". b b u . .",
        ["reviews.self"] = ". b o u o .",
        ["reviews.complain"] = ". u . u o .",
        ["reviews.propose"] = ". b . u . .",
        ["reviews.decide"] = ". u . u . .",
        ["targets.see"] = ". b b u . b",
        ["targets.change"] = ". b . . . .",
        ["commendations.see"] = ". b b u . b",
        ["commendations.change"] = ". b . . . .",
        ["reports.see"] = ". b b u . b",
        ["exchange.import"] = ". b . . . .",
        ["changes.see"] = ". b . . . b",
        ["changes.erase"] = ". b . . . .",
        ["figures.verify"] = ". b . . . b",
        ["accounts.manage"] = "s . . . . .",
        ["system.see"] = "s . . . . .",
        ["regulations.publish"] = "s . . . . .",
    };

    public static TheoryData<string, Role> Everything =>
        new(Acts.All.SelectMany(act => Enum.GetValues<Role>().Select(role => (act.Code, role))));

    [Fact]
    public void Every_act_stands_in_the_matrix_and_every_line_is_an_act() =>
        Assert.Equal(Matrix.Keys.Order(StringComparer.Ordinal), Acts.All.Select(act => act.Code).Order(StringComparer.Ordinal));

    [Theory, MemberData(nameof(Everything))]
    public void A_role_reaches_as_far_as_its_line_says(string code, Role role)
    {
        var expected = Matrix[code].Split(' ')[(int)role - 1] switch
        {
            "o" => Reach.OwnRecord,
            "u" => Reach.OwnUnit,
            "b" => Reach.OwnAndBelow,
            "s" => Reach.System,
            _ => Reach.Nowhere,
        };

        Assert.Equal(expected, Acts.All.Single(act => act.Code == code).ReachOf(role));
    }
}
