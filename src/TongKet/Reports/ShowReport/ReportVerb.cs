using System.CommandLine;
using TongKet.Cli;
using TongKet.Domain.Values;
using TongKet.Figures.AnswerFigures;
using TongKet.Reports.IssueReport;
using TongKet.Web;

namespace TongKet.Reports.ShowReport;

/// <summary>report --organization SK --year 2023 [--as-of …] [--tree …] --out r.docx|r.xlsx|r.html|r.pdf</summary>
public static class ReportVerb
{
    public static Command Make(VerbHost host)
    {
        var (organization, year, asOf) = (VerbOptions.Organization(), VerbOptions.Year(), VerbOptions.AsOf());
        var tree = VerbOptions.Tree();
        var to = new Option<string>("--out") { Description = Words.Get("reports.option.out"), Required = true };
        var address = new Option<Uri>("--address")
        {
            Description = Words.Get("web.verb.address"),
            DefaultValueFactory = _ => new(HostMode.UsualAddress),
        };
        var command = new Command("report", Words.Get("reports.verb.about")) { organization, year, asOf, tree, to, address };
        command.SetAction(
            host.OnStore(
                async (run, parse, cancel) =>
                {
                    var code = parse.GetRequiredValue(organization);
                    var (of, day, treeOn) = (parse.GetValue(year), parse.GetValue(asOf), parse.GetValue(tree));
                    if (FiguresVerb.RefuseTree(of, day, treeOn) is { } refusal)
                    {
                        return run.Refuse(refusal);
                    }

                    var view = await run.Get<ReportQuery>().AskAsync(run.Actor, code, of, day, cancel, treeOn);
                    if (view is null)
                    {
                        return run.Refuse(new Refusal("figures.no-organization", null, code));
                    }

                    var path = parse.GetRequiredValue(to);
                    var ending = Path.GetExtension(path);
                    var issue = new IssueReportCommand(view, ending, parse.GetValue(address)!);
                    var written = await run.Get<IssueReportHandler>().HandleAsync(issue, run.Actor, cancel);
                    if (written.Value is not { } done)
                    {
                        return run.Refuse(written.Refusals);
                    }

                    // A full disk must not leave half a report under the name that was asked for.
                    var half = path + ".part";
                    await File.WriteAllBytesAsync(half, done.Content, cancel);
                    File.Move(half, path, overwrite: true);
                    if (run.IsJson)
                    {
                        run.WriteJson(new { file = Path.GetFullPath(path), bytes = done.Content.Length });
                    }
                    else
                    {
                        run.WriteLine(Words.Get("reports.verb.written", path));
                    }

                    return 0;
                }
            )
        );
        return command;
    }
}
