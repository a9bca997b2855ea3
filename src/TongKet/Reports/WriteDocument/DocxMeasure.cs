using System.Globalization;

namespace TongKet.Reports.WriteDocument;

/// <summary>Millimetres and points in the units of Word: twentieths of a point (twips), half points, EMU.</summary>
internal static class DocxMeasure
{
    // A4 (ISO 216), in twips.
    public const int PaperWidth = 11906;
    public const int PaperHeight = 16838;

    public static int Twips(decimal millimetres) => Round(millimetres * 1440 / 25.4m);

    public static int TwipsOfPoints(decimal points) => Round(points * 20);

    public static string HalfPoints(decimal points) => Round(points * 2).ToString(CultureInfo.InvariantCulture);

    public static long Emu(decimal millimetres) => (long)(millimetres * 36000);

    public static int TextWidth(DocumentFormat format, bool landscape = false) =>
        (landscape ? PaperHeight : PaperWidth) - Twips(format.MarginLeft) - Twips(format.MarginRight);

    private static int Round(decimal value) => (int)Math.Round(value, MidpointRounding.AwayFromZero);
}
