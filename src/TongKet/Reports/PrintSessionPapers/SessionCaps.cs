using TongKet.Domain.Reviews;
using TongKet.Regulations;
using TongKet.Reports.PrintReviewPapers;
using TongKet.Reviews;
using TongKet.Reviews.ShowExcellentCap;
using TongKet.Web;

namespace TongKet.Reports.PrintSessionPapers;

/// <summary>How many of each group may be Excellent: the reading in force, on what it rests, whether that is confirmed.</summary>
internal static class SessionCaps
{
    public static IEnumerable<PaperBlock> Of(SessionRoll roll)
    {
        yield return SessionTables.Of(
            "",
            roll.Caps,
            ("reports.session.column.group", c => c.Name),
            ("reports.column.rated", c => VietnameseFormat.Number(c.Group.Rated)),
            ("reports.column.excellent", c => VietnameseFormat.Number(c.Group.Excellent)),
            ("reports.column.good", c => VietnameseFormat.Number(c.Group.Good)),
            ("reports.session.column.limit", Limit),
            ("reports.session.column.room", c => Room(c))
        );
        yield return new PaperText(Words.Get("reports.session.cap.counted"), IsItalic: true);
        foreach (var cap in roll.Caps.Where(c => c.Allowance is not null))
        {
            yield return new PaperText(Words.Get("reports.session.cap.allowed", cap.Name, CapAllowances.Said(cap.Allowance!)));
        }

        foreach (var (label, rules) in Applied(roll))
        {
            yield return new PaperText(
                Words.Get(
                    "reports.session.cap.rule",
                    Words.Get(
                        label,
                        Words.Get("reviews.cap.of." + CapVerb.BaseOf(rules.Base)),
                        RuleValueWords.Named(rules.Grouping.ToString())
                    ),
                    rules.Percent,
                    rules.Article ?? Words.Get("regulations.article.unknown"),
                    Words.Get(rules.IsConfirmed ? "regulations.confirmed" : "regulations.not-confirmed")
                )
            );
        }
    }

    private static IEnumerable<(string Label, CapRules Rules)> Applied(SessionRoll roll)
    {
        if (roll.Lines(ReviewSubject.Organization).Any())
        {
            yield return ("reviews.cap.base-organizations", CapRules.OfOrganizations(roll.Rules));
        }

        if (roll.Lines(ReviewSubject.Member).Any())
        {
            yield return ("reviews.cap.base-members", CapRules.OfMembers(roll.Rules));
        }
    }

    private static string Limit(CapState cap) =>
        Words.Get(
            cap.Rules.RoundsDown ? "reviews.cap.explained-down" : "reviews.cap.explained",
            cap.Percent,
            cap.InForce.BaseCount,
            cap.InForce.BaseCount * cap.Percent / 100m,
            cap.InForce.Limit
        );

    private static string Room(CapState cap) =>
        cap.Room >= 0 ? Words.Get("reviews.cap.room-short", cap.Room) : Words.Get("reviews.cap.over-short", -cap.Room);
}
