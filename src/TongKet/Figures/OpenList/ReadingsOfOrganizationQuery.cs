using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Figures.OpenList;

/// <param name="What">Which list, of which day, with how many lines, and whether it was taken as a file.</param>
public sealed record ListReading(DateTimeOffset At, string By, string What, string Reason);

/// <summary>Who lately read or took a list of an organization, for those who may see who changed what.</summary>
public sealed class ReadingsOfOrganizationQuery(AppStore store, TreeReader trees)
{
    private const int Most = 20;

    public async Task<IReadOnlyList<ListReading>> AskAsync(
        Actor actor,
        long organizationId,
        DateOnly on,
        CancellationToken cancel
    )
    {
        var tree = await trees.ReadAsync(on, cancel);
        if (!ScopeRule.May(actor, Acts.SeeChanges, tree, organizationId))
        {
            return [];
        }

        var lines = await store
            .Set<ReadingLine>()
            .AsNoTracking()
            .Where(r => r.RecordId == organizationId)
            .OrderByDescending(r => r.Id)
            .Take(Most)
            .ToListAsync(cancel);
        return [.. lines.Select(l => new ListReading(l.At, l.By, What(l.Act), l.Reason))];
    }

    private static string What(string act)
    {
        var parts = act.Split(' ');
        var told = parts.Skip(1).Select(p => p.Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
        var name = told.TryGetValue("figure", out var figure)
            ? Words.Get("figures." + figure)
            : Words.Get("figures.readings.register");
        var key = parts[0] == ListActs.Open ? "figures.readings.open" : "figures.readings.export";
        return Words.Get(key, name, Day("day"), told.GetValueOrDefault("count", ""))
            + (told.ContainsKey("tree") ? " " + Words.Get("figures.as-if", Day("tree")) : "");

        string Day(string of) =>
            DateOnly.TryParse(told.GetValueOrDefault(of), System.Globalization.CultureInfo.InvariantCulture, out var day)
                ? VietnameseFormat.Date(day)
                : VietnameseFormat.Unknown;
    }
}
