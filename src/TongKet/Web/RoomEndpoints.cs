namespace TongKet.Web;

/// <summary>Addresses of a room that are not pages (a file to download, a fragment for htmx), registered as a singleton.</summary>
public sealed record RoomEndpoints(Action<IEndpointRouteBuilder> Map);
