using TongKet.Domain.Figures;
using TongKet.Domain.Regulations;
using TongKet.Figures;
using TongKet.Organizations;
using TongKet.Web;

namespace TongKet.Members;

/// <summary>Members, cells and grassroots organizations beside each organization of the tree.</summary>
public static class TreeHeadCount
{
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
            async (top, on, cancel) =>
            {
                var table = await book.CountAsync(top.Id, AsOf.At(rules, on.Year, on), cancel, Counted);
                return (id, code) => table is null ? new(null, false) : new(table.Value(id, code), table.HasAggregates(id, code));
            }
        );
}
