namespace TongKet.Domain.Values;

/// <summary>
/// How long a free text may be that somebody types. The page tells the browser the same number, and whoever writes the text
/// down asks here first: a browser is not the only one that sends forms.
/// </summary>
/// <param name="Label">Key of the words that stand over the field: the refusal names it by them.</param>
/// <param name="Most">In characters.</param>
public sealed record TextLength(string Label, int Most)
{
    private const int Quoted = 40;

    /// <summary>Null where it is not too long. What stood there before is nobody's mistake of now, as what came by a file.</summary>
    /// <param name="whose">Of a form with many lines, whose line it is.</param>
    public Refusal? Check(string? text, string? was = null, object? whose = null)
    {
        // The quick look first: what is sent may be megabytes.
        if (text is null || text.Length <= Most || text == was || Of(text) is var typed && typed <= Most)
        {
            return null;
        }

        var beginning = VietnameseText.Tidy(text[..Math.Min(Quoted, text.Length)]);
        return whose is null
            ? new("web.form.too-long", null, this, beginning, typed, Most)
            : new("web.form.too-long-of", null, this, beginning, typed, Most, whose);
    }

    /// <summary>The refusals of several texts of one form.</summary>
    public static IReadOnlyList<Refusal> Check(params ReadOnlySpan<(string? Text, TextLength Length)> texts)
    {
        var refusals = new List<Refusal>();
        foreach (var (text, length) in texts)
        {
            if (length.Check(text) is { } refusal)
            {
                refusals.Add(refusal);
            }
        }

        return refusals;
    }

    /// <summary>As a browser counts for maxlength: the end of a line is one, though it is sent as two.</summary>
    public static int Of(string text) => text.Length - text.AsSpan().Count("\r\n");

    /// <summary>The field that a refusal is about; null where it is about something else than a length.</summary>
    public static string? FieldOf(Refusal refusal) => refusal.With is [TextLength length, ..] ? length.Label : null;
}
