using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TongKet.Reports.WriteDocument;

/// <summary>Writes HTML: what comes from data is always encoded, Vietnamese letters stay readable.</summary>
internal sealed class HtmlText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder text = new();

    /// <summary>Markup of our own.</summary>
    public HtmlText Raw(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>Text of the report.</summary>
    public HtmlText Text(string plain)
    {
        text.Append(Encode(plain));
        return this;
    }

    /// <summary>A whole element with text in it.</summary>
    public HtmlText Element(string name, string plain, string? className = null)
    {
        text.Append('<').Append(name);
        if (className is not null)
        {
            text.Append(" class=\"").Append(className).Append('"');
        }

        text.Append('>').Append(Encode(plain)).Append("</").Append(name).Append(">\n");
        return this;
    }

    public static string Encode(string plain) => Encoder.Encode(DocumentText.Clean(plain));

    public override string ToString() => text.ToString();
}
