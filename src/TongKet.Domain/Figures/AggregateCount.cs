namespace TongKet.Domain.Figures;

/// <summary>
/// A count sent by a unit that may not or did not send names: one figure on one day, without a list behind it
/// («số tổng hợp, không có danh sách»). It is added to what is counted from records in every subtree that holds the unit.
/// </summary>
public sealed class AggregateCount
{
    public long Id { get; init; }
    public long OrganizationId { get; init; }
    public int Year { get; init; }

    /// <summary>The day of the count; it answers for exactly this day.</summary>
    public DateOnly AsOf { get; init; }
    public required string FigureCode { get; init; }
    public int Value { get; set; }
    public string? Note { get; set; }
}
