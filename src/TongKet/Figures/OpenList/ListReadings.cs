using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Figures.ListRecords;
using TongKet.Store;

namespace TongKet.Figures.OpenList;

/// <summary>What somebody did with a list of persons.</summary>
public static class ListActs
{
    public const string Open = "figures.open-list";
    public const string Export = "figures.export-list";
}

/// <summary>
/// The lines of the reading log about lists: which figure, of which day, how many records. Whoever said why he needs a
/// list turns its pages for a day without saying it again; taking it as a file is another act.
/// </summary>
public sealed class ListReadings(AppStore store, ReadingLog log, TimeProvider clock)
{
    private static readonly TimeSpan OpenFor = TimeSpan.FromDays(1);

    /// <summary>Between the form and the file lie the seconds of a redirect.</summary>
    private static readonly TimeSpan GivenWithin = TimeSpan.FromMinutes(10);

    public Task<long> WriteAsync(
        Actor actor,
        string act,
        RecordsQuestion question,
        DateOnly day,
        int count,
        string reason,
        CancellationToken cancel
    ) =>
        log.AddAsync(
            (actor.AccountId, actor.Name),
            Begin(act, question, day) + count.ToString(CultureInfo.InvariantCulture),
            question.OrganizationId,
            reason,
            cancel
        );

    /// <summary>He said within the day why he needs this list.</summary>
    public Task<bool> IsOpenAsync(Actor actor, RecordsQuestion question, DateOnly day, CancellationToken cancel) =>
        Of(actor, ListActs.Open, question, day, OpenFor).AnyAsync(cancel);

    /// <summary>This line is about this list as a file, and was just written by him.</summary>
    public Task<bool> IsGivenAsync(Actor actor, RecordsQuestion question, DateOnly day, long line, CancellationToken cancel) =>
        Of(actor, ListActs.Export, question, day, GivenWithin).AnyAsync(r => r.Id == line, cancel);

    private IQueryable<ReadingLine> Of(Actor actor, string act, RecordsQuestion question, DateOnly day, TimeSpan within)
    {
        var (begin, since, organization) = (Begin(act, question, day), clock.GetUtcNow() - within, question.OrganizationId);
        return store
            .Set<ReadingLine>()
            .Where(r => r.RecordId == organization && r.AccountId == actor.AccountId && r.At >= since && r.Act.StartsWith(begin));
    }

    private static string Begin(string act, RecordsQuestion question, DateOnly day) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{act} figure={question.Code} day={day:yyyy-MM-dd}{Day("from", question.From)}{Day("tree", question.TreeOn)} count="
        );

    private static string Day(string name, DateOnly? day) =>
        day is { } known ? string.Create(CultureInfo.InvariantCulture, $" {name}={known:yyyy-MM-dd}") : "";
}
