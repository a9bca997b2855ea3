using System.CommandLine;
using System.Globalization;
using TongKet.Cli;
using TongKet.Domain.Figures;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Figures.AnswerFigures;

/// <summary>figures --organization SK --year 2023 [--as-of 2023-06-30] [--tree 2025-07-01] [--json]</summary>
public static class FiguresVerb
{
    public static Command Make(VerbHost host)
    {
        var (organization, year, asOf) = (VerbOptions.Organization(), VerbOptions.Year(), VerbOptions.AsOf());
        var tree = VerbOptions.Tree();
        var command = new Command("figures", Words.Get("figures.verb.figures")) { organization, year, asOf, tree };
        command.SetAction(
            host.OnStore(
                async (run, parse, cancel) =>
                {
                    var code = parse.GetRequiredValue(organization);
                    var (of, day, treeOn) = (parse.GetValue(year), parse.GetValue(asOf), parse.GetValue(tree));
                    if (RefuseTree(of, day, treeOn) is { } refusal)
                    {
                        return run.Refuse(refusal);
                    }

                    var view = await run.Get<FiguresQuery>().AskAsync(run.Actor, code, of, day, cancel, treeOn);
                    if (view is null)
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

    /// <summary>On an earlier tree somebody would see what others have become responsible for since.</summary>
    public static Refusal? RefuseTree(int year, DateOnly? day, DateOnly? treeOn) =>
        treeOn < (day ?? new DateOnly(year, 12, 31)) ? new("figures.tree-before-day", null, Shown(treeOn.Value)) : null;

    /// <summary>The unit as programs read it.</summary>
    public static string UnitOf(FigureUnit unit) => unit.ToString().ToLowerInvariant();

    private static void Write(VerbRun run, FiguresView view)
    {
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    organization = view.Organization.Code,
                    year = view.Year,
                    asOf = view.AsOf,
                    tree = view.TreeOn ?? view.AsOf,
                    isAsIf = view.TreeOn is not null,
                    stamp = view.Table.Stamp,
                    figures = view.Figures.Select(f => new
                    {
                        code = f.Code,
                        name = f.Name,
                        value = f.Value,
                        unit = UnitOf(f.Unit),
                        @base = f.Base,
                        baseValue = f.BaseValue,
                    }),
                }
            );
            return;
        }

        run.WriteTable(
            Words.Get("figures.verb.figures.title", view.Organization.Name, view.Year, Shown(view.AsOf))
                + (view.TreeOn is { } treeOn ? " " + Words.Get("figures.as-if", Shown(treeOn)) : ""),
            [
                Words.Get("figures.column.figure"),
                Words.Get("figures.column.value"),
                Words.Get("figures.column.base"),
                Words.Get("figures.column.code"),
            ],
            view.Figures.Select(f =>
                new[]
                {
                    f.Name,
                    Shown(f.Value, f.Unit),
                    f.Base is null ? "" : Words.Get("figures." + f.Base) + ": " + Shown(f.BaseValue, FigureUnit.Count),
                    f.Code,
                }
            ),
            1
        );
    }

    private static string Shown(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Shown(decimal? value, FigureUnit unit) =>
        value is null ? "—" : value.Value.ToString("#,0.##", Words.Vietnamese) + (unit == FigureUnit.Percent ? "%" : "");
}
