using System.Data.Common;
using System.Globalization;

namespace TongKet.Figures.VerifyFigures.Oracle;

/// <summary>
/// Counts every figure of every organization once more, by SQL written for this alone. What it knows of the records
/// are names of tables and columns; no definition of the program's figures is asked.
/// </summary>
/// <param name="records">Named queries that stand in the place of tables («stay AS (…), »), or nothing.</param>
public sealed class FigureOracle(OracleQuery query, string records = "")
{
    /// <summary>The figures of a moment; those of a year earlier are needed for what is compared with last year.</summary>
    public async Task<OracleAnswer> CountAsync(OracleMoment moment, OracleAnswer? lastYear, CancellationToken cancel)
    {
        var nodes = await query.ReadAsync(
            TreeSql.Statement(records, TreeSql.Nodes),
            moment,
            r => new OracleNode(r.GetInt64(0), r.IsDBNull(1) ? null : r.GetInt64(1), r.GetInt32(2) != 0, r.GetInt32(3) != 0),
            cancel
        );
        var answer = new OracleAnswer(moment, nodes);
        await CountAsync(answer, "stay", StaySql.Counts, StaySql.Told, cancel);
        await CountAsync(answer, "roster", GradeSql.Members, "", cancel);
        await CountAsync(answer, "rated", GradeSql.Organizations, "", cancel);
        await CountAsync(answer, "organization", OrganizationSql.Kinds, "", cancel);
        await CountAsync(answer, "meeting", MeetingSql.Counts, "", cancel);
        await CountAsync(answer, "commendation", CommendationSql.Counts, "", cancel);
        await query.ReadAsync(
            TreeSql.Statement(records, OrganizationSql.Sent),
            moment,
            r =>
            {
                answer.AddSent(r.GetInt64(0), r.GetString(2), r.GetInt32(1) != 0, r.GetInt64(3));
                return true;
            },
            cancel
        );
        Arithmetic.Derive(answer, lastYear);
        await DeriveTargetsAsync(answer, cancel);
        return answer;
    }

    /// <summary>For each organization the members by whom its ledger does not close.</summary>
    public Task<List<LedgerGap>> LedgerAsync(OracleMoment moment, CancellationToken cancel) =>
        query.ReadAsync(
            TreeSql.Statement(records, StaySql.Ledger, StaySql.Told),
            moment,
            r => new LedgerGap(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2), r.GetInt64(3)),
            cancel
        );

    private async Task CountAsync(OracleAnswer answer, string set, string select, string more, CancellationToken cancel)
    {
        var statement = TreeSql.Statement(records, select, more);
        var (columns, rows) = await query.CountsAsync(statement, answer.Moment, cancel);
        // Behind organization, own, known and too young the columns are figures by their codes.
        foreach (var code in columns[4..])
        {
            answer.Know(code, set);
        }

        foreach (var row in rows)
        {
            answer.Mark(row[0], set, row[2], row[3]);
            for (var i = 4; i < row.Length; i++)
            {
                answer.Add(row[0], columns[i], row[1] != 0, row[i]);
            }
        }
    }

    private async Task DeriveTargetsAsync(OracleAnswer answer, CancellationToken cancel)
    {
        var targets = await query.ReadAsync(
            $"WITH {records}asked AS (SELECT 1)\n{OrganizationSql.Targets}",
            answer.Moment,
            r => new OracleTarget(r.GetInt64(0), Text(r, 1), r.GetInt32(2), Number(r, 3)!.Value, Number(r, 4)),
            cancel
        );
        foreach (var ofOne in targets.GroupBy(t => t.Organization))
        {
            Arithmetic.DeriveTargets(answer, ofOne.Key, [.. ofOne]);
        }

        static string? Text(DbDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);
        static decimal? Number(DbDataReader row, int at) =>
            row.IsDBNull(at) ? null : Convert.ToDecimal(row.GetValue(at), CultureInfo.InvariantCulture);
    }
}

/// <summary>A member by whom the ledger of an organization does not close: so many are due, so many are there.</summary>
public sealed record LedgerGap(long Organization, long Member, long Due, long Present);

/// <summary>A target as its row has it; direction 1 at least, 2 at most, 3 exactly.</summary>
internal sealed record OracleTarget(long Organization, string? FigureCode, int Direction, decimal Assigned, decimal? ByHand);
