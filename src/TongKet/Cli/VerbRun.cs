using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Spectre.Console;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Cli;

/// <summary>One run of a verb: its services, for whom it runs, and where it answers. Standard output holds the answer alone.</summary>
public sealed class VerbRun(IServiceProvider services, Actor actor, bool isJson, TextWriter answer, TextWriter notes)
{
    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        WriteIndented = true,
    };

    public Actor Actor { get; } = actor;
    public bool IsJson { get; } = isJson;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public void WriteJson(object value) => answer.WriteLine(JsonSerializer.Serialize(value, JsonOptions));

    public void WriteLine(string line) => answer.WriteLine(line);

    public void Note(string line) => notes.WriteLine(line);

    /// <summary>Why it was not done, on standard error (as JSON on standard output for programs); the exit code.</summary>
    public int Refuse(params IReadOnlyList<Refusal> refusals)
    {
        if (IsJson)
        {
            WriteJson(new { refusals = refusals.Select(r => new { code = r.Code, message = Words.Of(r) }) });
        }

        foreach (var refusal in refusals)
        {
            notes.WriteLine(Words.Of(refusal));
        }

        return 1;
    }

    /// <summary>
    /// A bar with the time left, on standard error; where that is no terminal, a line now and then. Told the share that is done.
    /// </summary>
    public async Task WithBarAsync(string title, Func<Action<double>, Task> what)
    {
        var isTerminal = notes == Console.Error && !Console.IsErrorRedirected;
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
                Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
                Out = new AnsiConsoleOutput(notes),
            }
        );
        await console
            .Progress()
            .Columns(
                new TaskDescriptionColumn(),
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(title), maxValue: 1);
                await what(done => bar.Value = done);
                bar.Value = 1;
            });
    }

    /// <summary>A table for people; numbers stand right.</summary>
    public void WriteTable(
        string? title,
        IReadOnlyList<string> columns,
        IEnumerable<IReadOnlyList<string>> rows,
        params int[] numberColumns
    )
    {
        var table = new Table { Border = TableBorder.Rounded };
        if (title is not null)
        {
            table.Title = new TableTitle(Markup.Escape(title));
        }

        for (var i = 0; i < columns.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(columns[i]));
            table.AddColumn(numberColumns.Contains(i) ? column.RightAligned() : column);
        }

        foreach (var row in rows)
        {
            table.AddRow(row.Select(Markup.Escape).ToArray());
        }

        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Out = new AnsiConsoleOutput(answer),
            }
        );
        console.Profile.Width = Math.Max(console.Profile.Width, 120);
        console.Write(table);
    }
}
