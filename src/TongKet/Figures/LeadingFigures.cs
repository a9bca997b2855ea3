namespace TongKet.Figures;

/// <summary>Codes of figures that a room wants at the head of an organization's page.</summary>
public sealed record LeadingFigures(IReadOnlyList<string> Codes);
