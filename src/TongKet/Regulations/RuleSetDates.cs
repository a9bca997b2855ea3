using TongKet.Domain.Regulations;
using TongKet.Web;

namespace TongKet.Regulations;

/// <summary>From when to when a document rules, in words.</summary>
public static class RuleSetDates
{
    public static string Of(RuleSet set) =>
        set.EffectiveTo is { } to
            ? Words.Get("regulations.list.from-to", VietnameseFormat.Date(set.EffectiveFrom), VietnameseFormat.Date(to))
            : Words.Get("regulations.list.from", VietnameseFormat.Date(set.EffectiveFrom));
}
