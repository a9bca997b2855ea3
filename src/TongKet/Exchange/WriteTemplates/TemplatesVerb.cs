using System.CommandLine;
using TongKet.Cli;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Web;

namespace TongKet.Exchange.WriteTemplates;

/// <summary>templates DIR [--year 2026] [--organization SK]: empty workbooks, one general or one for each unit right under an organization.</summary>
public static class TemplatesVerb
{
    public static Command Make(VerbHost host)
    {
        var folder = new Argument<string>("folder") { Description = Words.Get("exchange.verb.templates.folder") };
        var year = new Option<int?>("--year") { Description = Words.Get("cli.option.year") };
        var organization = new Option<string?>("--organization")
        {
            Description = Words.Get("exchange.verb.templates.organization"),
        };
        var command = new Command("templates", Words.Get("exchange.verb.templates")) { folder, year, organization };
        command.SetAction(
            host.OnStore(
                async (run, parse, cancel) =>
                {
                    var of = parse.GetValue(year) ?? VietnameseFormat.DayOf(run.Get<TimeProvider>().GetUtcNow()).Year;
                    var tree = await run.Get<TreeReader>().ReadAsync(new DateOnly(of, 12, 31), cancel);
                    var code = parse.GetValue(organization);
                    var top = code is null ? null : tree.FindByCode(code);
                    if (code is not null && (top is null || !ScopeRule.May(run.Actor, Acts.ImportWorkbooks, tree, top)))
                    {
                        return run.Refuse(new Refusal("figures.no-organization", null, code));
                    }

                    var units = top is null ? [] : tree.Children(top).Select(n => Unit(tree, n)).ToList();
                    var written = WorkbookTemplates.WriteFolder(parse.GetRequiredValue(folder), of, units);
                    if (run.IsJson)
                    {
                        run.WriteJson(new { files = written });
                    }
                    else
                    {
                        run.WriteLine(
                            Words.Get("exchange.verb.templates.written", written.Count, parse.GetRequiredValue(folder))
                        );
                    }

                    return 0;
                }
            )
        );
        return command;
    }

    private static TemplateUnit Unit(OrganizationTree tree, TreeNode unit) =>
        new(unit.Code, unit.Name, unit.Kind, [.. tree.Subtree(unit).Skip(1).Select(n => (n.Code, n.Name, n.Kind))]);
}
