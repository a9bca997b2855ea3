using TongKet.Domain.Organizations;

namespace TongKet.Exchange.WriteTemplates;

/// <summary>The unit that a template is for: its line is filled in, and its cells are offered wherever a cell is asked for.</summary>
public sealed record TemplateUnit(
    string Code,
    string Name,
    OrganizationKind Kind,
    IReadOnlyList<(string Code, string Name, OrganizationKind Kind)> Below
);
