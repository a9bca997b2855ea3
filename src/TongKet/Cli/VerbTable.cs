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

        if (arguments is [] or ["help"])
        {
            VerbHelp.Write(root, answer);
            return 0;
        }

        // «help X Y», «X Y --help»: the same question.
        if (arguments[0] == "help" || arguments.Any(VerbHelp.IsAsked))
        {
            var asked = root.Parse([.. arguments.Where(a => a != "help" && !VerbHelp.IsAsked(a))]).CommandResult.Command;
            VerbHelp.Write(asked, answer);
            return 0;
        }

        var parse = root.Parse(arguments);
        if (parse.Errors.Count > 0)
        {
            var verb = parse.CommandResult.Command;
            notes.WriteLine(
                verb is RootCommand
                    ? Words.Of(new Refusal("cli.refusal.verb", null, arguments[0]))
                    : Words.Of(new Refusal("cli.refusal.usage", null, VerbHelp.PathOf(verb)))
            );
            foreach (var complaint in VerbComplaints.Of(parse).Where(_ => verb is not RootCommand))
            {
                notes.WriteLine("  " + complaint);
            }

            return 2;
        }

        return await parse.InvokeAsync(new InvocationConfiguration { Output = answer, Error = notes }, cancel);
    }
}
