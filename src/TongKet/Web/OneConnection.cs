using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.EntityFrameworkCore;
using TongKet.Store;

namespace TongKet.Web;

/// <summary>
/// Keeps one connection for all questions of a signed-in page: EF takes one from the pool for each question, and the pool
/// is one lock for everybody.
/// </summary>
public static class OneConnection
{
    public static async Task Hold(HttpContext request, RequestDelegate next)
    {
        if (request.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is null || request.Request.Cookies.Count == 0)
        {
            await next(request);
            return;
        }

        var database = request.RequestServices.GetRequiredService<AppStore>().Database;
        await database.OpenConnectionAsync(request.RequestAborted);
        try
        {
            await next(request);
        }
        finally
        {
            await database.CloseConnectionAsync();
        }
    }
}
