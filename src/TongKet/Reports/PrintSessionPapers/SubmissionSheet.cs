using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Reports.PrintReviewPapers;
using TongKet.Reviews;
using TongKet.Web;

namespace TongKet.Reports.PrintSessionPapers;

/// <summary>
/// Tờ trình: what the advising body lays before the deciding one. Every unit is accounted for: what it proposes, who is not
/// graded and why, and who has not sent in; and how many may be Excellent, with what that rests on.
/// </summary>
internal static class SubmissionSheet
{
    public static PaperSheet Of(SessionRoll roll)
    {
        var (format, issuer, period) = (roll.Format, SessionHeads.Adviser(roll), SessionHeads.Period(roll.Work));
        var blocks = new List<PaperBlock>
        {
            new PaperText(Words.Get("reports.session.to", SessionHeads.Committee(format, roll.Body.Issuer)), IsBold: true),
            new PaperText(Words.Get("reports.session.submission.basis", roll.Rules.Document, period)),
            new PaperHeading(Words.Get("reports.session.submission.state"), 1),
            new PaperText(
                Words.Get(
                    "reports.session.submission.counts",
                    VietnameseFormat.Number(roll.Units.Count),
                    VietnameseFormat.Number(roll.There.Count),
                    VietnameseFormat.Number(roll.Outstanding.Count),
                    VietnameseFormat.Number(roll.Units.Count(u => u.State == SheetState.Decided))
                )
            ),
        };
        blocks.AddRange(Outstanding(roll));
        blocks.Add(new PaperHeading(Words.Get("reports.session.submission.proposals"), 1));
        blocks.AddRange(Proposals(roll));
        blocks.Add(new PaperHeading(Words.Get("reports.session.submission.caps"), 1));
        blocks.AddRange(SessionCaps.Of(roll));
        blocks.Add(new PaperHeading(Words.Get("reports.session.submission.excellent"), 1));
        blocks.AddRange(Named(roll, l => l.Counted == Grade.Excellent, "reports.session.submission.excellent-none"));
        blocks.Add(new PaperHeading(Words.Get("reports.session.submission.not-graded"), 1));
        blocks.AddRange(Named(roll, l => l.Counted == Grade.None, "reports.session.submission.not-graded-none"));
        blocks.Add(new PaperText(Words.Get("reports.session.submission.closing"), StaysWithNext: true));
        blocks.Add(
            SessionHeads.Foot(
                format,
                issuer,
                Words.Get("reports.session.as-above"),
                Words.Get("reports.session.kept", issuer.Committee)
            )
        );
        return new(
            SessionHeads.Of(
                format,
                issuer,
                "reports.session.kind.submission",
                Words.Get("reports.session.title.submission", period),
                "TTr",
                null,
                null
            ),
            blocks
        );
    }

    private static IEnumerable<PaperBlock> Outstanding(SessionRoll roll)
    {
        if (roll.Outstanding.Count > 0)
        {
            yield return SessionTables.Of(
                Words.Get("reports.session.submission.outstanding"),
                roll.Outstanding,
                ("reports.session.column.what", u => u.Node.Name),
                ("reports.session.column.state", u => u.State is { } s ? Words.Of(s) : Words.Get("reviews.sheet-state.none")),
                ("reports.session.column.due", u => VietnameseFormat.Date(DueOn(roll.Work, u)))
            );
        }
    }

    private static DateOnly DueOn(CycleWork work, SessionUnit unit) =>
        unit.Node.Kind.IsCell() ? work.Cycle.CellsDueOn : work.Cycle.GrassrootsDueOn;

    private static IEnumerable<PaperBlock> Proposals(SessionRoll roll)
    {
        foreach (var subject in new[] { ReviewSubject.Organization, ReviewSubject.Collective, ReviewSubject.Leader })
        {
            var lines = roll.There.SelectMany(u => u.As(subject), (u, l) => (Unit: u, Line: l)).ToList();
            if (lines.Count > 0)
            {
                yield return SessionTables.Of(
                    SessionTables.Caption(subject),
                    lines,
                    ("reports.session.column.what", l => l.Line.Name),
                    subject == ReviewSubject.Leader
                        ? ("reports.papers.column.post", l => l.Line.Post ?? l.Unit.Node.Name)
                        : ("reports.column.group", l => CapGroups.NameOf(l.Unit.Group)),
                    ("reports.papers.column.own", l => SessionTables.Short(l.Line.Of.Self)),
                    ("reports.session.column.proposal", l => Proposal(l.Line)),
                    ("reports.papers.column.note", l => Note(roll, l.Line))
                );
                yield return Total([.. lines.Select(l => l.Line.Of.Proposed)]);
            }
        }

        var members = roll.There.Where(u => u.As(ReviewSubject.Member).Any()).ToList();
        if (members.Count > 0)
        {
            yield return SessionTables.Of(
                Words.Get("reports.session.submission.members"),
                members,
                [
                    ("reports.session.column.what", u => u.Node.Name),
                    ("reports.column.party_member_total", u => Count(u, _ => true)),
                    ("reports.session.column.self-excellent", u => Count(u, a => a.Self == Grade.Excellent)),
                    .. SessionTables.Grades.Select(grade =>
                        (
                            "reports.papers.grade." + grade.ToString().ToLowerInvariant(),
                            (Func<SessionUnit, string>)(u => Count(u, a => a.Proposed == grade))
                        )
                    ),
                    ("reports.session.column.none", u => Count(u, a => a.Proposed == Grade.None)),
                ]
            );
            yield return Total([.. roll.Lines(ReviewSubject.Member).Select(l => l.Of.Proposed)]);
        }
    }

    /// <summary>Short, where the column is one of many; a reason in full.</summary>
    private static string Proposal(SessionLine line) =>
        line.Of.Proposed == Grade.None ? SessionTables.Proposed(line) : SessionTables.Short(line.Of.Proposed);

    private static PaperText Total(IReadOnlyCollection<Grade> grades) =>
        new(Words.Get("reports.session.total", SessionTables.Sums(grades)));

    private static string Count(SessionUnit unit, Func<Assessment, bool> which) =>
        VietnameseFormat.Number(unit.As(ReviewSubject.Member).Count(l => which(l.Of)));

    /// <summary>Where it was decided before, with which paper.</summary>
    private static string Note(SessionRoll roll, SessionLine line) =>
        roll.Decisions.FirstOrDefault(d => d.Id == line.Of.DecisionId) is { } decision
            ? Words.Get("reports.session.decided-by", decision.Number)
            : "";

    private static IEnumerable<PaperBlock> Named(SessionRoll roll, Func<SessionLine, bool> which, string none)
    {
        var lines = roll.There.SelectMany(u => u.Lines.Where(which), (u, l) => (u.Node, l)).ToList();
        return lines.Count == 0
            ? [new PaperText(Words.Get(none))]
            : SessionTables.Lines(
                lines,
                l => l.Of.IsDecided ? SessionTables.Decided(l) : SessionTables.Proposed(l),
                namesUnit: true
            );
    }
}
