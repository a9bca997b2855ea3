using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Reports.PrintReviewPapers;
using TongKet.Web;

namespace TongKet.Reports.PrintSessionPapers;

/// <summary>Tables of a session's papers, a numbered row each.</summary>
internal static class SessionTables
{
    private const decimal Row = 7;

    public static readonly IReadOnlyList<Grade> Grades = [Grade.Excellent, Grade.Good, Grade.Completed, Grade.NotCompleted];

    public static PaperTable Of<T>(string caption, IEnumerable<T> rows, params (string Title, Func<T, string> Text)[] columns) =>
        new(
            caption,
            [Words.Get("reports.papers.column.order"), .. columns.Select(column => Words.Get(column.Title))],
            [
                .. rows.Select(
                    (row, at) =>
                        (IReadOnlyList<string>)[VietnameseFormat.Number(at + 1), .. columns.Select(column => column.Text(row))]
                ),
            ],
            Row
        );

    /// <summary>Everybody that decisions speak of, by what he is graded as; a kind that is not there has no table.</summary>
    /// <param name="says">What stands in the last column.</param>
    public static IEnumerable<PaperBlock> Lines(
        IReadOnlyList<(TreeNode Unit, SessionLine Line)> lines,
        Func<SessionLine, string> says,
        bool namesUnit
    )
    {
        foreach (
            var subject in new[]
            {
                ReviewSubject.Organization,
                ReviewSubject.Collective,
                ReviewSubject.Leader,
                ReviewSubject.Member,
            }
        )
        {
            var these = lines.Where(l => l.Line.As == subject).ToList();
            if (these.Count == 0)
            {
                continue;
            }

            var columns = new List<(string, Func<(TreeNode Unit, SessionLine Line), string>)>
            {
                (IsPerson(subject) ? "reports.papers.column.name" : "reports.session.column.what", l => l.Line.Name),
            };
            if (IsPerson(subject))
            {
                columns.Add(("reports.papers.column.post", l => l.Line.Post ?? ""));
                if (namesUnit)
                {
                    columns.Add(("reports.session.column.unit", l => l.Unit.Name));
                }
            }

            columns.Add(("reports.column.grade", l => says(l.Line)));
            yield return Of(Caption(subject), these, [.. columns]);
        }
    }

    public static string Caption(ReviewSubject subject) =>
        Words.Get("reports.session.of." + subject.ToString().ToLowerInvariant());

    public static bool IsPerson(ReviewSubject subject) => subject is ReviewSubject.Leader or ReviewSubject.Member;

    /// <summary>What was decided, or why nothing was.</summary>
    public static string Decided(SessionLine line) => Said(line.Of.Decided, line.Of.DecidedReason);

    public static string Proposed(SessionLine line) =>
        line.Of.GoesUpUndecided ? Words.Get("reports.papers.no-majority") : Said(line.Of.Proposed, line.Of.ProposedReason);

    /// <summary>«Hoàn thành tốt», as the columns of a table say it.</summary>
    public static string Short(Grade grade) =>
        grade == Grade.None ? VietnameseFormat.Unknown : Words.Get("reports.papers.grade." + grade.ToString().ToLowerInvariant());

    /// <summary>«Hoàn thành xuất sắc nhiệm vụ 2; Hoàn thành tốt nhiệm vụ 9; …; không xếp loại 1.»</summary>
    public static string Sums(IReadOnlyCollection<Grade> grades) =>
        string.Join(
            "; ",
            Grades
                .Select(g => Words.Get("reports.session.sum", Words.Of(g), VietnameseFormat.Number(grades.Count(x => x == g))))
                .Append(Words.Get("reports.session.sum-none", VietnameseFormat.Number(grades.Count(x => x == Grade.None))))
        );

    private static string Said(Grade grade, Domain.Regulations.NoGradeReason reason) =>
        grade != Grade.None ? Words.Of(grade) : Words.Get("reports.session.no-grade", Words.Of(reason));
}
