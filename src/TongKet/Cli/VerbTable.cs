using System.CommandLine;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Cli;

/// <summary>All verbs of the one door; each is made by its slice. Parse errors are said in Vietnamese.</summary>
public static class VerbTable
{
    public static async Task<int> RunAsync(
        string[] arguments,
        VerbHost host,
        IReadOnlyList<Func<VerbHost, Command>> verbs,
        TextWriter answer,
        TextWriter notes,
        CancellationToken cancel = default
    )
    {
        var root = new RootCommand(Words.Get("cli.about")) { host.Database, host.Json, host.As };
        foreach (var verb in verbs)
        {
            root.Add(verb(host));
        }

        if (arguments is [] or ["help"] or ["--help"] or ["-h"])
        {
            WriteHelp(root, answer);
            return 0;
        }

        if (arguments is ["help", var asked])
        {
            arguments = [asked, "--help"];
        }

        var parse = root.Parse(arguments);
        if (parse.Errors.Count > 0)
        {
            var verb = parse.CommandResult.Command;
            notes.WriteLine(
                verb is RootCommand
                    ? Words.Of(new Refusal("cli.refusal.verb", null, arguments[0]))
                    : Words.Of(new Refusal("cli.refusal.usage", null, verb.Name))
            );
            foreach (var error in parse.Errors)
            {
                notes.WriteLine("  " + error.Message);
            }

            return 2;
        }

        return await parse.InvokeAsync(new InvocationConfiguration { Output = answer, Error = notes }, cancel);
    }

    private static void WriteHelp(RootCommand root, TextWriter answer)
    {
        answer.WriteLine(Words.Get("cli.about"));
        answer.WriteLine();
        answer.WriteLine(Words.Get("cli.help.usage"));
        answer.WriteLine();
        var width = root.Subcommands.Max(c => c.Name.Length) + 2;
        foreach (var command in root.Subcommands.Where(c => !c.Hidden))
        {
            answer.WriteLine($"  {command.Name.PadRight(width)}{command.Description}");
        }

        answer.WriteLine();
        foreach (var option in root.Options.Where(o => o.Recursive))
        {
            answer.WriteLine($"  {option.Name.PadRight(width)}{option.Description}");
        }
    }
}
