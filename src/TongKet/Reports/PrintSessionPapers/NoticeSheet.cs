using TongKet.Domain.Reviews;
using TongKet.Reports.PrintReviewPapers;
using TongKet.Reports.WriteDocument;
using TongKet.Reviews;
using TongKet.Web;

namespace TongKet.Reports.PrintSessionPapers;

/// <summary>Thông báo kết quả to one organization: what the decision says of it, and of nobody else.</summary>
internal static class NoticeSheet
{
    public static PaperSheet Of(DocumentFormat format, CycleWork work, SessionNotice notice)
    {
        var (decision, issuer, period) = (notice.Decision, notice.Body.Issuer, SessionHeads.Period(work));
        var lines = notice.Lines.Select(l => (notice.Unit, l)).ToList();
        var persons = notice.Lines.Where(l => SessionTables.IsPerson(l.As)).ToList();
        return new(
            SessionHeads.Of(
                format,
                issuer,
                "reports.session.kind.notice",
                Words.Get("reports.session.title.notice", period, notice.Unit.Name),
                "TB",
                decision.AnnouncementNumber,
                decision.AnnouncedOn
            ),
            [
                new PaperText(
                    Words.Get(
                        "reports.session.notice.text",
                        decision.Number,
                        VietnameseFormat.Date(decision.DecidedOn),
                        DocumentText.Committee(format, decision.Body),
                        SessionHeads.Committee(format, issuer),
                        period,
                        notice.Unit.Name
                    )
                ),
                .. SessionTables.Lines(lines, SessionTables.Decided, namesUnit: false),
                .. persons.Count == 0
                    ? Array.Empty<PaperBlock>()
                    :
                    [
                        new PaperText(
                            Words.Get(
                                "reports.session.notice.sums",
                                VietnameseFormat.Number(persons.Count),
                                SessionTables.Sums([.. persons.Select(l => l.Of.Decided)])
                            )
                        ),
                    ],
                new PaperText(Words.Get("reports.session.notice.closing", notice.Unit.Name), StaysWithNext: true),
                SessionHeads.Foot(
                    format,
                    issuer,
                    notice.Unit.Name,
                    Words.Get("reports.session.kept", SessionHeads.Committee(format, issuer))
                ),
            ]
        );
    }
}
