using System.CommandLine;
using System.Globalization;
using TongKet.Cli;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Figures.ListRecords;

/// <summary>records --organization SK --year 2023 --figure member_excellent_count [--json]</summary>
public static class RecordsVerb
{
    /// <summary>More are not held in memory; what is left out is told, and its organizations can be asked one by one.</summary>
    private const int MostRows = 100_000;

    public static Command Make(VerbHost host)
    {
        var (organization, year, asOf) = (VerbOptions.Organization(), VerbOptions.Year(), VerbOptions.AsOf());
        var figure = new Option<string>("--figure") { Description = Words.Get("figures.option.figure"), Required = true };
        var command = new Command("records", Words.Get("figures.verb.records")) { organization, year, asOf, figure };
        command.SetAction(
            host.OnStore(
                async (run, parse, cancel) =>
                {
                    var (code, figureCode) = (parse.GetRequiredValue(organization), parse.GetRequiredValue(figure));
                    if (run.Get<FigureBook>().Catalogue.Find(figureCode) is null)
                    {
                        return run.Refuse(new Refusal("figures.no-figure", null, figureCode));
                    }

                    var view = await run.Get<RecordsQuery>()
                        .AskAsync(run.Actor, code, parse.GetValue(year), parse.GetValue(asOf), figureCode, MostRows, cancel);
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

    private static void Write(VerbRun run, RecordsView view)
    {
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    figure = view.Figure.Code,
                    value = view.Value,
                    total = view.Total,
                    isPart = view.Next is not null,
                    records = view.Records.Select(r => new
                    {
                        id = r.Id,
                        name = r.Name,
                        code = r.Code,
                        cell = r.Place?.Code,
                        date = r.On,
                    }),
                    countsOnly = view.CountsOnly.Select(c => new { organization = c.Unit.Code, value = c.Value }),
                }
            );
            return;
        }

        run.WriteTable(
            $"{Words.Get("figures." + view.Figure.Code)}: {view.Value?.ToString("#,0.##", Words.Vietnamese) ?? "—"}",
            [
                Words.Get("figures.column.name"),
                Words.Get("figures.column.number"),
                Words.Get("figures.column.cell"),
                Words.Get("figures.column.on"),
            ],
            view.Records.Select(r =>
                new[]
                {
                    r.Name,
                    r.Code ?? "",
                    r.Place?.Name ?? "",
                    r.On?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "",
                }
            )
        );
        if (view.Next is not null)
        {
            run.WriteLine(
                Words.Get(
                    "figures.records.is-part",
                    VietnameseFormat.Number(view.Records.Count),
                    VietnameseFormat.Number(view.Total)
                )
            );
        }

        foreach (var (unit, value) in view.CountsOnly)
        {
            run.WriteLine(Words.Get("figures.counts-only", unit.Name, value));
        }
    }
}
