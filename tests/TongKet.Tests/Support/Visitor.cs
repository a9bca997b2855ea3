using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TongKet.Tests.Support;

/// <summary>Somebody with a browser that runs no script: opens addresses, fills in forms, follows redirects.</summary>
public sealed class Visitor(Func<Task<HttpClient>> begin)
{
    private const long AskedFirst = 1_000_000;

    private static readonly HtmlParser Parser = new();
    private Task<HttpClient>? client;

    public async Task<VisitedPage> OpenAsync(string address)
    {
        using var answer = await (await BeganAsync()).GetAsync(
            new Uri(address, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return await ReadAsync(address, answer);
    }

    /// <summary>Opens the records behind a figure; where they name persons above the grassroots he says why.</summary>
    public async Task<VisitedPage> OpenRecordsAsync(string address)
    {
        var page = await OpenAsync(address);
        return page.Document.QuerySelector("form.open-list") is null
            ? page
            : await SendAsync(page, "form.open-list", ("Reason", "đối chiếu số liệu"));
    }

    /// <summary>Fills in a form of the page and sends it as its button does; what is not named stays as the page has it.</summary>
    public async Task<VisitedPage> SendAsync(VisitedPage page, string form, params (string Name, string? Value)[] fields)
    {
        var element =
            page.Document.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(f => f.Matches(form))
            ?? throw new InvalidOperationException($"{page.Address} has no form {form}: {page.Text}");
        var values = element
            .Elements.OfType<IHtmlElement>()
            .Select(e => (Name: e.GetAttribute("name") ?? "", Value: ValueOf(e)))
            .Where(f => f.Name.Length > 0 && f.Value is not null && fields.All(given => given.Name != f.Name))
            .Concat(fields.Where(f => f.Value is not null))
            .Select(f => KeyValuePair.Create(f.Name, f.Value!));
        var address = element.GetAttribute("action") is { Length: > 0 } action ? action : page.Address;
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, UriKind.Relative));
        request.Content = new FormUrlEncodedContent(values);
        // A browser reads the answer while it still sends; this client hears of a refusal only where it asks first.
        request.Headers.ExpectContinue = request.Content.Headers.ContentLength > AskedFirst;
        using var answer = await (await BeganAsync()).SendAsync(request, TestContext.Current.CancellationToken);
        return await ReadAsync(address, answer);
    }

    /// <summary>Sends a form with a file, as choosing one and pressing the button does.</summary>
    public Task<VisitedPage> UploadAsync(
        VisitedPage page,
        string form,
        (string Field, string FileName, byte[] Content) file,
        params (string Name, string Value)[] fields
    ) => UploadAsync(page, form, [file], fields);

    /// <summary>The same with several files at once.</summary>
    public async Task<VisitedPage> UploadAsync(
        VisitedPage page,
        string form,
        IReadOnlyList<(string Field, string FileName, byte[] Content)> files,
        params (string Name, string Value)[] fields
    )
    {
        var element = (IHtmlFormElement)page.Document.QuerySelector(form)!;
        using var content = new MultipartFormDataContent();
        foreach (var hidden in element.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]"))
        {
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        }

        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var file in files)
        {
            content.Add(new ByteArrayContent(file.Content), file.Field, file.FileName);
        }

        using var answer = await (await BeganAsync()).PostAsync(
            new Uri(page.Address, UriKind.Relative),
            content,
            TestContext.Current.CancellationToken
        );
        return await ReadAsync(page.Address, answer);
    }

    /// <summary>A file, as the link to it gives it.</summary>
    public async Task<DownloadedFile> DownloadAsync(string address)
    {
        using var answer = await (await BeganAsync()).GetAsync(
            new Uri(address, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        var headers = answer.Content.Headers;
        return new(
            answer.StatusCode,
            await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
            headers.ContentType?.MediaType,
            (headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName)?.Trim('"')
        );
    }

    private Task<HttpClient> BeganAsync() => client ??= begin();

    private async Task<VisitedPage> ReadAsync(string address, HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode is >= 300 and < 400 && answer.Headers.Location is { } next)
        {
            return await OpenAsync(next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString);
        }

        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(address, answer.StatusCode, Parser.ParseDocument(text));
    }

    private static string? ValueOf(IHtmlElement field) =>
        field switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio" } tick => tick.IsChecked ? tick.Value : null,
            IHtmlInputElement input => input.Value,
            IHtmlSelectElement select => select.Value,
            IHtmlTextAreaElement area => area.Value,
            _ => null,
        };
}

/// <summary>A page as it was answered.</summary>
public sealed record VisitedPage(string Address, HttpStatusCode Status, IDocument Document)
{
    /// <summary>What stands in the middle of the page, with single spaces.</summary>
    public string Text => Tidy(Document.QuerySelector("main")?.TextContent ?? Document.DocumentElement.TextContent);

    /// <summary>The lines of the list behind a figure.</summary>
    public IReadOnlyList<string> Records => Texts("table.stacks tbody tr");

    public string Title => Tidy(Document.QuerySelector("h1")?.TextContent ?? "");

    public IReadOnlyList<string> Texts(string selector) =>
        [.. Document.QuerySelectorAll(selector).Select(e => Tidy(e.TextContent))];

    /// <summary>The address behind a link whose words contain these.</summary>
    public string LinkOf(string words) =>
        Document
            .QuerySelectorAll("main a")
            .FirstOrDefault(a => Tidy(a.TextContent).Contains(words, StringComparison.Ordinal))
            ?.GetAttribute("href")
        ?? throw new InvalidOperationException($"{Address} has no link «{words}»: {Text}");

    private static string Tidy(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <param name="Kind">The media type.</param>
public sealed record DownloadedFile(HttpStatusCode Status, byte[] Content, string? Kind, string? Name)
{
    public void Deconstruct(out HttpStatusCode status, out byte[] content) => (status, content) = (Status, Content);
}
