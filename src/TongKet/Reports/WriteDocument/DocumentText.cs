using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TongKet.Web;

namespace TongKet.Reports.WriteDocument;

/// <summary>The lines at the head and foot of a Party document, and text made fit for a file.</summary>
internal static partial class DocumentText
{
    public static string PartyName => Upper(Words.Get("reports.docx.party-name"));

    public static string Kind => Upper(Words.Get("reports.docx.kind"));

    /// <summary>What stands at the head of a report.</summary>
    public static DocumentHead Head(ReportView view) =>
        new(
            view.Format,
            view.Issuer,
            Kind,
            Abstract(view),
            Number(view),
            PlaceAndDate(view),
            [.. view.Notices.Where(notice => notice != Draft)],
            view.Notices.Contains(Draft, StringComparer.Ordinal)
        );

    public static string Draft => Words.Get("reports.notice.draft");

    public static string Number(ReportView view) => Words.Get("reports.docx.number", Clean(view.Issuer.Code));

    /// <summary>Days below 10 and the months 1 and 2 bear a zero, so that nothing can be written before them.</summary>
    public static string PlaceAndDate(ReportView view) => PlaceAndDate(view.Format, view.Issuer.Place, view.SignedOn);

    public static string PlaceAndDate(DocumentFormat format, string? place, DateOnly day)
    {
        var zero = format.LeadingZeroInDate;
        return Words.Get(
            "reports.docx.place-date",
            Clean(place ?? Words.Get("reports.docx.place-unknown")),
            day.Day.ToString(zero ? "00" : "0", CultureInfo.InvariantCulture),
            day.Month.ToString(zero && day.Month <= 2 ? "00" : "0", CultureInfo.InvariantCulture),
            day.Year.ToString(CultureInfo.InvariantCulture)
        );
    }

    /// <summary>The abstract; should it begin with the kind («Báo cáo …»), the kind is not printed twice.</summary>
    public static string Abstract(ReportView view)
    {
        var title = Clean(view.Title).Trim();
        var kind = Words.Get("reports.docx.kind") + " ";
        var rest = title.StartsWith(kind, StringComparison.OrdinalIgnoreCase) ? title[kind.Length..] : title;
        return rest.Length == 0 ? rest : char.ToUpper(rest[0], Words.Vietnamese) + rest[1..];
    }

    /// <summary>A committee's name in the spelling of the format: «ủy» or «uỷ».</summary>
    public static string Committee(DocumentFormat format, string name)
    {
        var composed = Clean(name).Normalize(NormalizationForm.FormC);
        return CommitteeWord().Replace(composed, found => Spelled(found.Value, format.CommitteeSpelling));
    }

    public static string Upper(string text) => text.ToUpper(Words.Vietnamese);

    public static string Clean(string text) => CleanText.Of(text);

    private static string Spelled(string word, string spelling) =>
        word switch
        {
            "ỦY" or "UỶ" => Upper(spelling),
            "Ủy" or "Uỷ" => Upper(spelling[..1]) + spelling[1..],
            _ => spelling,
        };

    [GeneratedRegex(@"\b(?:[ủỦ][yY]|[uU][ỷỶ])\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommitteeWord();
}
