namespace TongKet.Organizations;

/// <summary>
/// A part of an organization's page that a room further right shows: members of a cell, figures, grades. The component
/// takes one parameter, <c>Node</c>, and shows nothing where it has nothing to say. Sections are worked out side by side, so
/// each owns its services (<c>OwningComponentBase</c>).
/// </summary>
public sealed record OrganizationSection(int Order, Type Component);
