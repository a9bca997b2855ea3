using TongKet.Web;

namespace TongKet.Reports.WriteDocument;

/// <summary>The blocks of a report in HTML.</summary>
internal sealed class HtmlBlocks(HtmlText html, Uri address)
{
    private readonly string start = address.GetLeftPart(UriPartial.Path).TrimEnd('/');

    public void Write(ReportBlock block)
    {
        switch (block)
        {
            case ReportSentence sentence:
                html.Raw("<p class=\"text\">");
                foreach (var span in sentence.Spans)
                {
                    Write(span);
                }

                html.Raw("</p>\n");
                break;
            case ReportRoom room:
                html.Raw("<div class=\"room\" role=\"note\" aria-label=\"").Text(Words.Get("reports.html.room")).Raw("\">");
                html.Text(room.Prompt).Raw("</div>\n");
                break;
            case ReportTable table:
                Write(table);
                break;
            case ReportChart chart:
                HtmlBars.Write(html, chart);
                break;
            default:
                throw new NotSupportedException(block.GetType().Name);
        }
    }

    private void Write(ReportTable table)
    {
        var columns = TableColumns.Of(table);
        // A table wider than the screen is scrolled, also by the keyboard.
        html.Raw("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"").Text(table.Caption).Raw("\"><table>");
        html.Element("caption", table.Caption).Raw("<thead><tr>");
        foreach (var column in table.Columns)
        {
            html.Raw("<th scope=\"col\">").Text(column).Raw("</th>");
        }

        html.Raw("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            Write(row, columns, total: false);
        }

        if (table.TotalRow is { } total)
        {
            Write(total, columns, total: true);
        }

        html.Raw("</tbody></table></div>\n");
        if (table.Note is { } note)
        {
            html.Element("p", note, "note");
        }
    }

    private void Write(IReadOnlyList<ReportSpan> row, TableColumn[] columns, bool total)
    {
        html.Raw(total ? "<tr class=\"total\">" : "<tr>");
        var label = row.Count == 0 ? -1 : ReportFigures.LabelOf(row);
        for (var i = 0; i < columns.Length; i++)
        {
            var name = i == label ? "th" : "td";
            html.Raw($"<{name}{(i == label ? " scope=\"row\"" : "")}{ClassOf(columns[i])}>");
            if (i < row.Count)
            {
                Write(row[i]);
            }

            html.Raw($"</{name}>");
        }

        html.Raw("</tr>\n");
    }

    private static string ClassOf(TableColumn column) =>
        column switch
        {
            TableColumn.Number => " class=\"n\"",
            TableColumn.Mark => " class=\"m\"",
            _ => "",
        };

    private void Write(ReportSpan span)
    {
        // Only a path of our own is followed: «//elsewhere» would be another host.
        if (
            span.RecordsUrl is not { } path
            || !path.StartsWith('/')
            || path.StartsWith("//", StringComparison.Ordinal)
            || path.Contains('\\', StringComparison.Ordinal)
        )
        {
            html.Text(span.Text);
            return;
        }

        html.Raw("<a href=\"").Text(start + path).Raw("\" title=\"").Text(Words.Get("reports.html.open-list")).Raw("\">");
        html.Text(span.Text).Raw("</a>");
    }
}
