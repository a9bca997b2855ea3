using TongKet.Reviews;
using TongKet.Reviews.ShowExcellentCap;
using TongKet.Web;

namespace TongKet.Reports.ShowReport;

/// <summary>
/// Why there are more Excellent than the usual share: each group by its document, or that none was entered. A sum over many
/// groups exceeds the share through these alone. A table, so that the workbook has it too.
/// </summary>
internal static class CapReasons
{
    public static IEnumerable<ReportBlock> Of(ExcellentCapView cap)
    {
        var over = cap
            .Groups.Select(g => (Group: g, g.Name))
            .Concat(cap.Members.Select(g => (Group: g, Name: MembersOf(g))))
            .Where(g => g.Group.IsOverUsual)
            .ToList();
        if (over.Count == 0)
        {
            yield break;
        }

        yield return new ReportTable(
            Words.Get("reports.table.cap-over"),
            [
                Words.Get("reports.column.group"),
                Words.Get("reports.column.excellent"),
                Words.Get("reports.column.usual-limit"),
                Words.Get("reports.column.why"),
            ],
            [
                .. over.Select(g =>
                    (IReadOnlyList<ReportSpan>)
                        [
                            new(g.Name),
                            new(VietnameseFormat.Number(g.Group.Group.Excellent)),
                            new(VietnameseFormat.Number(g.Group.Usual.Limit)),
                            new(Why(g.Group)),
                        ]
                ),
            ],
            null,
            Words.Get(
                "reports.note.cap-over",
                VietnameseFormat.Number(over.Count),
                VietnameseFormat.Number(cap.Groups.Count + cap.Members.Count),
                cap.Percent,
                VietnameseFormat.Number(over.Count(g => g.Group.Allowance is not null)),
                VietnameseFormat.Number(over.Count(g => g.Group.Allowance is null))
            )
        );
    }

    private static string Why(CapGroupView group) =>
        group.Allowance is not { } allowance ? Words.Get("reports.cap-over.open", VietnameseFormat.Number(-group.Usual.Room))
        : group.IsOver
            ? Words.Get("reports.cap-over.still", CapAllowances.Said(allowance), VietnameseFormat.Number(-group.InForce.Room))
        : Words.Get("reports.cap-over.allowed", CapAllowances.Said(allowance));

    private static string MembersOf(CapGroupView group) => Words.Get("reviews.allowance.members", group.Organizations[0].Name);
}
