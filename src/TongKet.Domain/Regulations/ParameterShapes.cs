using TongKet.Domain.Organizations;

namespace TongKet.Domain.Regulations;

/// <summary>A parameter: where it stands on the page, and what it may say.</summary>
/// <param name="Section">Words «regulations.section.» + this.</param>
public sealed record ParameterPlace(string Name, string Section, ParameterShape Shape)
{
    internal static IEnumerable<ParameterPlace> Of(string section, params (string Name, ParameterShape Shape)[] parameters) =>
        parameters.Select(p => new ParameterPlace(p.Name, section, p.Shape));
}

/// <summary>Every parameter of every document, in the order in which people read them.</summary>
public static class ParameterShapes
{
    private static readonly string[] Kinds =
    [
        .. Enum.GetValues<OrganizationKind>()
            .Where(k => k.IsPartyOrganization() && k != OrganizationKind.WholeParty)
            .Select(k => k.ToString()),
    ];

    private static readonly NumberShape Size = new(6, 72, IsWhole: false);
    private static readonly NumberShape Margin = new(0, 100, IsWhole: false);
    private static readonly FlagShape Flag = new();

    public static readonly IReadOnlyList<ParameterPlace> All =
    [
        .. ReviewParameterShapes.All,
        .. ParameterPlace.Of(
            "structure",
            ("grassroots_definition", new WordsShape(200)),
            ("grassroots_committee_kinds", new ChoicesShape(Kinds))
        ),
        .. ParameterPlace.Of(
            "structure",
            ("grassroots_cell_kinds", new ChoicesShape(Kinds)),
            ("subordinate_cell_kinds", new ChoicesShape(Kinds))
        ),
        .. ParameterPlace.Of("structure", ("kinds", new ChoicesShape(Kinds)), ("children", new FixedShape())),
        .. ParameterPlace.Of("register", ("new_member_counts_by", new ChoiceShape("ceremony", "decision"))),
        .. ParameterPlace.Of("register", ("young_age_from", new NumberShape(14, 60)), ("young_age_to", new NumberShape(14, 60))),
        .. ParameterPlace.Of("document", ("paper", new ChoiceShape("A4")), ("font", new ChoiceShape("Times New Roman"))),
        .. ParameterPlace.Of("document", ("margin_top_mm", Margin), ("margin_bottom_mm", Margin), ("margin_left_mm", Margin)),
        .. ParameterPlace.Of("document", ("margin_right_mm", Margin), ("first_line_indent_mm", Margin)),
        .. ParameterPlace.Of("document", ("body_size_pt", Size), ("line_exactly_pt", Size with { MayBeUnknown = true })),
        .. ParameterPlace.Of("document", ("head_size_pt", Size), ("party_name_size_pt", Size), ("kind_size_pt", Size)),
        .. ParameterPlace.Of("document", ("abstract_size_pt", Size), ("recipients_size_pt", Size)),
        .. ParameterPlace.Of("document", ("leading_zero_in_date", Flag), ("post_is_bold", Flag), ("ends_with_slash_mark", Flag)),
        .. ParameterPlace.Of("document", ("committee_spelling", new ChoiceShape("ủy", "uỷ"))),
    ];

    private static readonly Dictionary<string, (ParameterPlace Place, int At)> ByName = All.Index()
        .ToDictionary(p => p.Item.Name, p => (p.Item, p.Index));

    /// <summary>Null where the name is no parameter of any document.</summary>
    public static ParameterPlace? Find(string name) => ByName.TryGetValue(name, out var found) ? found.Place : null;

    /// <summary>The parameters of a document, in the order of the page.</summary>
    public static IEnumerable<(ParameterPlace Place, RuleParameter Parameter)> InOrder(RuleSet set) =>
        set.Parameters.OrderBy(p => ByName[p.Key].At).Select(p => (ByName[p.Key].Place, p.Value));
}
