using TongKet.Domain.Figures;
using TongKet.Domain.Regulations;
using TongKet.Figures;
using TongKet.Organizations;
using TongKet.Web;

namespace TongKet.Members;

/// <summary>Members, cells and grassroots organizations beside each organization of the tree.</summary>
public static class TreeHeadCount
{
    private const int FewEnough = 300;
    private static readonly string[] Shown = ["grassroots_party_org_count", "subordinate_cell_count", "party_member_total"];
    private static readonly string[] Counted =
    [
        "grassroots_party_committee_count",
        "grassroots_cell_count",
        "subordinate_cell_count",
        "party_member_total",
    ];

    public static TreeNumbers Of(FigureBook book, RuleBook rules) =>
        new(
            [
                .. Shown.Select(code => new TreeColumn(
                    code,
                    Words.Get("members.tree." + code),
                    "/so-lieu/" + code,
                    code == "party_member_total"
                )),
            ],
            async (nodes, on, cancel) =>
            {
                var moment = AsOf.At(rules, on.Year, on);
                // A file of the whole tree: counted once from below instead of one by one.
                var table =
                    nodes.Count > FewEnough
                        ? await book.CountAsync(nodes[0].Id, moment, cancel, Counted)
                        : await book.CountTotalsAsync([.. nodes.Select(n => n.Id)], moment, cancel);
                return (id, code) => table is null ? new(null, false) : new(table.Value(id, code), table.HasAggregates(id, code));
            }
        );
}
