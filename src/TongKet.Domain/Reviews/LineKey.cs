using System.Globalization;

namespace TongKet.Domain.Reviews;

/// <summary>Which line of a sheet: as what, and of a person whose. Its text is what forms and addresses call it.</summary>
public readonly record struct LineKey(ReviewSubject As, long? MemberId)
{
    public static readonly LineKey Own = new(ReviewSubject.Organization, null);
    public static readonly LineKey Collective = new(ReviewSubject.Collective, null);

    private const string OwnText = "don-vi";
    private const string CollectiveText = "tap-the";
    private const string LeaderMark = "ld-";

    public static LineKey Member(long id) => new(ReviewSubject.Member, id);

    public static LineKey Leader(long id) => new(ReviewSubject.Leader, id);

    public override string ToString() =>
        As switch
        {
            ReviewSubject.Organization => OwnText,
            ReviewSubject.Collective => CollectiveText,
            ReviewSubject.Leader => LeaderMark + Number,
            _ => Number,
        };

    /// <summary>Null where it names no line.</summary>
    public static LineKey? Read(string? text) =>
        text switch
        {
            null => null,
            OwnText => Own,
            CollectiveText => Collective,
            _ when text.StartsWith(LeaderMark, StringComparison.Ordinal) => IdOf(text[LeaderMark.Length..]) is { } leader
                ? Leader(leader)
                : null,
            _ => IdOf(text) is { } member ? Member(member) : null,
        };

    private string Number => (MemberId ?? 0).ToString(CultureInfo.InvariantCulture);

    private static long? IdOf(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
