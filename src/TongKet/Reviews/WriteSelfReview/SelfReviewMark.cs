using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Reviews.WriteSelfReview;

/// <summary>
/// What a form had before it when it was opened, as a short mark of each part that it carries along: so of two who type at
/// once neither wipes the other out, and no page carries its texts twice.
/// </summary>
public static class SelfReviewMark
{
    private const char Between = '.';
    private const int Parts = 4;
    private const int Length = 16;

    public static string Of(SelfReviewText text) =>
        string.Join(Between, Of(text.Strengths), Of(text.Weaknesses), Of(text.Remedies), Of(text.Grade));

    /// <summary>
    /// Of each part, what only one of two changed is taken from him; where both changed the same to different things, the later
    /// one is told and decides again.
    /// </summary>
    /// <param name="was">The mark that came with what was typed; with none, what was typed stands.</param>
    public static (SelfReviewText Text, IReadOnlyList<Refusal> Conflicts) Merge(
        SelfReviewText stored,
        string? was,
        SelfReviewText typed
    )
    {
        if (was?.Split(Between) is not { Length: Parts } marks)
        {
            return (typed, []);
        }

        var conflicts = new List<Refusal>();
        return (
            new(
                Take(0, "strengths", stored.Strengths, typed.Strengths),
                Take(1, "weaknesses", stored.Weaknesses, typed.Weaknesses),
                Take(2, "remedies", stored.Remedies, typed.Remedies),
                Grade()
            ),
            conflicts
        );

        string? Take(int part, string name, string? kept, string? now)
        {
            if (Of(now) == marks[part])
            {
                return kept;
            }

            if (Of(kept) != marks[part] && kept != now)
            {
                Tell("reviews.self." + name);
            }

            return now;
        }

        Grade Grade()
        {
            if (Of(typed.Grade) == marks[^1])
            {
                return stored.Grade;
            }

            if (Of(stored.Grade) != marks[^1] && stored.Grade != typed.Grade)
            {
                Tell("reviews.sheet.self");
            }

            return typed.Grade;
        }

        void Tell(string part) => conflicts.Add(new("review.self.changed-by-other", null, Words.Get(part)));
    }

    private static string Of(string? text) =>
        text is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];

    private static string Of(Grade grade) => ((int)grade).ToString(CultureInfo.InvariantCulture);
}
