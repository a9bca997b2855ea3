using Microsoft.EntityFrameworkCore;
using TongKet.Figures.VerifyFigures.Oracle;
using TongKet.Store;

namespace TongKet.Figures.VerifyFigures;

/// <summary>
/// Which figures a change behind the log's back moved: the second count is made once more with the record as the log
/// has it, and what differs is named, at the lowest organization and the last day where it shows.
/// </summary>
public sealed class MovedFigures(AppStore store, OracleQuery query, OracleMoments moments, Func<long, string> codeOf)
{
    /// <summary>Each costs a count of all moments; further records are named without their figures.</summary>
    private const int Most = 10;

    public async Task<IReadOnlyList<Difference>> NameAsync(
        IReadOnlyList<RecordFault> faults,
        IReadOnlyList<OracleAnswer> now,
        CancellationToken cancel
    )
    {
        var found = new List<Difference>();
        var left = Most;
        foreach (var fault in faults)
        {
            var (record, moved) = (Difference.NameOf(fault.Table, fault.Id), new List<Difference>());
            // A batch knows no values to count with.
            var isKnown = fault.Line is not { IsBatch: true } && LoggedRecord.CountedTables.Contains(fault.Table);
            if (isKnown && left-- > 0)
            {
                moved = await MovedByAsync(fault, record, now, cancel);
            }

            found.AddRange(moved);
            if (moved.Count == 0)
            {
                found.Add(new(fault.Kind, fault.Line?.OrganizationId is { } id ? codeOf(id) : null, record));
            }
        }

        return found;
    }

    private async Task<List<Difference>> MovedByAsync(
        RecordFault fault,
        string record,
        IReadOnlyList<OracleAnswer> now,
        CancellationToken cancel
    )
    {
        var logged = await LoggedAsync(fault, cancel);
        var oracle = new FigureOracle(query.With(logged.Parameters), logged.Records(query.IsPostgreSql));
        var moved = new Dictionary<string, Difference>();
        foreach (var answer in now)
        {
            var before = await oracle.CountAsync(moments.LastYear(answer.Moment), null, cancel);
            var due = await oracle.CountAsync(answer.Moment, before, cancel);
            foreach (var code in answer.Codes)
            {
                if (Lowest(answer, due, code) is { } id)
                {
                    moved[code] = new(
                        fault.Kind,
                        codeOf(id),
                        record,
                        code,
                        answer.Moment.Day,
                        Difference.Shown(due.Value(id, code)),
                        Difference.Shown(answer.Value(id, code))
                    );
                }
            }
        }

        return [.. moved.Values];
    }

    private static long? Lowest(OracleAnswer now, OracleAnswer due, string code)
    {
        var differing = now.Nodes.Where(n => now.Value(n.Id, code) != due.Value(n.Id, code)).ToList();
        var above = differing.Select(n => n.ParentId).ToHashSet();
        return differing.Find(n => !above.Contains(n.Id))?.Id;
    }

    private async Task<LoggedRecord> LoggedAsync(RecordFault fault, CancellationToken cancel)
    {
        var seq = fault.Line?.Seq;
        var json = await store.Set<ChangeValue>().Where(v => v.Seq == seq).Select(v => v.After).FirstOrDefaultAsync(cancel);
        var columns = fault
            .Type.GetProperties()
            .Select(p =>
            {
                var type = Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType;
                return new LoggedColumn(p.GetColumnName(), type == typeof(DateOnly), type == typeof(decimal));
            });
        return new(fault.Table, [.. columns], fault.Id, json);
    }
}
