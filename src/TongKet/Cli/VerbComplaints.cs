using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using TongKet.Web;

namespace TongKet.Cli;

/// <summary>What is wrong with a command line, each in a sentence that says how to mend it.</summary>
internal static class VerbComplaints
{
    public static IEnumerable<string> Of(ParseResult parse)
    {
        var verb = parse.CommandResult.Command;
        if (verb.Subcommands.Count > 0)
        {
            yield return Words.Get("cli.complaint.choose", string.Join(", ", verb.Subcommands.Select(c => c.Name)));
        }

        foreach (var token in parse.UnmatchedTokens)
        {
            yield return Words.Get("cli.complaint.unknown", token);
        }

        foreach (var option in verb.Options)
        {
            var result = parse.GetResult(option);
            if (option.Required && result is null or { Implicit: true, Option.Required: true })
            {
                yield return Words.Get("cli.complaint.missing", option.Name);
            }
            else if (result is { Implicit: false, Tokens.Count: 0 } && option.ValueType != typeof(bool))
            {
                yield return Words.Get("cli.complaint.no-value", option.Name);
            }
        }

        foreach (var argument in verb.Arguments.Where(a => a.Arity.MinimumNumberOfValues > 0 && !IsGiven(parse, a)))
        {
            yield return Words.Get("cli.complaint.missing", argument.Name.ToUpperInvariant());
        }

        foreach (var error in parse.Errors)
        {
            if (error.SymbolResult is OptionResult { Option: var option, Tokens: { Count: > 0 } given })
            {
                yield return OfOption(option, given, error.Message);
            }
        }
    }

    private static bool IsGiven(ParseResult parse, Argument argument) => parse.GetResult(argument) is { Tokens.Count: > 0 };

    private static string OfOption(Option option, IReadOnlyList<Token> given, string message)
    {
        // Our own readers of values say in Vietnamese what they want; the library's sentences are plain ASCII.
        if (!System.Text.Ascii.IsValid(message))
        {
            return message;
        }

        var value = string.Join(' ', given.Select(t => t.Value));
        var choices = option.GetCompletions(CompletionContext.Empty).Select(c => c.Label).ToList();
        return choices.Count > 0
            ? Words.Get("cli.complaint.one-of", option.Name, value, string.Join(", ", choices))
            : Words.Get("cli.complaint.bad-value", option.Name, value);
    }
}
