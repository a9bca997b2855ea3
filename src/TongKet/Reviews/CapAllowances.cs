using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Reviews;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Reviews;

/// <summary>What documents allow the groups that one body decides on in a review.</summary>
public sealed class CapAllowances(IReadOnlyList<CapAllowance> entered)
{
    /// <summary>All that were entered, those withdrawn among them.</summary>
    public IReadOnlyList<CapAllowance> Entered => entered;

    public static async Task<CapAllowances> OfAsync(AppStore store, long cycleId, long bodyId, CancellationToken cancel) =>
        new(
            await store
                .Set<CapAllowance>()
                .AsNoTracking()
                .Where(a => a.CycleId == cycleId && a.OrganizationId == bodyId)
                .OrderBy(a => a.Id)
                .ToListAsync(cancel)
        );

    public CapAllowance? For(CapKey key) => entered.FirstOrDefault(a => a.IsInForce && a.Key == key);

    /// <summary>«đến 25% theo văn bản số …, ngày …».</summary>
    public static string Said(CapAllowance allowance) =>
        allowance.Kind switch
        {
            CapAllowanceKind.HigherShare => Words.Get(
                "reviews.allowance.said.higher-share",
                allowance.Percent ?? 0m,
                allowance.Number,
                VietnameseFormat.Date(allowance.SignedOn)
            ),
            CapAllowanceKind.OneOfSmallGroup => Words.Get(
                "reviews.allowance.said.one",
                allowance.Number,
                VietnameseFormat.Date(allowance.SignedOn)
            ),
            _ => Words.Get("reviews.allowance.said.excess", allowance.Number, VietnameseFormat.Date(allowance.SignedOn)),
        };
}
