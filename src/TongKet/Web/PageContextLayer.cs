using System.Globalization;
using Microsoft.AspNetCore.Components.Endpoints;

namespace TongKet.Web;

/// <summary>Makes the <see cref="PageContext"/> of a page's request out of its address and of what the rooms know.</summary>
public static class PageContextLayer
{
    public static PageContext Of(HttpContext request) => request.Features.Get<PageContext>() ?? new PageContext(Today(request));

    public static async Task Fill(HttpContext request, RequestDelegate next)
    {
        if (request.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
        {
            var context = await FindAsync(request);
            request.Features.Set(context);
            if (context.IsNotFound && !RefusedForms.IsErrorPage(request))
            {
                request.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
        }

        await next(request);
    }

    /// <summary>For an endpoint that is no page but needs what a page would have.</summary>
    public static async Task<PageContext> FindAsync(HttpContext request)
    {
        var context = FromAddress(request);
        foreach (var part in request.RequestServices.GetServices<PageContextPart>().OrderBy(part => part.Order))
        {
            context = await part.FillAsync(context, request, request.RequestAborted);
        }

        return context;
    }

    private static PageContext FromAddress(HttpContext request)
    {
        var query = request.Request.Query;
        var context = new PageContext(Today(request));
        if (long.TryParse(query[PageContext.OrganizationParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            context = context with { OrganizationId = id };
        }

        if (
            int.TryParse(query[PageContext.YearParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1930 and <= 2100
        )
        {
            context = context with { Year = year, AsOf = PageContext.UsualAsOf(year, context.Today) };
        }

        var typed = query[PageContext.AsOfParameter].ToString();
        if (typed.Length > 0)
        {
            context = VietnameseFormat.ReadDate(typed) is { } day
                ? context with
                {
                    AsOf = day,
                }
                : context with
                {
                    RefusedDate = typed,
                };
        }

        return context with
        {
            TreeOn = TreeOf(request, context),
        };
    }

    /// <summary>On an earlier tree somebody would see what others have become responsible for since; so only a later one.</summary>
    private static DateOnly? TreeOf(HttpContext request, PageContext context) =>
        request.GetEndpoint()?.Metadata.GetMetadata<OnAnotherTreeAttribute>() is not null
        && VietnameseFormat.ReadDate(request.Request.Query[PageContext.TreeParameter]) is { } on
        && on > context.AsOf
            ? on
            : null;

    private static DateOnly Today(HttpContext request) =>
        VietnameseFormat.DayOf(request.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
}
