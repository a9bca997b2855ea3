namespace TongKet.Reports.WriteDocument;

/// <summary>A figure of a report with what it tells there, and whose it is.</summary>
public sealed record PlacedFigure(ReportSpan Span, string Where, string Organization);

/// <summary>Every figure of a report in the order in which it is read. A chart has none of its own: its table has them.</summary>
public static class ReportFigures
{
    public static IReadOnlyList<ReportSpan> Of(ReportView view) => [.. Placed(view).Select(placed => placed.Span)];

    public static IEnumerable<PlacedFigure> Placed(ReportView view) =>
        view
            .Sections.SelectMany(section => section.Blocks)
            .SelectMany(block =>
                block switch
                {
                    ReportSentence sentence => OfSentence(view, sentence),
                    ReportTable table => OfTable(view, table),
                    _ => [],
                }
            );

    /// <summary>The words that name a row of a table: its first cell that is neither a number nor a figure.</summary>
    public static int LabelOf(IReadOnlyList<ReportSpan> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (!row[i].IsFigure && row[i].Value is null && row[i].Text.Any(char.IsLetter))
            {
                return i;
            }
        }

        return 0;
    }

    private static IEnumerable<PlacedFigure> OfSentence(ReportView view, ReportSentence sentence)
    {
        var whole = string.Concat(sentence.Spans.Select(span => span.Text));
        return sentence
            .Spans.Where(span => span.IsFigure)
            .Select(span => new PlacedFigure(span, whole, OwnerOf(view, span, null)));
    }

    private static IEnumerable<PlacedFigure> OfTable(ReportView view, ReportTable table)
    {
        var rows = table.TotalRow is null ? table.Rows : [.. table.Rows, table.TotalRow];
        foreach (var row in rows)
        {
            var label = row.Count == 0 ? "" : row[LabelOf(row)].Text;
            for (var column = 0; column < row.Count; column++)
            {
                if (row[column].IsFigure)
                {
                    var head = column < table.Columns.Count ? table.Columns[column] : "";
                    yield return new(row[column], $"{table.Caption} / {label} / {head}", OwnerOf(view, row[column], label));
                }
            }
        }
    }

    // A table by subordinate organization names each in its row; everything else is the reporting organization's.
    private static string OwnerOf(ReportView view, ReportSpan span, string? label) =>
        label is null || span.OrganizationId is null || span.OrganizationId == view.OrganizationId
            ? view.OrganizationName
            : label;
}
