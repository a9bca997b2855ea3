using System.CommandLine;
using TongKet.Cli;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Web;

namespace TongKet.Members.ShowMovement;

/// <summary>movement --organization SK --year 2023 [--as-of …] [--json]: 0 only if the ledger closes.</summary>
public static class MovementVerb
{
    public static Command Make(VerbHost host)
    {
        var (organization, year, asOf) = (VerbOptions.Organization(), VerbOptions.Year(), VerbOptions.AsOf());
        var command = new Command("movement", Words.Get("members.verb.movement")) { organization, year, asOf };
        command.SetAction(
            host.OnStore(
                async (run, parse, cancel) =>
                {
                    var (code, of) = (parse.GetRequiredValue(organization), parse.GetValue(year));
                    var day = parse.GetValue(asOf) ?? new DateOnly(of, 12, 31);
                    var tree = await run.Get<TreeReader>().ReadAsync(day, cancel);
                    if (
                        tree.FindByCode(code) is not { } node
                        || await run.Get<MovementQuery>().AskAsync(run.Actor, node.Id, of, day, cancel) is not { } view
                    )
                    {
                        return run.Refuse(new Refusal("figures.no-organization", null, code));
                    }

                    Write(run, view);
                    return view.Total.Difference is null or 0 ? 0 : 1;
                }
            )
        );
        return command;
    }

    private static void Write(VerbRun run, MovementView view)
    {
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    organization = view.Organization.Code,
                    from = view.From,
                    to = view.To,
                    lines = view
                        .Below.Append(view.Total)
                        .Select(l => new
                        {
                            organization = l.Organization.Code,
                            figures = MovementQuery.Codes.Zip(l.Values).ToDictionary(p => p.First, p => p.Second),
                            difference = l.Difference,
                        }),
                }
            );
            return;
        }

        run.WriteTable(
            Words.Get("members.movement.title"),
            [Words.Get("members.movement.organization"), .. MovementQuery.Codes.Select(c => Words.Get("members.movement." + c))],
            view.Below.Append(view.Total)
                .Select(l => (string[])[l.Organization.Name, .. l.Values.Select(v => VietnameseFormat.Number(v))]),
            [.. Enumerable.Range(1, MovementQuery.Codes.Count)]
        );
        foreach (var gap in view.Gaps)
        {
            run.WriteLine($"{gap.Name}, {gap.Cell?.Name}, {VietnameseFormat.Date(gap.On)}");
        }
    }
}
