using System.CommandLine;
using TongKet.Cli;
using TongKet.Domain.Values;
using TongKet.Exchange.MarkErrors;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Exchange.ReceiveFolder;
using TongKet.Web;

namespace TongKet.Exchange.ImportWorkbook;

/// <summary>import FILE.xlsx [--year 2023] [--preview] [--json]: 0 only if the file was applied, or would be.</summary>
public static class ImportVerb
{
    public static Command Make(VerbHost host)
    {
        var file = new Argument<string>("file") { Description = Words.Get("exchange.verb.file") };
        var year = new Option<int?>("--year") { Description = Words.Get("exchange.verb.year") };
        var preview = new Option<bool>("--preview") { Description = Words.Get("exchange.verb.preview") };
        var marked = new Option<string?>("--marked") { Description = Words.Get("exchange.verb.marked") };
        var verb = new Command("import", Words.Get("exchange.verb.import")) { file, year, preview, marked };
        verb.SetAction(
            host.OnStore(
                async (run, parse, cancel) =>
                {
                    var path = parse.GetRequiredValue(file);
                    if (Directory.Exists(path))
                    {
                        var command = new ReceiveFolderCommand(path, parse.GetValue(year), parse.GetValue(preview));
                        return FolderAnswer.Write(
                            run,
                            await run.Get<ReceiveFolderHandler>().HandleAsync(command, run.Actor, cancel)
                        );
                    }

                    await using var stream = File.OpenRead(path);
                    var today = VietnameseFormat.DayOf(run.Get<TimeProvider>().GetUtcNow());
                    var received = ReceivedWorkbook.Read(stream, Path.GetFileName(path), parse.GetValue(year), today);
                    var outcome = await run.Get<ImportWorkbookHandler>()
                        .HandleAsync(new(received, parse.GetValue(preview)), run.Actor, cancel);
                    if (outcome.Value is not { } result)
                    {
                        return run.Refuse(outcome.Refusals);
                    }

                    Write(run, result);
                    if (parse.GetValue(marked) is { } to && await WriteMarkedAsync(path, to, result, cancel) is { } refusals)
                    {
                        return run.Refuse(refusals);
                    }

                    return result.Errors.Count == 0 ? 0 : 1;
                }
            )
        );
        return verb;
    }

    /// <summary>The unit's own workbook with the faulty cells coloured; why not, where it cannot be.</summary>
    private static async Task<IReadOnlyList<Refusal>?> WriteMarkedAsync(
        string path,
        string to,
        ImportResult result,
        CancellationToken cancel
    )
    {
        await using var original = File.OpenRead(path);
        var marked = MarkedWorkbook.Write(original, [.. result.Errors, .. result.Warnings]);
        if (marked.Value is not { } bytes)
        {
            return marked.Refusals;
        }

        await File.WriteAllBytesAsync(to, bytes, cancel);
        return null;
    }

    private static void Write(VerbRun run, ImportResult result)
    {
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    applied = result.Applied,
                    errors = result.Errors.Select(Issue),
                    warnings = result.Warnings.Select(Issue),
                    add = result.Add,
                    change = result.Change,
                    same = result.Same,
                }
            );
            return;
        }

        run.WriteTable(
            Words.Get(
                result.Errors.Count > 0 ? "exchange.verb.title.errors"
                    : result.Applied ? "exchange.verb.title.applied"
                    : "exchange.verb.title.preview",
                result.FileName
            ),
            [
                Words.Get("exchange.column.sheet"),
                Words.Get("exchange.column.add"),
                Words.Get("exchange.column.change"),
                Words.Get("exchange.column.same"),
            ],
            result.Sheets.Select(s => new[] { s.Sheet, Number(s.Add), Number(s.Change), Number(s.Same) }),
            1,
            2,
            3
        );
        foreach (
            var (title, issues) in new[] { ("exchange.verb.errors", result.Errors), ("exchange.verb.warnings", result.Warnings) }
        )
        {
            if (issues.Count > 0)
            {
                run.WriteLine(Words.Get(title, issues.Count));
            }

            foreach (var issue in issues)
            {
                run.WriteLine(
                    "  "
                        + Words.Get("exchange.verb.issue", issue.Sheet, issue.Row, issue.Column, issue.Value ?? "", issue.Message)
                );
            }
        }
    }

    private static string Number(int count) => count.ToString("#,0", Words.Vietnamese);

    private static object Issue(WorkbookIssue issue) =>
        new
        {
            sheet = issue.Sheet,
            row = issue.Row,
            column = issue.Column,
            value = issue.Value,
            code = issue.Code,
            message = issue.Message,
        };
}
