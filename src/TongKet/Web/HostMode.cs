namespace TongKet.Web;

/// <summary>How the program serves: on which address, and whether it is the demonstration.</summary>
/// <param name="IsDemo">Only then may accounts made for the demonstration sign in, and every page says that all is invented.</param>
/// <param name="ShowsGallery">Shows /thanh-phan, the pieces of the pages with invented numbers, to who works on them.</param>
public sealed record HostMode(string? Address = null, bool IsDemo = false, bool ShowsGallery = false)
{
    public const string UsualAddress = "http://127.0.0.1:5080";
}

/// <summary>What is said to the operator when serving begins; a room registers it, and null is nothing to say.</summary>
public sealed record StartNote(Func<IServiceProvider, CancellationToken, Task<string?>> WriteAsync);
