using System.Text.RegularExpressions;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Figures.AnswerFigures;
using TongKet.Figures.ListRecords;
using TongKet.Web;

namespace TongKet.Reports.ShowReport;

/// <summary>
/// Figures of one report as spans, and sentences from their resource texts: «{party_member_total}» is a figure,
/// «{party_member_total~}» how it compares with last year, «{name}» one of the words handed in.
/// </summary>
public sealed partial class FigureSpans(FiguresView figures)
{
    public FigureAnswer Answer(string code) => figures[code];

    public ReportSpan Own(string code) => Of(figures.Organization, code);

    public ReportSpan Of(TreeNode organization, string code)
    {
        var unit = figures[code].Unit;
        var value = figures.Table.Value(organization.Id, code);
        return new(
            Shown(value, unit),
            code,
            organization.Id,
            value,
            RecordsAddress.Of(code, organization.Id, figures.Year, figures.AsOf, figures.TreeOn)
        );
    }

    /// <summary>The same figure on the same day of last year; not shown where the definition changed in between.</summary>
    public ReportSpan LastYear(string code)
    {
        var answer = figures[code];
        if (!answer.IsComparable)
        {
            return new(Words.Get("reports.not-comparable"));
        }

        var (year, day) = (figures.Year - 1, figures.Table.LastYear?.On.Day);
        return answer.LastYear is null || day is null
            ? new(VietnameseFormat.Unknown)
            : new(
                Shown(answer.LastYear, answer.Unit),
                code,
                figures.Organization.Id,
                answer.LastYear,
                RecordsAddress.Of(code, figures.Organization.Id, year, day.Value, figures.TreeOn)
            );
    }

    /// <summary>«tăng 12», «giảm 1,3 điểm phần trăm», or that it cannot be compared.</summary>
    public ReportSpan Change(string code)
    {
        var answer = figures[code];
        return !answer.IsComparable ? new(Words.Get("reports.not-comparable"))
            : answer is { Value: { } value, LastYear: { } before }
                ? new(VietnameseFormat.Change(value, before, answer.Unit == FigureUnit.Percent))
            : new(VietnameseFormat.Unknown);
    }

    /// <summary>A sentence from its text; null where none of its figures is known.</summary>
    public ReportSentence? Sentence(string key, params (string Name, string Text)[] words)
    {
        var text = Words.Get(key);
        var spans = new List<ReportSpan>();
        var at = 0;
        foreach (Match hole in Hole().Matches(text))
        {
            Add(text[at..hole.Index]);
            var name = hole.Groups["code"].Value;
            var word = words.FirstOrDefault(w => w.Name == name);
            if (word.Name is not null)
            {
                Add(word.Text);
            }
            else
            {
                spans.Add(hole.Groups["change"].Length > 0 ? Change(name) : Own(name));
            }

            at = hole.Index + hole.Length;
        }

        Add(text[at..]);
        var told = spans.Where(s => s.IsFigure).ToList();
        return told.Count > 0 && told.TrueForAll(s => s.Value is null) ? null : new ReportSentence(spans);

        void Add(string piece)
        {
            if (piece.Length > 0)
            {
                spans.Add(new(piece));
            }
        }
    }

    public static string Shown(decimal? value, FigureUnit unit) =>
        unit is FigureUnit.Percent or FigureUnit.Points ? VietnameseFormat.Percent(value) : VietnameseFormat.Number(value);

    [GeneratedRegex(@"\{(?<code>[a-z0-9_]+)(?<change>~?)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hole();
}
