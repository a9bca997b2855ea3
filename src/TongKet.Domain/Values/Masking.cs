using System.Globalization;

namespace TongKet.Domain.Values;

/// <summary>Names and numbers of persons for those who do not need them: enough to tell two apart, not enough to know.</summary>
public static class Masking
{
    /// <summary>«Nguyễn Văn Đức» becomes «N. V. Đ.».</summary>
    public static string Name(string fullName) =>
        string.Join(
            ' ',
            VietnameseText
                .Tidy(fullName)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(w => $"{StringInfo.GetNextTextElement(w)}.")
        );

    /// <summary>All but the last three characters become dots.</summary>
    public static string? Number(string? number) =>
        number is null ? null
        : number.Length <= 3 ? new string('•', number.Length)
        : new string('•', number.Length - 3) + number[^3..];
}
