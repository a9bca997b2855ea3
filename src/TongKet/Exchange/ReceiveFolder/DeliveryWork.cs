using TongKet.Domain.Access;
using TongKet.Portal;
using TongKet.Web;

namespace TongKet.Exchange.ReceiveFolder;

/// <summary>What an office still has to do about the workbooks of the units below it.</summary>
public static class DeliveryWork
{
    private static readonly (BoardState State, string Key, WorkKind Kind)[] Told =
    [
        (BoardState.WithErrors, "exchange.work.with-errors", WorkKind.Wrong),
        (BoardState.ChangedSince, "exchange.work.changed-since", WorkKind.Wrong),
        (BoardState.NotArrived, "exchange.work.not-arrived", WorkKind.Missing),
    ];

    private const int Examples = 3;

    /// <summary>Nothing where no unit has sent a workbook for the year: then they are not collected this way.</summary>
    public static async Task<IReadOnlyList<WorkItem>> FindAsync(
        IServiceProvider services,
        WorkQuestion question,
        CancellationToken cancel
    )
    {
        if (
            !question.May(Acts.ImportWorkbooks)
            || await services
                .GetRequiredService<DeliveryBoardQuery>()
                .AskAsync(question.Actor, question.Organization.Id, question.Year, cancel)
                is not { } board
            || board.Lines.All(l => l.State == BoardState.NotArrived)
        )
        {
            return [];
        }

        var context = PageContextLayer.Of(services.GetRequiredService<IHttpContextAccessor>().HttpContext!);
        return
        [
            .. Told.Where(t => board.CountOf(t.State) > 0)
                .Select(t => new WorkItem(
                    t.Kind,
                    Words.Get(t.Key, question.Year.ToString(Words.Vietnamese)),
                    context.Link("/nhap-so-lieu/theo-doi"),
                    board.CountOf(t.State),
                    Examples: [.. board.Lines.Where(l => l.State == t.State).Take(Examples).Select(l => l.Unit.Name)]
                )),
        ];
    }
}
