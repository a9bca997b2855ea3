using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Figures.ListRecords;
using TongKet.Web;
using TongKet.Web.Spreadsheets;

namespace TongKet.Figures.OpenList;

/// <param name="Act">One of <see cref="ListActs"/>: to read the list on the page, or to take it as a file.</param>
/// <param name="Reason">Why it is needed; a grassroots organization's own list needs none.</param>
public sealed record OpenListCommand(RecordsQuestion Question, string Act, string? Reason);

/// <summary>Opens a list of persons, or gives it as a file, after writing down who asked, which list, how many and why.</summary>
public sealed class OpenListHandler(RecordsQuery records, ListReadings readings)
{
    public static readonly TextLength ReasonLength = new("figures.list.reason", 200);
    private const int ShortestReason = 5;

    /// <returns>The number of the line in the reading log.</returns>
    public async Task<Outcome<long>> HandleAsync(OpenListCommand command, Actor actor, CancellationToken cancel)
    {
        if (await records.FindAsync(actor, command.Question, cancel) is not { } found)
        {
            return new Refusal("figures.list.not-found");
        }

        var reason = VietnameseText.Tidy(command.Reason ?? "");
        if (found.State == ListState.WithoutNames)
        {
            return new Refusal("figures.list.without-names");
        }

        if (found.State == ListState.NeedsReason && reason.Length < ShortestReason)
        {
            return new Refusal("figures.list.needs-reason");
        }

        if (ReasonLength.Check(command.Reason) is { } tooLong)
        {
            return tooLong;
        }

        if (command.Act == ListActs.Export && found.Count > ListWorkbook.MostRows)
        {
            return new Refusal(
                "web.list.too-long",
                null,
                VietnameseFormat.Number(found.Count),
                VietnameseFormat.Number(ListWorkbook.MostRows)
            );
        }

        var day = found.Table.On.Day;
        return await readings.WriteAsync(actor, command.Act, command.Question, day, found.Count, reason, cancel);
    }
}
