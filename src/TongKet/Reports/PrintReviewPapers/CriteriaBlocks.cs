using TongKet.Domain.Reviews;
using TongKet.Reviews;
using TongKet.Reviews.ScoreCriteria;
using TongKet.Web;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>The table of criteria in a form: a level to tick each, or points of so many. What was given stands in it.</summary>
internal static class CriteriaBlocks
{
    private const decimal RowHeight = 8;
    private const string Tick = "☐";
    private const string Ticked = "☒";

    /// <summary>Criteria and levels; nothing in a regime of points.</summary>
    public static IEnumerable<PaperBlock> Levels(ScoredCriteria? scored) =>
        Levels(scored, "reports.criteria.levels", criterion => scored![criterion].Level);

    /// <summary>The same as the subject ticked it himself, where he did.</summary>
    public static IEnumerable<PaperBlock> OwnLevels(ScoredCriteria? scored) =>
        scored is { OwnResult.IsGiven: true }
            ? Levels(scored, "reports.criteria.own-levels", criterion => scored.Own.GetValueOrDefault(criterion.Key).Level)
            : [];

    private static IEnumerable<PaperBlock> Levels(ScoredCriteria? scored, string caption, Func<Criterion, CriterionLevel?> given)
    {
        if (scored is null or { Criteria.InPoints: true })
        {
            return [];
        }

        var levels = Enum.GetValues<CriterionLevel>();
        return
        [
            new PaperTable(
                Words.Get(caption),
                [
                    Words.Get("reports.papers.column.order"),
                    Words.Get("reports.criteria.criterion"),
                    .. levels.Select(l => Words.Of(l)),
                ],
                [
                    .. scored.Criteria.All.Select(
                        (criterion, at) =>
                            (IReadOnlyList<string>)
                                [
                                    RollTable.Number(at + 1),
                                    CriterionWords.Of(criterion),
                                    .. levels.Select(l => given(criterion) == l ? Ticked : Tick),
                                ]
                    ),
                ],
                RowHeight
            ),
        ];
    }

    /// <summary>Criteria, the most of each, room for one's own points, and what was given; nothing in a regime of levels.</summary>
    public static IEnumerable<PaperBlock> Points(ScoredCriteria? scored)
    {
        if (scored is null or { Criteria.InPoints: false })
        {
            return [];
        }

        var criteria = scored.Criteria.All;
        return
        [
            new PaperTable(
                Words.Get("reports.criteria.points"),
                [
                    Words.Get("reports.papers.column.order"),
                    Words.Get("reports.criteria.criterion"),
                    Words.Get("reports.criteria.most"),
                    Words.Get("reports.criteria.own"),
                    Words.Get("reports.criteria.given"),
                ],
                [
                    .. criteria.Select(
                        (criterion, at) =>
                            (IReadOnlyList<string>)
                                [
                                    RollTable.Number(at + 1),
                                    CriterionWords.Of(criterion),
                                    Shown(criterion.Most),
                                    Shown(scored.Own.GetValueOrDefault(criterion.Key).Points),
                                    Shown(scored[criterion].Points),
                                ]
                    ),
                    [
                        "",
                        Words.Get("reports.criteria.sum"),
                        Shown(criteria.Where(c => !c.IsBonus).Sum(c => c.Most)),
                        Shown(scored.OwnResult.IsComplete ? scored.OwnResult.Sum : null),
                        Shown(scored.Result.IsComplete ? scored.Result.Sum : null),
                    ],
                ],
                RowHeight
            ),
        ];
    }

    /// <summary>Room for the hand where nothing is known.</summary>
    private static string Shown(decimal? points) => points is null ? "" : VietnameseFormat.Number(points);
}
