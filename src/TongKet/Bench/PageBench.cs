using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using TongKet.Access.AcceptInvitation;
using TongKet.Access.AddAccount;
using TongKet.Cli;
using TongKet.Domain.Access;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Bench;

/// <summary>Pages over HTTP, signed in, from a program that serves a district's records on SQLite.</summary>
public static class PageBench
{
    private const string Constant = "/bench/50";
    private const string Register = "/dang-vien?nam=2023";
    private const string Report = "/bao-cao?nam=2023";
    private const int Connections = 32;
    private static readonly TimeSpan Stretch = TimeSpan.FromSeconds(3);

    /// <summary>Milliseconds of the page of members and of the report, and requests a second of the constant page and of the members'.</summary>
    public static async Task<(double Members, double Report, double ConstantRate, double MembersRate)> RunAsync(
        IReadOnlyList<Action<IServiceCollection>> rooms,
        string address,
        CancellationToken cancel
    )
    {
        await using var app = WebHost.Build(
            DatabaseAddress.Parse(address)!,
            rooms,
            new HostMode("http://127.0.0.1:0"),
            adjust: null
        );
        app.MapGet(Constant, (HttpContext request) => ConstantAnswer(request)).AllowAnonymous();
        await app.StartAsync(cancel);
        using var client = await SignedInAsync(app, cancel);
        var ms = await Rounds.AlternateAsync(() => GetAsync(client, Register, cancel), () => GetAsync(client, Report, cancel));
        var rates = (Constant: new List<double>(), Members: new List<double>());
        for (var round = -1; round < Rounds.Count; round++)
        {
            var (constant, members) = (await RateAsync(client, Constant, cancel), await RateAsync(client, Register, cancel));
            if (round >= 0)
            {
                rates.Constant.Add(constant);
                rates.Members.Add(members);
            }
        }

        await app.StopAsync(cancel);
        return (ms[0], ms[1], Rounds.Median(rates.Constant), Rounds.Median(rates.Members));
    }

    private static RazorComponentResult<ConstantPage> ConstantAnswer(HttpContext request)
    {
        request.Features.Set(
            new PageContext(new DateOnly(2023, 12, 31)) { AccountName = "Văn phòng", RoleName = "Văn phòng cấp ủy" }
        );
        return new();
    }

    private static async Task<HttpClient> SignedInAsync(WebApplication app, CancellationToken cancel)
    {
        const string name = "bench";
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(12));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var services = scope.ServiceProvider;
            var added = await services
                .GetRequiredService<AddAccountHandler>()
                .HandleAsync(new(name, name, Role.CommitteeOffice, BenchWorkbook.Top), Actor.Operator(name), cancel);
            var accepted = added.Value is { } made
                ? await services
                    .GetRequiredService<AcceptInvitationHandler>()
                    .HandleAsync(new(made.Link.Token, password, password), Actor.Operator(name), cancel)
                : null;
            if (accepted is not { IsDone: true })
            {
                throw new InvalidOperationException("The bench could not make its account.");
            }
        }

        var client = new HttpClient(
            new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = Connections }
        )
        {
            BaseAddress = new Uri(app.Urls.First()),
        };
        var page = await client.GetStringAsync(new Uri("/dang-nhap", UriKind.Relative), cancel);
        using var form = new FormUrlEncodedContent(
            HiddenFields(page).Append(new("Form.UserName", name)).Append(new("Form.Password", password))
        );
        using var answer = await client.PostAsync(new Uri("/dang-nhap", UriKind.Relative), form, cancel);
        await GetAsync(client, Register, cancel);
        return client;
    }

    private static IEnumerable<KeyValuePair<string, string>> HiddenFields(string page)
    {
        for (var at = 0; (at = page.IndexOf("<input type=\"hidden\" name=\"", at, StringComparison.Ordinal)) >= 0; at++)
        {
            var parts = page[at..].Split('"', 7);
            yield return new(parts[3], parts[5]);
        }
    }

    private static async Task GetAsync(HttpClient client, string address, CancellationToken cancel)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), cancel);
        var body = await answer.Content.ReadAsStringAsync(cancel);
        if (answer.StatusCode != HttpStatusCode.OK || !body.Contains("data-table", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{address} answered {answer.StatusCode} without its table.");
        }
    }

    private static async Task<double> RateAsync(HttpClient client, string address, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        var answered = 0;
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(async _ =>
                {
                    while (Stopwatch.GetElapsedTime(start) < Stretch)
                    {
                        await GetAsync(client, address, cancel);
                        Interlocked.Increment(ref answered);
                    }
                })
        );
        return answered / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
