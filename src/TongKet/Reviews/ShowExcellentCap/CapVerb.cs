using System.CommandLine;
using TongKet.Cli;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Regulations;
using TongKet.Web;

namespace TongKet.Reviews.ShowExcellentCap;

/// <summary>cap --organization SK --year 2023 [--json]</summary>
public static class CapVerb
{
    public static Command Make(VerbHost host)
    {
        var (organization, year) = (VerbOptions.Organization(), VerbOptions.Year());
        var command = new Command("cap", Words.Get("reviews.verb.cap")) { organization, year };
        command.SetAction(
            host.OnStore(
                async (run, parse, cancel) =>
                {
                    var asked = parse.GetValue(year);
                    var tree = await run.Get<TreeReader>().ReadAsync(new DateOnly(asked, 12, 31), cancel);
                    var code = parse.GetRequiredValue(organization);
                    if (
                        tree.FindByCode(code) is not { } node
                        || await run.Get<ExcellentCapQuery>().AskAsync(run.Actor, node.Id, asked, cancel) is not { } view
                    )
                    {
                        return run.Refuse(new Refusal("figures.no-organization", null, code));
                    }

                    Write(run, view);
                    return 0;
                }
            )
        );
        return command;
    }

    /// <summary>The base as programs read it.</summary>
    public static string BaseOf(CapBase @base) =>
        @base switch
        {
            CapBase.GoodOnly => "good",
            CapBase.GoodOrBetter => "good_or_better",
            _ => "rated",
        };

    private static void Write(VerbRun run, ExcellentCapView view)
    {
        if (run.IsJson)
        {
            run.WriteJson(CapJson.Of(view));
            return;
        }

        foreach (
            var (title, groups) in new[] { ("reviews.cap.organizations", view.Groups), ("reviews.cap.members", view.Members) }
        )
        {
            run.WriteTable(
                Words.Get(title, view.Organization.Name, view.Year),
                [
                    Words.Get("reviews.cap.group"),
                    Words.Get("reviews.cap.rated"),
                    Words.Get("reviews.cap.excellent"),
                    Words.Get("reviews.cap.good"),
                    .. Enum.GetValues<CapBase>().Select(b => Words.Get("reviews.cap.base." + BaseOf(b))),
                ],
                groups.Select(g =>
                    (string[])
                        [
                            g.Group.Name,
                            g.Group.Rated.ToString(Words.Vietnamese),
                            g.Group.Excellent.ToString(Words.Vietnamese),
                            g.Group.Good.ToString(Words.Vietnamese),
                            .. g.Readings.Select(r => Room(r) + (r == g.InForce ? " *" : "")),
                        ]
                ),
                1,
                2,
                3
            );
        }

        foreach (var group in view.Groups.Concat(view.Members).Where(g => g.Allowance is not null))
        {
            run.WriteLine($"{group.Name}: {CapAllowances.Said(group.Allowance!)}");
        }

        run.WriteLine(Words.Get("reviews.cap.in-force", view.RuleSet.Document, view.Percent));
        foreach (
            var (rules, label) in new[]
            {
                (CapRules.OfOrganizations(view.RuleSet), "reviews.cap.base-organizations"),
                (CapRules.OfMembers(view.RuleSet), "reviews.cap.base-members"),
            }
        )
        {
            var rule = Words.Get(
                label,
                Words.Get("reviews.cap.of." + BaseOf(rules.Base)),
                RuleValueWords.Named(rules.Grouping.ToString())
            );
            var article = rules.Article ?? Words.Get("regulations.article.unknown");
            run.WriteLine(
                $"{rule} ({article}, {Words.Get(rules.IsConfirmed ? "regulations.confirmed" : "regulations.not-confirmed")})"
            );
        }
    }

    /// <summary>«Còn được xếp: 2» or «Vượt: 1».</summary>
    public static string Room(CapReading reading) =>
        reading.Room >= 0
            ? Words.Get("reviews.cap.room", reading.Room, reading.Limit)
            : Words.Get("reviews.cap.over", -reading.Room, reading.Limit);
}
