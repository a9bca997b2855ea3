namespace TongKet.Web;

/// <summary>
/// One of the eight entries on the left. A room registers its own as a singleton; it is shown to who may do
/// <see cref="Act"/> somewhere, or to everybody signed in where there is none.
/// </summary>
public sealed record MenuEntry(int Order, string TitleKey, string Address, string Icon, string? Act = null)
{
    /// <summary>Where its room goes on under other addresses; the entry is marked there too.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];
}
