using TongKet.Web;

namespace TongKet.Bench;

/// <summary>The goals of a nation's figures, worked out of what was measured.</summary>
public sealed class NationalGoals(
    IReadOnlyList<Measured> measured,
    IReadOnlyList<(string Database, StartTimes Times)> starts,
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
        var sqlite = starts.First(s => s.Database == "SQLite").Times;
        var nation = At(1, "SQLite", "nation").Of(Engine);
        return
        [
            Of("G1-nation", 25, nation / (sqlite.BytesRead / bytesAMillisecond)),
            Of("G1-again", 20, nation * 1000),
            Of("G2-nation", 500, Against("PostgreSQL", "nation", NationalQuestions.Recursive), isAtLeast: true),
            Of("G2-commune", 100, Against("PostgreSQL", "commune", NationalQuestions.Recursive), isAtLeast: true),
            Of(
                "G3-all",
                100,
                Math.Min(
                    Against("SQLite", "all", NationalQuestions.Prefix),
                    Against("PostgreSQL", "all", NationalQuestions.Prefix)
                ),
                isAtLeast: true
            ),
            Of("G4-commune", 1.5, Growth("commune", 16)),
            Of("G4-nation", 25, Growth("nation", 16)),
            Of("G4-nation-quarter", 5, Growth("nation", 4)),
            Of("G5-past", 3, Math.Max(Past("last-year"), Past("early"))),
            Of("G9-start", 1.5, starts.Max(s => s.Times.Engine / s.Times.Bare)),
            Of("G9-snapshot", 0.3, null),
            Of("G9-stay", 24, sqlite.BytesOfStay),
            Of("G9-grade", 2.5, sqlite.BytesOfGrade),
        ];
    }

    private double Against(string database, string question, string way)
    {
        var asked = At(1, database, question);
        return asked.Of(way) / asked.Of(Engine);
    }

    private double Growth(string question, int share) =>
        At(1, "SQLite", question).Of(Engine) / At(share, "SQLite", question).Of(Engine);

    private double Past(string way) => At(1, "SQLite", "past") is var past ? past.Of(way) / past.Of("now") : 0;

    private Measured At(int share, string database, string question) =>
        measured.Single(m => (m.Share, m.Database, m.Question) == (share, database, question));
}
