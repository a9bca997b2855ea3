using TongKet.Web;

namespace TongKet.Figures;

/// <summary>What figures of a past day say of the tree they stand on, wherever they are shown, printed or taken along.</summary>
public static class TreeMark
{
    /// <param name="treeOn">The day of the tree where it is another than the figures'.</param>
    /// <returns>Null for the figures of today.</returns>
    public static string? Of(DateOnly day, DateOnly? treeOn, DateOnly today) =>
        treeOn is { } on && on != day ? Words.Get("figures.tree.as-if", VietnameseFormat.Date(on))
        : day < today ? Words.Get("figures.tree.as-it-was", VietnameseFormat.Date(day))
        : null;
}
