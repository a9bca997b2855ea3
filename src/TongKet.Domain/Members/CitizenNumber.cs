namespace TongKet.Domain.Members;

/// <summary>
/// What a số CCCD says by itself: 12 digits, three of the province, one of century and sex, two of the birth year, six
/// more (Nghị định 137/2015, điều 7).
/// </summary>
public static class CitizenNumber
{
    public const int Digits = 12;

    public static bool IsWellFormed(string number) => number.Length == Digits && number.All(char.IsAsciiDigit);

    public static Sex SexOf(string number) => (number[3] - '0') % 2 == 0 ? Sex.Male : Sex.Female;

    public static int BirthYearOf(string number) =>
        1900 + (number[3] - '0') / 2 * 100 + (number[4] - '0') * 10 + (number[5] - '0');
}
