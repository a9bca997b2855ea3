using System.Globalization;
using TongKet.Exchange.ReadWorkbook;

namespace TongKet.Exchange.WriteTemplates;

/// <summary>
/// The choices of the drop-downs, one column each on a sheet of their own: written into the cell's rule itself they would
/// be limited to 255 letters, and a comma in a name would split it.
/// </summary>
internal sealed class TemplateLists
{
    private readonly List<IReadOnlyList<string>> lists = [];

    public IReadOnlyList<IReadOnlyList<string>> All => lists;

    /// <summary>Where the choices stand, as a rule names them.</summary>
    public string RangeOf(IReadOnlyList<string> choices)
    {
        var at = lists.FindIndex(list => list.SequenceEqual(choices));
        if (at < 0)
        {
            at = lists.Count;
            lists.Add(choices);
        }

        var letter = TemplateSheet.Letters(at);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"'{WorkbookReader.ListsSheet}'!${letter}$1:${letter}${choices.Count}"
        );
    }
}
