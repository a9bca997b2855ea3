using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TongKet.Exchange.MarkErrors;

/// <summary>
/// The yellow slips of the comments. They are VML, which Excel itself writes as text that is not always XML; so an
/// existing drawing is added to as text and never parsed.
/// </summary>
internal static partial class CommentShapes
{
    private const string Empty = """
        <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>
        """;

    private const string ShapeType = """
        <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
        """;

    /// <summary>The drawing with a slip for each mark; null where the existing one is nothing that can be added to.</summary>
    public static string? Write(string? drawing, IReadOnlyList<CellMark> added, IReadOnlySet<string> removed)
    {
        drawing = RemoveSlips(drawing ?? Empty, removed);
        var end = drawing.LastIndexOf("</xml>", StringComparison.Ordinal);
        if (end < 0)
        {
            return null;
        }

        var numbers = Numbers()
            .Matches(drawing)
            .Select(match => int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture));
        var next = numbers.DefaultIfEmpty(1024).Max() + 1;
        var slips = new StringBuilder();
        if (!drawing.Contains("id=\"_x0000_t202\"", StringComparison.Ordinal))
        {
            slips.Append(ShapeType);
        }

        foreach (var mark in added)
        {
            Slip(slips, mark, next++);
        }

        return drawing.Insert(end, slips.ToString());
    }

    private static void Slip(StringBuilder xml, CellMark mark, int number)
    {
        // Wide enough to read, as high as the text needs at some forty letters a line.
        var lines = mark.Text.Split('\n').Sum(line => line.Length / 40 + 1);
        var row = mark.Row - 1;
        xml.Append(
            CultureInfo.InvariantCulture,
            $"""
            <v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;width:260pt;height:{14 * lines
                + 10}pt;z-index:{number};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{mark.Column
                + 1},15,{Math.Max(0, row - 1)},2,{mark.Column + 4},30,{row
                + lines},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{mark.Column}</x:Column></x:ClientData></v:shape>
            """
        );
    }

    private static string RemoveSlips(string drawing, IReadOnlySet<string> cells) =>
        cells.Count == 0
            ? drawing
            : Shapes()
                .Replace(
                    drawing,
                    shape =>
                    {
                        var (row, column) = (Place(shape.Value, "Row"), Place(shape.Value, "Column"));
                        return row >= 0 && column >= 0 && cells.Contains(new CellMark(row + 1, column, "", IsError: false).Name)
                            ? ""
                            : shape.Value;
                    }
                );

    private static int Place(string shape, string name)
    {
        var start = shape.IndexOf($"<x:{name}>", StringComparison.Ordinal) + name.Length + 4;
        var end = start < name.Length + 4 ? -1 : shape.IndexOf('<', start);
        return end > start && int.TryParse(shape.AsSpan(start, end - start), out var place) ? place : -1;
    }

    [GeneratedRegex("_x0000_s(?<number>[0-9]{1,8})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        "<v:shape .*?</v:shape>",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5_000
    )]
    private static partial Regex Shapes();
}
