using System.Text.Json;
using TongKet.Cli;

namespace TongKet.Tests.Support;

/// <summary>The verbs of the one door over one test database, as the machine's operator calls them.</summary>
public sealed class CommandLine(TestDatabase database)
{
    public async Task<(int Exit, string Answer, string Notes)> RunAsync(params string[] arguments)
    {
        using var answer = new StringWriter();
        using var notes = new StringWriter();
        var exit = await VerbTable.RunAsync(
            [.. arguments, "--db", database.Address],
            new VerbHost(Program.Rooms, answer, notes),
            Program.Verbs,
            answer,
            notes,
            TestContext.Current.CancellationToken
        );
        return (exit, answer.ToString(), notes.ToString());
    }

    /// <summary>The answer of a verb that succeeds, as programs read it.</summary>
    public async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var (exit, answer, notes) = await RunAsync([.. arguments, "--json"]);
        Assert.True(exit == 0, $"{string.Join(' ', arguments)}: {notes}{answer}");
        return JsonDocument.Parse(answer).RootElement;
    }
}
