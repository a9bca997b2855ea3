using TongKet.Domain.Organizations;
using TongKet.Reports.PrintReviewPapers;
using TongKet.Web;

namespace TongKet.Reports.PrintSessionPapers;

/// <summary>A paper of a deciding session as its address and the words name it.</summary>
public sealed record SessionPaper(string Code)
{
    public string Title => Words.Get("reports.session.name." + Code);

    public string Hint => Words.Get("reports.session.hint." + Code);
}

/// <summary>The papers of a session, each for all its units in one document.</summary>
public static class SessionPapers
{
    public static readonly SessionPaper Submission = new("to-trinh");
    public static readonly SessionPaper Decisions = new("quyet-dinh");
    public static readonly SessionPaper Notices = new("thong-bao");

    /// <summary>What an organization reads of itself, once announced.</summary>
    public static readonly SessionPaper OwnNotice = new("thong-bao-don-vi");

    public static readonly IReadOnlyList<SessionPaper> OfBody = [Submission, Decisions, Notices];

    public static SessionPaper? Find(string code) => OfBody.Append(OwnNotice).FirstOrDefault(paper => paper.Code == code);

    /// <summary>What can be printed now: a cell advises itself, and what is not decided has no decision.</summary>
    public static bool IsThere(SessionPaper paper, SessionRoll roll) =>
        paper == Submission ? !roll.Body.Node.Kind.IsCell() : roll.Notices.Any();

    /// <param name="unitId">The notice of one organization alone; null is all.</param>
    /// <returns>Null where there is nothing to print.</returns>
    public static byte[]? Write(SessionPaper paper, SessionRoll roll, long? unitId) =>
        !IsThere(paper, roll) ? null
        : paper == Submission ? Written(roll.Format, [SubmissionSheet.Of(roll)])
        : paper == Decisions ? Written(roll.Format, roll.Decisions.Select(d => DecisionSheet.Of(roll, d)))
        : Written(
            roll.Format,
            roll.Notices.Where(n => unitId is null || n.Unit.Id == unitId).Select(n => NoticeSheet.Of(roll.Format, roll.Work, n))
        );

    public static byte[]? Write(UnitNotices unit) =>
        Written(unit.Format, unit.Notices.Select(n => NoticeSheet.Of(unit.Format, unit.Work, n)));

    private static byte[]? Written(DocumentFormat format, IEnumerable<PaperSheet> sheets)
    {
        var all = sheets.ToList();
        return all.Count == 0 ? null : PaperDocx.Write(format, all);
    }
}
