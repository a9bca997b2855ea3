using TongKet.Web;

namespace TongKet.Bench;

/// <summary>The goals of a nation's figures, worked out of what was measured.</summary>
public sealed class NationalGoals(
    IReadOnlyList<Measured> measured,
    IReadOnlyList<(int Share, string Database, StartTimes Times)> starts,
    double bytesAMillisecond
)
{
    private const string Engine = NationalQuestions.Engine;

    public static Goal Of(string id, double limit, double? got, bool isAtLeast = false) =>
        new(
            id,
            Words.Get("bench.goal." + id.ToLowerInvariant()),
            limit,
            got is { } value ? Math.Round(value, 3) : null,
            isAtLeast
        );

    public IReadOnlyList<Goal> OfFigures()
    {
        var first = starts.Select(s => s.Times).FirstOrDefault();
        var nation = Find(1, "nation");
        return
        [
            Of("G1-nation", 25, nation?.Of(NationalQuestions.Columns) / (first?.BytesRead / bytesAMillisecond)),
            Of("G1-again", 20, nation?.Of(NationalQuestions.Kept) * 1000),
            Of("G2-nation", 500, Against("PostgreSQL", "nation", NationalQuestions.Recursive), isAtLeast: true),
            Of("G2-commune", 100, Against("PostgreSQL", "commune", NationalQuestions.Recursive), isAtLeast: true),
            Of(
                "G3-all",
                100,
                new[] { "SQLite", "PostgreSQL" }.Min(d => Against(d, "all", NationalQuestions.Prefix)),
                isAtLeast: true
            ),
            Of("G4-commune", 1.5, Growth("commune", 16)),
            Of("G4-nation", 25, Growth("nation", 16)),
            Of("G4-nation-quarter", 5, Growth("nation", 4)),
            Of("G4-all", 25, Growth("all", 16)),
            Of("G4-all-quarter", 5, Growth("all", 4)),
            Of("G5-past", 3, new[] { "last-year", "early" }.Max(Past)),
            Of("G5-disorder", 25, new[] { "commune", "province", "nation" }.Max(Disorder)),
            Of("G9-start", 1.5, starts.Max(s => (double?)(s.Times.Engine / s.Times.Bare))),
            Of("G9-snapshot", 0.3, starts.Max(s => (double?)(s.Times.File / s.Times.Bare))),
            Of("G9-stay", 24, first?.BytesOfStay),
            Of("G9-grade", 2.5, first?.BytesOfGrade),
        ];
    }

    private double? Against(string database, string question, string way) =>
        Find(1, question, database) is { } asked ? asked.Of(way) / asked.Of(Engine) : null;

    private double? Growth(string question, int share) =>
        Find(share, question) is { } smaller ? Find(1, question)!.Of(Engine) / smaller.Of(Engine) : null;

    private double? Past(string way) => Find(1, "past") is { } past ? past.Of(way) / past.Of("now") : null;

    private double? Disorder(string place) => Find(1, "disorder")?.Of(place) / Find(1, "past")?.Of(place);

    /// <summary>On the database named, else on the first that was measured.</summary>
    private Measured? Find(int share, string question, string? database = null) =>
        measured.FirstOrDefault(m => m.Share == share && m.Question == question && (database is null || m.Database == database));
}
