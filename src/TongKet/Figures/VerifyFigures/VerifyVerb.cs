using System.CommandLine;
using System.Globalization;
using TongKet.Cli;
using TongKet.Web;

namespace TongKet.Figures.VerifyFigures;

/// <summary>verify [--json]: exits 1 where something does not agree, naming each difference.</summary>
public static class VerifyVerb
{
    public static Command Make(VerbHost host)
    {
        var command = new Command("verify", Words.Get("figures.verb.verify"));
        command.SetAction(
            host.OnStore(
                async (run, _, cancel) =>
                {
                    var outcome = await run.Get<VerifyHandler>().HandleAsync(new(), run.Actor, cancel);
                    if (outcome.Value is not { } verification)
                    {
                        return run.Refuse(outcome.Refusals);
                    }

                    Write(run, verification);
                    return verification.Differences.Count == 0 ? 0 : 1;
                }
            )
        );
        return command;
    }

    private static void Write(VerbRun run, Verification verification)
    {
        var (differences, done) = (verification.Differences, verification.Checked);
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    agrees = differences.Count == 0,
                    differences = differences.Select(d => new
                    {
                        kind = d.Kind,
                        organization = d.Organization,
                        record = d.Record,
                        figure = d.Figure,
                        asOf = d.On,
                        expected = d.Expected,
                        found = d.Found,
                        message = d.Sentence,
                    }),
                    @checked = done,
                }
            );
            return;
        }

        foreach (var difference in differences)
        {
            run.WriteLine(difference.Sentence);
        }

        run.WriteLine(
            differences.Count == 0 ? Words.Get("figures.verify.silent") : Words.Get("figures.verify.count", differences.Count)
        );
        run.WriteLine(
            Words.Get(
                "figures.verify.checked",
                done.Organizations,
                done.Days.Count,
                Shown(done.Days[0]),
                Shown(done.Days[^1]),
                done.Figures,
                done.Ledgers,
                done.Records,
                done.Lines
            )
        );
        run.WriteLine(Words.Get("figures.verify.from-columns", done.FromColumns));
        if (done.Erased > 0)
        {
            run.WriteLine(Words.Get("figures.verify.erased", done.Erased));
        }
    }

    private static string Shown(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
