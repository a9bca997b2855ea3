using TongKet.Figures.VerifyFigures.Oracle;

namespace TongKet.Figures.VerifyFigures;

/// <summary>Figures that must add up to others, for every organization by the values that the program prints.</summary>
public static class IdentityCheck
{
    public static IEnumerable<Difference> Check(OracleAnswer counted, FigureTable table, Func<long, string> codeOf)
    {
        foreach (var id in counted.Nodes.Select(n => n.Id))
        {
            if (!Adds(["official_member_count", "probationary_member_count"], out var parts))
            {
                yield return Broken(parts);
            }

            var isRosterDay = counted.Moment.Day == counted.Moment.RosterOn;
            if (isRosterDay && !Adds(["member_rated_count", "member_exempt_count", "member_unrated_count"], out parts))
            {
                yield return Broken(parts);
            }

            // Unknown values, and numbers sent by units, of which one may be there without the other, say nothing.
            bool Adds(string[] codes, out decimal? sum)
            {
                sum = codes.Select(c => table.Value(id, c)).Aggregate((decimal?)0, (a, b) => a + b);
                var whole = table.Value(id, "party_member_total");
                return sum is null
                    || whole is null
                    || sum == whole
                    || codes.Append("party_member_total").Any(c => counted.IsSent(id, c));
            }

            Difference Broken(decimal? sum) =>
                new(
                    "parts-differ",
                    codeOf(id),
                    null,
                    "party_member_total",
                    counted.Moment.Day,
                    Difference.Shown(table.Value(id, "party_member_total")),
                    Difference.Shown(sum)
                );
        }
    }

    /// <summary>What an organization has is what lies at itself and what those below it have.</summary>
    public static IEnumerable<Difference> CheckSums(OracleAnswer counted, FigureTable table, Func<long, string> codeOf)
    {
        var below = counted.Nodes.ToLookup(n => n.ParentId);
        foreach (var id in counted.Nodes.Select(n => n.Id))
        {
            foreach (var code in counted.AdditiveCodes)
            {
                var parts = below[id].Select(b => table.Value(b.Id, code)).ToList();
                var whole = table.Value(id, code);
                if (whole is null || parts.Count == 0 || parts.Exists(p => p is null))
                {
                    continue;
                }

                var sum = counted.Own(id, code) + parts.Sum();
                if (sum != whole)
                {
                    yield return new(
                        "sum-differs",
                        codeOf(id),
                        null,
                        code,
                        counted.Moment.Day,
                        Difference.Shown(sum),
                        Difference.Shown(whole)
                    );
                }
            }
        }
    }
}
