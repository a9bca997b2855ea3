namespace TongKet.Generate;

/// <summary>All organizations of a province of today, through the ten years.</summary>
/// <param name="Upper">Old and new province, districts, blocs, and the unit that gives counts only.</param>
internal sealed record ProvincePlan(PlannedUnit Province, IReadOnlyList<PlannedUnit> Upper, IReadOnlyList<CommunePlan> Communes)
{
    private const int Known = 48;

    /// <summary>Cells that stood through all ten years: from there and to there members move.</summary>
    public IReadOnlyList<PlannedUnit> LastingCells { get; } = [.. Communes.SelectMany(c => c.LastingCells)];

    /// <summary>A few of them, which provinces after this one know.</summary>
    public IEnumerable<long> KnownCells =>
        LastingCells.Where((_, at) => at % Math.Max(1, LastingCells.Count / Known) == 0).Select(c => c.Id);
}

/// <summary>A commune of today with everything under it, and the old communes that it took over from.</summary>
internal sealed record CommunePlan(PlannedUnit Commune, IReadOnlyList<PlannedUnit> Units)
{
    public IEnumerable<PlannedUnit> Cells => Units.Where(u => u.IsCell);

    public IReadOnlyList<PlannedUnit> LastingCells { get; } = [.. Units.Where(u => u.IsCell && u.Sibling is null)];
}
