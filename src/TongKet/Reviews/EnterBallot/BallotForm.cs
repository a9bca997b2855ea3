using System.Globalization;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Reviews.EnterBallot;

/// <summary>What was typed from the paper of the counting team; null where a field was left empty.</summary>
/// <param name="Body">Of a session: how many members the body has.</param>
/// <param name="Seen">The revision of the round that the page showed.</param>
public sealed record TypedBallot(
    VoteMethod? Method,
    DateOnly? HeldOn,
    string? Minutes,
    int? Body,
    int? Elsewhere,
    int? ExemptAbsent,
    int? Present,
    int? Issued,
    int? Returned,
    int? Valid,
    int? Invalid,
    int Seen,
    IReadOnlyList<TallyLine> Lines
)
{
    public TallyRecord Tally =>
        Method == VoteMethod.ShowOfHands
            ? new(VoteMethod.ShowOfHands, Present ?? 0, 0, 0, 0, 0, Lines)
            : new(VoteMethod.SecretBallot, Present ?? 0, Issued ?? 0, Returned ?? 0, Valid ?? 0, Invalid ?? 0, Lines);
}

/// <summary>
/// The form of a round in the order of the paper. A row that is left empty was not voted on; in a row with a number an
/// empty field is none.
/// </summary>
public sealed class BallotForm(IFormCollection form)
{
    public static readonly IReadOnlyList<Grade> Columns =
    [
        Grade.Excellent,
        Grade.Good,
        Grade.Completed,
        Grade.NotCompleted,
        Grade.None,
    ];

    private static readonly string[] Heads =
    [
        BallotFields.Body,
        BallotFields.Elsewhere,
        BallotFields.ExemptAbsent,
        BallotFields.Present,
        BallotFields.Issued,
        BallotFields.Returned,
        BallotFields.Valid,
        BallotFields.Invalid,
    ];

    public string? this[string field] => form[field];

    public static string Name(long subjectId, Grade grade) =>
        string.Create(CultureInfo.InvariantCulture, $"p.{subjectId}.{(int)grade}");

    /// <summary>Those of the subjects of whom the form had a row.</summary>
    public IReadOnlyList<long> Asked(IEnumerable<long> subjects) =>
        [.. subjects.Where(id => form.ContainsKey(Name(id, Columns[0])))];

    /// <summary>Fields in which something stands that is not what they ask for.</summary>
    public IEnumerable<(string Field, string Key, string Typed)> Unread()
    {
        if (this[BallotFields.HeldOn] is { Length: > 0 } day && VietnameseFormat.ReadDate(day) is null)
        {
            yield return (BallotFields.HeldOn, "web.form.bad-date", day);
        }

        foreach (var field in Heads.Concat(form.Keys.Where(k => k.StartsWith("p.", StringComparison.Ordinal))))
        {
            if (!string.IsNullOrWhiteSpace(this[field]) && Whole(this[field]) is null)
            {
                yield return (field, "web.form.bad-number", this[field]!);
            }
        }
    }

    public TypedBallot Read(IEnumerable<long> subjects) =>
        new(
            Enum.TryParse<VoteMethod>(this[BallotFields.Method], out var method) && Enum.IsDefined(method) ? method : null,
            VietnameseFormat.ReadDate(this[BallotFields.HeldOn]),
            string.IsNullOrWhiteSpace(this[BallotFields.Minutes]) ? null : VietnameseText.Tidy(this[BallotFields.Minutes]!),
            Whole(this[BallotFields.Body]),
            Whole(this[BallotFields.Elsewhere]),
            Whole(this[BallotFields.ExemptAbsent]),
            Whole(this[BallotFields.Present]),
            Whole(this[BallotFields.Issued]),
            Whole(this[BallotFields.Returned]),
            Whole(this[BallotFields.Valid]),
            Whole(this[BallotFields.Invalid]),
            Whole(this[BallotFields.Seen]) ?? 0,
            [.. subjects.Select(Line).OfType<TallyLine>()]
        );

    private TallyLine? Line(long subjectId)
    {
        var votes = Columns.Select(grade => Whole(this[Name(subjectId, grade)])).ToArray();
        return Array.TrueForAll(votes, v => v is null)
            ? null
            : new(subjectId, votes[0] ?? 0, votes[1] ?? 0, votes[2] ?? 0, votes[3] ?? 0, votes[4] ?? 0);
    }

    private static int? Whole(string? typed) =>
        VietnameseFormat.ReadNumber(typed) is { } number && number == decimal.Truncate(number) && Math.Abs(number) < int.MaxValue
            ? (int)number
            : null;
}
