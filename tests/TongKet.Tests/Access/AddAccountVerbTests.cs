using System.Text.Json;
using TongKet.Cli;
using TongKet.Tests.Support;

namespace TongKet.Tests.Access;

public sealed class AddAccountVerbTests
{
    [Theory, OnBothDatabases]
    public async Task The_operator_makes_the_first_account_and_gets_a_link_that_works(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);

        var (code, answer, _) = await RunAsync(database, "account", "add", "quantri", "--role", "administrator", "--json");

        Assert.Equal(0, code);
        using var json = JsonDocument.Parse(answer);
        Assert.Equal("quantri", json.RootElement.GetProperty("account").GetString());
        await using var served = await ServedProgram.StartAsync(database);
        var link = new Uri(json.RootElement.GetProperty("link").GetString()!).PathAndQuery;
        Assert.Contains("quantri", (await served.AsNobody().OpenAsync(link)).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_new_link_closes_the_one_before(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var (_, first, _) = await RunAsync(database, "account", "add", "quantri", "--role", "administrator");
        var (code, second, _) = await RunAsync(database, "account", "link", "quantri");
        await using var served = await ServedProgram.StartAsync(database);

        Assert.Equal(0, code);
        Assert.Contains("hết hạn", (await served.AsNobody().OpenAsync(LinkIn(first))).Text, StringComparison.Ordinal);
        Assert.Contains("quantri", (await served.AsNobody().OpenAsync(LinkIn(second))).Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task What_cannot_be_done_is_said_and_ends_with_an_error(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);

        var (code, answer, notes) = await RunAsync(database, "account", "add", "vanphong", "--role", "office");

        Assert.Equal(1, code);
        Assert.Empty(answer);
        Assert.Contains("phải gắn với một tổ chức", notes, StringComparison.Ordinal);
    }

    private static string LinkIn(string answer) =>
        new Uri(answer[answer.IndexOf("http", StringComparison.Ordinal)..].Trim()).PathAndQuery;

    private static async Task<(int Code, string Answer, string Notes)> RunAsync(TestDatabase database, params string[] arguments)
    {
        using var answer = new StringWriter();
        using var notes = new StringWriter();
        var host = new VerbHost(Program.Rooms, answer, notes);
        var code = await VerbTable.RunAsync(
            [.. arguments, "--db", database.Address],
            host,
            Program.Verbs,
            answer,
            notes,
            TestContext.Current.CancellationToken
        );
        return (code, answer.ToString(), notes.ToString());
    }
}
