namespace TongKet.Domain.Values;

/// <summary>How a share is printed: one decimal, half away from zero.</summary>
public static class Rounding
{
    /// <summary>Percent of a base with one decimal; null where the base is nothing.</summary>
    public static decimal? Percent(decimal? part, decimal? whole) =>
        part is null || whole is null or 0m ? null : OneDecimal(part.Value * 100m / whole.Value);

    public static decimal OneDecimal(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
