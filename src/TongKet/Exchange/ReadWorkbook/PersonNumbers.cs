using TongKet.Domain.Members;
using TongKet.Domain.Values;

namespace TongKet.Exchange.ReadWorkbook;

/// <summary>The numbers by which a member is known: CCCD (12 digits), the old CMND (9), the card (8, or 12 from 2025).</summary>
internal static class PersonNumbers
{
    private const int CitizenIdDigits = 12;
    private const int OldIdentityDigits = 9;

    /// <summary>Reads «Số CCCD» of a member's line; one of the two is null.</summary>
    public static (string? CitizenId, string? OldIdentityNumber) ReadIdentity(SheetCells cells, int column)
    {
        if (cells.Text(column) is not { } text)
        {
            return default;
        }

        var digits = Compact(text);
        if (!digits.All(char.IsAsciiDigit) || digits.Length is not (CitizenIdDigits or OldIdentityDigits))
        {
            cells.Error(column, WhyNot(digits));
            return default;
        }

        return digits.Length == CitizenIdDigits ? (digits, null) : (null, digits);
    }

    /// <summary>Reads the number of a grade's line: a CCCD, or for one without it any other number of his.</summary>
    public static (string? CitizenId, string? Other) ReadKey(SheetCells cells, int column)
    {
        if (cells.Text(column) is not { } text)
        {
            if (cells.IsEmpty(column))
            {
                cells.Error(column, "exchange.grade.no-number");
            }

            return default;
        }

        var digits = Compact(text);
        if (!digits.All(char.IsAsciiDigit))
        {
            return (null, text);
        }

        // Eight digits are a card; ten and eleven can only be a CCCD that lost its zeros.
        if (digits.Length is 10 or 11 or > CitizenIdDigits)
        {
            cells.Error(column, WhyNot(digits));
            return default;
        }

        return digits.Length == CitizenIdDigits ? (digits, null) : (null, text);
    }

    /// <summary>Reads «Số thẻ đảng viên»; an old number as «68.012345» is kept as written.</summary>
    public static string? ReadCard(SheetCells cells, int column)
    {
        if (cells.Text(column) is not { } text)
        {
            return null;
        }

        var compact = text.Replace(" ", "", StringComparison.Ordinal);
        var digits = compact.Replace(".", "", StringComparison.Ordinal);
        var isNumber = digits.All(char.IsAsciiDigit);
        if (!isNumber || digits.Length is not (8 or 12))
        {
            cells.Error(
                column,
                isNumber && digits.Length is (7 or 11) ? "exchange.member.card-lost-zero" : "exchange.member.card-not-a-number"
            );
            return null;
        }

        return compact;
    }

    /// <summary>Digits four to six of a CCCD tell century, sex and year of birth; a contradiction is doubtful, not wrong.</summary>
    public static void CompareWithPerson(SheetCells cells, int column, string citizenId, Sex sex, PartialDate? born)
    {
        var century = citizenId[3] - '0';
        var sexOfNumber = century % 2 == 0 ? Sex.Male : Sex.Female;
        if (sex != Sex.Unknown && sex != sexOfNumber)
        {
            cells.Warning(column, "exchange.member.cccd-other-sex", WorkbookWords.Sexes.NameOf(sexOfNumber));
        }

        var year = 1900 + century / 2 * 100 + (citizenId[4] - '0') * 10 + (citizenId[5] - '0');
        if (born is { } date && date.On.Year != year)
        {
            cells.Warning(column, "exchange.member.cccd-other-birth-year", year.ToString("0000"));
        }
    }

    private static string WhyNot(string digits) =>
        digits.Length is 10 or 11 && digits.All(char.IsAsciiDigit)
            ? "exchange.member.cccd-lost-zero"
            : "exchange.member.cccd-not-12-digits";

    // An apostrophe typed to keep the zero, and spaces, dots or hyphens for reading, are no part of the number.
    private static string Compact(string text)
    {
        if (text.All(char.IsAsciiDigit))
        {
            return text;
        }

        return string.Concat(text.Where(c => c is not (' ' or '.' or '-' or '\'' or '’')));
    }
}
