using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;

namespace TongKet.Web;

/// <summary>A form without a valid token is refused before any page sees it, and answered by a page that says what to do.</summary>
public static class RefusedForms
{
    public static async Task Refuse(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } refused && !IsErrorPage(context))
        {
            context.Response.StatusCode = IsTooLarge(refused.Error)
                ? StatusCodes.Status413PayloadTooLarge
                : StatusCodes.Status400BadRequest;
            return;
        }

        await next(context);
        // A form that is no longer on its page, since what it does is done, is answered without a word; only an answer
        // that has no type yet is shown as a page.
        if (context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false } && !IsErrorPage(context))
        {
            context.Response.ContentType = null;
            if (IsOfPage(context.Request))
            {
                context.Response.StatusCode = StatusCodes.Status409Conflict;
            }
        }
    }

    /// <summary>Its token was in order and its fields were read: what a page has not is the form alone.</summary>
    private static bool IsOfPage(HttpRequest request) => request.HasFormContentType && request.Form.ContainsKey("_handler");

    /// <summary>An error page is read, whatever the request was that failed.</summary>
    public static Task AnswerAsPage(HttpContext context, RequestDelegate next)
    {
        if (IsErrorPage(context))
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }

    /// <summary>Whoever looks for the token is the first to read the form: what he cannot read for its size has no token.</summary>
    private static bool IsTooLarge(Exception? error) =>
        error is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } or InvalidDataException
        || (error is not null && IsTooLarge(error.InnerException));

    /// <summary>The second run of a request that failed, to show why.</summary>
    public static bool IsErrorPage(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
