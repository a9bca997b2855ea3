using System.Globalization;
using TongKet.Web;

namespace TongKet.Figures.VerifyFigures;

/// <summary>
/// Something that does not agree: what kind of disagreement, where, by which record and in which figure. Records are
/// named by table and id («stay 1017»), never by a person's name.
/// </summary>
/// <param name="Kind">Also the resource key «figures.verify.» + kind.</param>
/// <param name="Organization">Code of the organization.</param>
public sealed record Difference(
    string Kind,
    string? Organization = null,
    string? Record = null,
    string? Figure = null,
    DateOnly? On = null,
    string? Expected = null,
    string? Found = null
)
{
    /// <summary>The day of the tree, where figures were counted on another than their own.</summary>
    public DateOnly? TreeOn { get; init; }

    /// <summary>The difference as an office reads it.</summary>
    public string Sentence
    {
        get
        {
            object[] with =
            [
                Organization ?? "—",
                RecordName,
                Figure is null ? "" : Words.Get("figures." + Figure),
                On?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "",
                Expected ?? "—",
                Found ?? "—",
            ];
            var sentence = Words.Get("figures.verify." + Kind, with);
            if (TreeOn is { } tree)
            {
                sentence += " " + Words.Get("figures.verify.on-tree", tree.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
            }

            return Record is not null && Figure is not null && Kind != LedgerCheck.Open
                ? $"{sentence} {Words.Get("figures.verify.moved", with)}"
                : sentence;
        }
    }

    private string RecordName
    {
        get
        {
            if (Record?.Split(' ') is not [var table, var id])
            {
                return "";
            }

            var word = Words.Has("figures.verify.table." + table) ? table : "other";
            return Words.Get("figures.verify.table." + word, table, id);
        }
    }

    /// <summary>«—» for what is unknown.</summary>
    public static string Shown(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "—";

    public static string NameOf(string table, long id) => string.Create(CultureInfo.InvariantCulture, $"{table} {id}");
}
