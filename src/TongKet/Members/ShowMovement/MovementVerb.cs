using System.CommandLine;
using TongKet.Cli;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Members.ShowMovement;

/// <summary>movement --organization SK --year 2023 [--from 2023-01-01] [--as-of 2023-06-30] [--json]</summary>
public static class MovementVerb
{
    public static Command Make(VerbHost host)
    {
        var (organization, year, asOf, since) = (
            VerbOptions.Organization(),
            VerbOptions.Year(),
            VerbOptions.AsOf(),
            VerbOptions.From()
        );
        var command = new Command("movement", Words.Get("members.verb.movement")) { organization, year, since, asOf };
        command.SetAction(
            host.OnStore(
                async (run, parse, cancel) =>
                {
                    var (code, of) = (parse.GetRequiredValue(organization), parse.GetValue(year));
                    var from = parse.GetValue(since) ?? new DateOnly(of, 1, 1);
                    var to = parse.GetValue(asOf) ?? new DateOnly(of, 12, 31);
                    if (from > to)
                    {
                        return run.Refuse(new Refusal("members.movement.backwards"));
                    }

                    var view = await run.Get<MovementQuery>().AskAsync(run.Actor, code, from, to, cancel);
                    if (view is null)
                    {
                        return run.Refuse(new Refusal("figures.no-organization", null, code));
                    }

                    Write(run, view);
                    // A movement that does not close was printed, but is not what was asked for.
                    return view.Whole.Closes == false ? 1 : 0;
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
                    organization = view.Whole.Node.Code,
                    from = view.From,
                    to = view.To,
                    closes = view.Whole.Closes,
                    values = Values(view.Whole.Values),
                    inside = view.Inside is { } inside ? Values([.. inside.Select(v => (decimal?)v)]) : null,
                    below = view.Below.Select(l => new { organization = l.Node.Code, values = Values(l.Values) }),
                    gaps = view.Gaps.Select(g => new
                    {
                        id = g.MemberId,
                        name = g.Name,
                        cell = g.Cell,
                        why = Words.Get("members.gap." + g.Why, g.Other ?? ""),
                    }),
                }
            );
            return;
        }

        run.WriteTable(
            Words.Get(
                "members.verb.movement.title",
                view.Whole.Node.Name,
                VietnameseFormat.Date(view.From),
                VietnameseFormat.Date(view.To)
            ),
            [Words.Get("members.movement.item"), Words.Get("members.movement.count")],
            MovementCodes.All.Select(code =>
                new[] { Words.Get("members.movement." + code), VietnameseFormat.Number(view.Whole[code]) }
            ),
            1
        );
        foreach (var gap in view.Gaps)
        {
            run.WriteLine($"{gap.Name}, {gap.Cell}: {Words.Get("members.gap." + gap.Why, gap.Other ?? "")}");
        }
    }

    private static Dictionary<string, decimal?> Values(IReadOnlyList<decimal?> values) =>
        MovementCodes.All.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
}
