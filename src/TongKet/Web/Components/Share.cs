namespace TongKet.Web.Components;

/// <summary>One part of a whole; <see cref="Tone"/> 1 to 6 chooses colour and pattern.</summary>
public sealed record Share(string Label, decimal? Value, int Tone, string? RecordsAddress = null);
