using System.Globalization;
using System.Xml.Linq;

namespace TongKet.Exchange.MarkErrors;

/// <summary>
/// The cell styles of the unit's workbook, with copies that only have another fill. Marks of an earlier round are known
/// again by their fill, so that a mended cell loses its colour.
/// </summary>
internal sealed class MarkedStyles
{
    private const string ErrorColor = "FFFFC7CF";
    private const string WarningColor = "FFFFEB9D";
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly XElement root;
    private readonly XElement formats;
    private readonly Dictionary<(int Style, int Fill), int> copies = [];
    private readonly int errorFill;
    private readonly int warningFill;
    private readonly HashSet<int> formerFills;

    public MarkedStyles(XDocument? styles)
    {
        root = styles?.Root ?? Smallest();
        formats = Section("cellXfs");
        if (!formats.Elements().Any())
        {
            formats.Add(new XElement(root.Name.Namespace + "xf"));
        }

        formerFills = [.. FillsOf(ErrorColor), .. FillsOf(WarningColor)];
        errorFill = FillOf(ErrorColor);
        warningFill = FillOf(WarningColor);
    }

    public XDocument Document => root.Document ?? new XDocument(root);

    /// <summary>The style of a cell with the mark's fill.</summary>
    public int Marked(int style, bool isError) => WithFill(style, isError ? errorFill : warningFill);

    /// <summary>The style of a cell without an earlier mark's fill; the same where it has none.</summary>
    public int Unmarked(int style) =>
        style >= 0 && style < Count && formerFills.Contains(Number(Format(style), "fillId")) ? WithFill(style, 0) : style;

    private int Count => formats.Elements().Count();

    private XElement Format(int style) => formats.Elements().ElementAt(style >= 0 && style < Count ? style : 0);

    private int WithFill(int style, int fill)
    {
        if (!copies.TryGetValue((style, fill), out var copy))
        {
            var format = new XElement(Format(style));
            format.SetAttributeValue("fillId", fill);
            format.SetAttributeValue("applyFill", fill == 0 ? null : 1);
            copy = Count;
            formats.Add(format);
            formats.SetAttributeValue("count", Count);
            copies.Add((style, fill), copy);
        }

        return copy;
    }

    private int FillOf(string color)
    {
        if (FillsOf(color).ToList() is [var known, ..])
        {
            return known;
        }

        var fills = Section("fills");
        var ns = root.Name.Namespace;
        fills.Add(
            new XElement(
                ns + "fill",
                new XElement(
                    ns + "patternFill",
                    new XAttribute("patternType", "solid"),
                    new XElement(ns + "fgColor", new XAttribute("rgb", color)),
                    new XElement(ns + "bgColor", new XAttribute("indexed", 64))
                )
            )
        );
        var count = fills.Elements().Count();
        fills.SetAttributeValue("count", count);
        return count - 1;
    }

    private IEnumerable<int> FillsOf(string color) =>
        Section("fills")
            .Elements()
            .Select((fill, at) => (fill, at))
            .Where(pair =>
                pair.fill.Descendants().Any(part => part.Name.LocalName == "fgColor" && (string?)part.Attribute("rgb") == color)
            )
            .Select(pair => pair.at);

    private XElement Section(string name) =>
        root.Elements().FirstOrDefault(part => part.Name.LocalName == name)
        ?? throw new InvalidDataException($"The styles have no {name}.");

    private static int Number(XElement element, string attribute) =>
        int.TryParse((string?)element.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static XElement Smallest() =>
        new(
            Main + "styleSheet",
            new XElement(Main + "fonts", new XAttribute("count", 1), new XElement(Main + "font")),
            new XElement(
                Main + "fills",
                new XAttribute("count", 2),
                new XElement(Main + "fill", new XElement(Main + "patternFill", new XAttribute("patternType", "none"))),
                new XElement(Main + "fill", new XElement(Main + "patternFill", new XAttribute("patternType", "gray125")))
            ),
            new XElement(Main + "borders", new XAttribute("count", 1), new XElement(Main + "border")),
            new XElement(Main + "cellStyleXfs", new XAttribute("count", 1), new XElement(Main + "xf")),
            new XElement(Main + "cellXfs", new XAttribute("count", 1), new XElement(Main + "xf"))
        );
}
