using System.Globalization;
using System.Text;

namespace TongKet.Reports.WriteDocument;

/// <summary>The looks of the .html: a sheet of paper on a screen, a flow on a phone, the margins of the format in print.</summary>
internal static class HtmlStyle
{
    private const string Looks = """
        *{box-sizing:border-box}
        body{margin:0;background:#eef0f3;color:#111;font-size:18px;line-height:1.5}
        main{max-width:210mm;margin:0 auto;padding:12mm;background:#fff}
        .hint{font-size:16px;background:#e7ecf4;border-left:4px solid #1f3864;padding:8px 12px;margin:0 0 24px}
        .columns{display:flex;gap:24px;justify-content:space-between}
        .columns>*{flex:1 1 0}
        .centre{text-align:center}.caps{text-transform:uppercase}
        .head p,.foot p{margin:0}
        .party{display:inline-block;font-weight:bold;border-bottom:1px solid #111}
        .date{font-style:italic;margin-top:8px!important}
        .draft{font-weight:bold;margin-top:8px!important}
        .kind{font-size:1.15em;font-weight:bold;margin:32px 0 0}.hyphens{margin:0 0 .6em}
        h1{font-size:1.05em;margin:0}
        h2,h3,h4{font-size:1em;margin:1em 0 .4em}
        .notice{text-align:center;font-style:italic}
        .text{margin:.5em 0;text-align:justify;overflow-wrap:anywhere}
        a{color:#0b3d91;text-decoration:underline;text-underline-offset:2px}
        a:focus-visible{outline:3px solid #e39a2d;outline-offset:2px}
        .room{border:1px dashed #767676;padding:8px 12px 64px;margin:.5em 0;font-style:italic}
        .table{overflow-x:auto;margin:1em 0}
        .table:focus-visible{outline:3px solid #e39a2d}
        table{border-collapse:collapse;width:100%;font-size:16px}
        caption{font-weight:bold;padding:4px 0 8px}
        th,td{border:1px solid #767676;padding:4px 8px;text-align:left;font-weight:normal}
        thead th{background:#e7ecf4;font-weight:bold;text-align:center}
        .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
        .m{text-align:center}
        tr.total>*{font-weight:bold;background:#ededed}
        .note{font-style:italic;font-size:16px;margin:.3em 0 1em}
        tbody th{min-width:8em}
        figure{margin:1.5em 0;font-size:16px}figure p{margin:.5em 0 .1em}
        .legend i,.bar i{display:inline-block;vertical-align:middle;print-color-adjust:exact;-webkit-print-color-adjust:exact}
        .legend i{width:1em;height:1em;margin-right:.4em}.legend span{margin-right:1.5em;vertical-align:middle}
        .bar{white-space:nowrap;line-height:1.3}.bar i{height:1.1em;margin-right:.4em}.bar span{vertical-align:middle}
        figcaption{text-align:center;font-weight:bold;margin-top:.6em}
        .foot{margin-top:40px}.foot ul{list-style:none;margin:0;padding:0;font-size:16px}
        .foot .sign{font-weight:bold;min-height:9em}.foot .post{font-weight:normal}
        @media(max-width:640px){main{padding:16px}.columns{display:block}.columns>*{margin-bottom:16px}.text{text-align:left}}
        @media print{body{background:#fff}main{max-width:none;padding:0}.hint{display:none}a{color:inherit;text-decoration:none}
        .table{overflow:visible}thead{display:table-header-group}tr,figure,.foot{break-inside:avoid}h2,h3,h4{break-after:avoid}
        .columns{display:flex}.room{min-height:30mm}}
        """;

    public static string Of(DocumentFormat format)
    {
        // A font's name comes from data; what could end the rule is left out.
        var font = string.Concat(format.Font.Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-'));
        var style = new StringBuilder(Looks);
        style.Append($"\nbody{{font-family:\"{font}\",\"Liberation Serif\",serif}}");
        style.Append(
            $"\n@page{{size:A4;margin:{Mm(format.MarginTop)} {Mm(format.MarginRight)} {Mm(format.MarginBottom)} {Mm(format.MarginLeft)}}}"
        );
        style.Append($"\n@media print{{body{{font-size:{format.BodySize.ToString(CultureInfo.InvariantCulture)}pt}}}}");
        return style.ToString();
    }

    private static string Mm(decimal value) => value.ToString(CultureInfo.InvariantCulture) + "mm";
}
