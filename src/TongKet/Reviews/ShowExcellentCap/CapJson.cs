using TongKet.Domain.Reviews;

namespace TongKet.Reviews.ShowExcellentCap;

/// <summary>The share of Excellent as programs read it.</summary>
internal static class CapJson
{
    public static object Of(ExcellentCapView view)
    {
        var (ofOrganizations, ofMembers) = (CapRules.OfOrganizations(view.RuleSet), CapRules.OfMembers(view.RuleSet));
        return new
        {
            document = view.RuleSet.Document,
            groups = view.Groups.Select(g => Group(g, ofOrganizations)),
            members = view.Members.Select(g => Group(g, ofMembers)),
        };
    }

    private static object Group(CapGroupView view, CapRules rules) =>
        new
        {
            group = view.Group.Name,
            inForce = CapVerb.BaseOf(view.InForce.Base),
            article = rules.Article,
            confirmed = rules.IsConfirmed,
            mustChange = ExcellentCapRule.MustChange(view.Group, rules, view.Allowance?.Decision),
            allowance = view.Allowance is { } allowance
                ? new
                {
                    kind = allowance.Kind.ToString(),
                    percent = allowance.Percent,
                    number = allowance.Number,
                    signedOn = allowance.SignedOn,
                }
                : null,
            rated = view.Group.Rated,
            excellent = view.Group.Excellent,
            good = view.Group.Good,
            readings = view.Readings.Select(r => new
            {
                @base = CapVerb.BaseOf(r.Base),
                limit = r.Limit,
                room = r.Room,
            }),
        };
}
