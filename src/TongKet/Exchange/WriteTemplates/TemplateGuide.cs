using TongKet.Exchange.ReadWorkbook;
using TongKet.Web;

namespace TongKet.Exchange.WriteTemplates;

/// <summary>The sheet «Hướng dẫn»: a few sentences, then how each column is filled in.</summary>
internal static class TemplateGuide
{
    private static readonly string[] Sentences =
    [
        "exchange.guide.sheets",
        "exchange.guide.example",
        "exchange.guide.dates",
        "exchange.guide.year",
        "exchange.guide.errors",
        "exchange.guide.secrets",
    ];

    public static readonly (double Width, uint Look)[] Columns =
    [
        (24, TemplateLook.Wrapped),
        (28, TemplateLook.Wrapped),
        (90, TemplateLook.Wrapped),
    ];

    public static void Fill(TemplateSheet sheet, TemplateUnit? unit)
    {
        sheet.Row([
            (
                unit is null ? Words.Get("exchange.guide.title") : Words.Get("exchange.guide.title-of", unit.Name),
                TemplateLook.Title
            ),
        ]);
        var number = 0;
        foreach (var key in Sentences)
        {
            var sentence = $"{++number}. {Words.Get(key)}";
            sheet.Across(sentence, TemplateLook.Wrapped, Columns.Length, Lines(sentence, Columns.Sum(column => column.Width)));
        }

        sheet.Row([]);
        sheet.Row([
            (Words.Get("exchange.guide.sheet"), TemplateLook.Head),
            (Words.Get("exchange.guide.column"), TemplateLook.Head),
            (Words.Get("exchange.guide.how"), TemplateLook.Head),
        ]);
        foreach (var form in WorkbookForm.Sheets)
        {
            for (var column = 0; column < form.Columns.Count; column++)
            {
                var rule = TemplateColumns.Of(form, column);
                var how = string.Join(' ', Hint(rule), Choices(rule)).Trim();
                if (how.Length > 0)
                {
                    sheet.Row(
                        [
                            (form.Name, TemplateLook.Wrapped),
                            (form.Columns[column], TemplateLook.Wrapped),
                            (how, TemplateLook.Wrapped),
                        ],
                        Lines(how, Columns[2].Width)
                    );
                }
            }
        }
    }

    // Words are not split, so no line is quite full.
    private static int Lines(string text, double width) => (int)(text.Length / (width - 6)) + 1;

    private static string Hint(TemplateColumn rule) => rule.HintKey is { } key ? Words.Get(key) : "";

    private static string Choices(TemplateColumn rule) => rule.Choices is { } choices ? $"({string.Join("; ", choices)})" : "";
}
