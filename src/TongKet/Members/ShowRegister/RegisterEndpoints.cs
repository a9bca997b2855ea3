using System.Globalization;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;
using TongKet.Web.Spreadsheets;

namespace TongKet.Members.ShowRegister;

/// <summary>The register as the page shows it, all its lines, as a workbook; numbers stay masked.</summary>
public static class RegisterEndpoints
{
    public const string Workbook = "/dang-vien/danh-sach.xlsx";
    private const string Act = "members.export-register";
    private const int Batch = 1000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(
                Workbook,
                async (HttpContext request, RegisterQuery query, ReadingLog log, CancellationToken cancel) =>
                {
                    var context = await PageContextLayer.FindAsync(request);
                    if (context is not { IsNotFound: false, Actor: { } actor, OrganizationId: { } organization })
                    {
                        return Results.NotFound();
                    }

                    var asked = request.Request.Query;
                    var cell = long.TryParse(asked["chi-bo"], NumberStyles.None, CultureInfo.InvariantCulture, out var id);
                    var filter = RegisterFilter.Asked(asked["tim"], cell ? id : null, asked["trang-thai"]);
                    var lines = new List<RegisterLine>();
                    RegisterView? view;
                    long? after = null;
                    do
                    {
                        view = await query.AskAsync(
                            actor,
                            organization,
                            context.AsOf,
                            filter,
                            asked["xep"] == RegisterFilter.ByName,
                            after,
                            cancel,
                            Batch
                        );
                        lines.AddRange(view?.Lines ?? []);
                        after = view?.NextAfter;
                    } while (
                        after is not null && lines.Count <= ListWorkbook.MostRows && view!.Total is not > ListWorkbook.MostRows
                    );

                    if (view is null)
                    {
                        return Results.NotFound();
                    }

                    var count = view.Total ?? lines.Count;
                    if (count > ListWorkbook.MostRows)
                    {
                        return ListWorkbook.TooLong(count);
                    }

                    var act = string.Create(CultureInfo.InvariantCulture, $"{Act} day={view.On:yyyy-MM-dd} count={count}");
                    await log.AddAsync((actor.AccountId, actor.Name), act, organization, "", cancel);
                    return ListWorkbook.Answer("danh-sach-dang-vien.xlsx", Write(view, lines));
                }
            )
            .RequireAuthorization();

    private static ListWorkbook Write(RegisterView view, List<RegisterLine> lines) =>
        new(
            Words.Get("members.register.title"),
            Words.Get("members.register.subtitle", view.Organization.Name, VietnameseFormat.Date(view.On)),
            [
                new(Words.Get("members.column.order"), 7, IsNumber: true),
                new(Words.Get("members.column.name"), 28),
                new(Words.Get("members.column.born"), 12),
                new(Words.Get("members.column.sex"), 9),
                new(Words.Get("members.column.admitted"), 12),
                new(Words.Get("members.column.official"), 12),
                new(Words.Get("members.column.citizen-id"), 15),
                new(Words.Get("members.column.post"), 26),
                new(Words.Get("members.register.status"), 20),
                new(Words.Get("members.column.cell"), 34),
            ],
            lines.Select(Row),
            [.. view.CountsOnly.Select(unit => Words.Get("members.register.counts-only", unit.Name))]
        );

    private static IReadOnlyList<object?> Row(RegisterLine line) =>
        [
            line.RegisterOrder > 0 ? line.RegisterOrder : null,
            line.Name,
            Day(line.Born),
            Words.Of(line.Sex),
            Day(line.Admitted),
            line.OfficialOn,
            line.CitizenId,
            string.Join(", ", line.Posts),
            string.Join(
                ", ",
                line.Conditions.Select(c => Words.Of(c))
                    .Concat(line.IsProbationary ? [Words.Get("members.mark.probationary")] : [])
            ),
            line.Cell.Name,
        ];

    // A day that is not known to the day stays as it was written.
    private static object? Day(PartialDate? date) => date is { Precision: DatePrecision.Day } known ? known.On : date?.ToString();
}
