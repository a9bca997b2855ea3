using System.Globalization;
using System.Text;
using System.Xml;

namespace TongKet.Exchange.MarkErrors;

/// <summary>
/// Copies a sheet's XML node by node, changing the style of the marked cells and nothing else; a marked cell that is not
/// there is put in.
/// </summary>
internal sealed class MarkedSheet(XmlReader reader, XmlWriter writer, MarkedStyles styles, IReadOnlyList<CellMark> marks)
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // The order of a sheet's parts is fixed; these stand behind the drawing of the comments.
    private static readonly HashSet<string> AfterComments =
    [
        "legacyDrawingHF",
        "drawingHF",
        "picture",
        "oleObjects",
        "controls",
        "AlternateContent",
        "webPublishItems",
        "tableParts",
        "extLst",
    ];

    private readonly ILookup<int, CellMark> byRow = marks.ToLookup(mark => mark.Row);
    private Queue<CellMark> pending = new();
    private int row;
    private int column;
    private string? drawing;

    /// <param name="drawing">Relation of the comments' drawing to be put in; null where the sheet has one.</param>
    public static byte[] Copy(Stream sheet, MarkedStyles styles, IReadOnlyList<CellMark> marks, string? drawing)
    {
        using var memory = new MemoryStream();
        using (var reader = XmlReader.Create(sheet, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }))
        using (
            var writer = XmlWriter.Create(
                memory,
                new()
                {
                    Encoding = new UTF8Encoding(false),
                    NewLineHandling = NewLineHandling.Entitize,
                    CheckCharacters = false,
                }
            )
        )
        {
            new MarkedSheet(reader, writer, styles, marks) { drawing = drawing }.Copy();
        }

        return memory.ToArray();
    }

    private void Copy()
    {
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.XmlDeclaration:
                    writer.WriteStartDocument(standalone: true);
                    break;
                case XmlNodeType.Element:
                    CopyElement();
                    break;
                case XmlNodeType.EndElement:
                    End(reader.LocalName, reader.Depth);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace:
                    writer.WriteString(reader.Value);
                    break;
                case XmlNodeType.Whitespace:
                    writer.WriteWhitespace(reader.Value);
                    break;
                case XmlNodeType.CDATA:
                    writer.WriteCData(reader.Value);
                    break;
                default:
                    // Comments and processing instructions of an XML file are nobody's records.
                    break;
            }
        }
    }

    private void CopyElement()
    {
        var (name, depth, isEmpty) = (reader.LocalName, reader.Depth, reader.IsEmptyElement);
        if (depth == 1 && AfterComments.Contains(name))
        {
            PutDrawing();
        }

        CellMark? mark = null;
        if (name == "row" && depth == 2)
        {
            row = int.TryParse(reader.GetAttribute("r"), out var number) ? number : row + 1;
            column = -1;
            pending = new(byRow[row]);
        }
        else if (name == "c" && depth == 3)
        {
            column = reader.GetAttribute("r") is { } at && CellMark.ColumnOf(at) is >= 0 and var named ? named : column + 1;
            PutCellsBefore(column);
            mark = pending.TryPeek(out var next) && next.Column == column ? pending.Dequeue() : null;
        }

        writer.WriteStartElement(reader.Prefix, name, reader.NamespaceURI);
        CopyAttributes(isCell: name == "c" && depth == 3, mark, isMarkedRow: name == "row" && pending.Count > 0);
        if (isEmpty)
        {
            End(name, depth);
        }
    }

    private void CopyAttributes(bool isCell, CellMark? mark, bool isMarkedRow)
    {
        if (isCell)
        {
            var style = int.TryParse(reader.GetAttribute("s"), out var number) ? number : 0;
            var changed = mark is null ? styles.Unmarked(style) : styles.Marked(styles.Unmarked(style), mark.IsError);
            if (changed != style)
            {
                writer.WriteAttributeString("s", changed.ToString(CultureInfo.InvariantCulture));
            }

            CopyAttributesBut(changed == style ? null : "s");
            return;
        }

        // The span of a row is a hint that a cell put in may contradict.
        CopyAttributesBut(isMarkedRow ? "spans" : null);
    }

    private void CopyAttributesBut(string? name)
    {
        while (reader.MoveToNextAttribute())
        {
            if (name is null || reader.Name != name)
            {
                writer.WriteStartAttribute(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteString(reader.Value);
                writer.WriteEndAttribute();
            }
        }

        reader.MoveToElement();
    }

    private void End(string name, int depth)
    {
        if (name == "row" && depth == 2)
        {
            PutCellsBefore(int.MaxValue);
        }
        else if (depth == 0)
        {
            PutDrawing();
        }

        writer.WriteEndElement();
    }

    private void PutCellsBefore(int limit)
    {
        while (pending.TryPeek(out var mark) && mark.Column < limit)
        {
            pending.Dequeue();
            writer.WriteStartElement("c", reader.NamespaceURI);
            writer.WriteAttributeString("r", mark.Name);
            writer.WriteAttributeString("s", styles.Marked(0, mark.IsError).ToString(CultureInfo.InvariantCulture));
            writer.WriteEndElement();
        }
    }

    private void PutDrawing()
    {
        if (drawing is not null)
        {
            writer.WriteStartElement("legacyDrawing", reader.NamespaceURI);
            writer.WriteAttributeString("r", "id", Relations, drawing);
            writer.WriteEndElement();
            drawing = null;
        }
    }
}
