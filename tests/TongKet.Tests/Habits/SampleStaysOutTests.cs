using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ExcelDataReader;
using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>The program knows no office's workbook: nothing of the sample stands in its source.</summary>
public sealed partial class SampleStaysOutTests
{
    [Fact]
    public void No_name_code_or_figure_of_the_sample_stands_in_the_source()
    {
        var workbook = Samples.Find("son-khe-2023.xlsx");
        // Where the sample is absent nobody can have copied from it; the run says that it was not looked for.
        Assert.SkipWhen(workbook is null, "No shared/samples beside the project.");

        var forbidden = WordsOf(workbook!)
            .Concat(FiguresOf(Path.ChangeExtension(workbook, ".expected.json")))
            .ToHashSet(StringComparer.Ordinal);
        Assert.True(forbidden.Count > 4000, "The sample was not read.");
        var longest = forbidden.Max(text => text.Length);

        Habit.AssertNone(
            SourceTree
                .Files("src", ".cs", ".razor", ".resx", ".json", ".sql", ".js", ".css")
                .Where(file => !file.Path.Contains("lock", StringComparison.Ordinal))
                .SelectMany(file => Found(file, forbidden, longest))
        );
    }

    /// <summary>From every beginning of a word, the longest run that is forbidden.</summary>
    private static IEnumerable<string> Found(SourceFile file, HashSet<string> forbidden, int longest)
    {
        var text = file.Text.Normalize();
        var lookup = forbidden.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Match start in WordStart().Matches(text))
        {
            for (var length = Math.Min(longest, text.Length - start.Index); length > 3; length--)
            {
                var end = start.Index + length;
                if (end < text.Length && char.IsLetterOrDigit(text[end]) && char.IsLetterOrDigit(text[end - 1]))
                {
                    continue;
                }

                if (lookup.TryGetValue(text.AsSpan(start.Index, length), out var found))
                {
                    yield return $"{file.At(start.Index)} {found}";
                    break;
                }
            }
        }
    }

    private static List<string> WordsOf(string workbook)
    {
        // The reader asks for it before it knows that an .xlsx needs none.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var stream = File.OpenRead(workbook);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var words = new List<string> { "Sơn Khê", "Son Khe", "son-khe", "\"SK\"", "«SK»" };
        do
        {
            reader.Read();
            var columns = Enumerable
                .Range(0, reader.FieldCount)
                .Where(column =>
                    reader.GetValue(column)
                        is "Mã tổ chức"
                            or "Tên tổ chức"
                            or "Họ và tên"
                            or "Số CCCD"
                            or "Mã chi bộ"
                            or "Số thẻ đảng viên"
                )
                .ToList();
            while (reader.Read())
            {
                words.AddRange(
                    columns.Select(column => Clean(reader.GetValue(column)?.ToString())).Where(word => word.Length > 3)
                );
            }
        } while (reader.NextResult());

        return words;
    }

    /// <summary>Totals above a thousand; smaller ones, and what looks like a year, mean other things too.</summary>
    private static IEnumerable<string> FiguresOf(string expected) =>
        JsonDocument
            .Parse(File.ReadAllText(expected))
            .RootElement.GetProperty("figures")
            .EnumerateObject()
            .Where(figure =>
                figure.Value.TryGetInt32(out var value) && value is >= 1000 and not (>= 1900 and <= 2100) && value % 100 != 0
            )
            .SelectMany(figure =>
                new[]
                {
                    $"{figure.Value}",
                    figure.Value.GetInt32().ToString("#,0", System.Globalization.CultureInfo.GetCultureInfo("vi-VN")),
                }
            );

    private static string Clean(string? text) => Spaces().Replace((text ?? "").Normalize(NormalizationForm.FormC), " ").Trim();

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])[\p{Lu}\p{Nd}""«s]")]
    private static partial Regex WordStart();
}
