using System.CommandLine;
using System.CommandLine.Help;
using TongKet.Web;

namespace TongKet.Cli;

/// <summary>What a verb is for and takes, in the users' language: the library's own page has English headings.</summary>
internal static class VerbHelp
{
    public static bool IsAsked(string argument) => argument is "--help" or "-h" or "-?";

    /// <summary>The verb as it is typed: «account add».</summary>
    public static string PathOf(Command verb)
    {
        var above = verb.Parents.OfType<Command>().FirstOrDefault(p => p is not RootCommand);
        return above is null ? verb.Name : $"{PathOf(above)} {verb.Name}";
    }

    public static void Write(Command verb, TextWriter answer)
    {
        answer.WriteLine(verb.Description);
        answer.WriteLine();
        answer.WriteLine(verb is RootCommand ? Words.Get("cli.help.usage") : Words.Get("cli.help.usage-of", UsageOf(verb)));
        WriteTable(verb.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description)), answer);
        WriteTable(verb.Arguments.Where(a => !a.Hidden).Select(a => (a.Name.ToUpperInvariant(), a.Description)), answer);
        WriteTable(Options(verb).Select(o => (o.Name + (o.Required ? " *" : ""), o.Description)), answer);
    }

    private static string UsageOf(Command verb) =>
        string.Join(
            ' ',
            new[] { PathOf(verb) }
                .Concat(verb.Subcommands.Count > 0 ? [Words.Get("cli.help.verb")] : [])
                .Concat(verb.Arguments.Select(a => a.Name.ToUpperInvariant()))
                .Concat(verb.Options.Where(o => o.Required).Select(o => $"{o.Name} …"))
                .Append(Words.Get("cli.help.options"))
        );

    private static IEnumerable<Option> Options(Command verb) =>
        verb
            .Options.Concat(Above(verb).SelectMany(c => c.Options.Where(o => o.Recursive)))
            .Where(o => !o.Hidden && o is not HelpOption and not VersionOption);

    private static IEnumerable<Command> Above(Command verb) =>
        verb.Parents.OfType<Command>().FirstOrDefault() is { } parent ? Above(parent).Prepend(parent) : [];

    private static void WriteTable(IEnumerable<(string Name, string? What)> lines, TextWriter answer)
    {
        var written = lines.ToList();
        if (written.Count == 0)
        {
            return;
        }

        answer.WriteLine();
        var width = written.Max(l => l.Name.Length) + 2;
        foreach (var (name, what) in written)
        {
            answer.WriteLine($"  {name.PadRight(width)}{what}");
        }
    }
}
