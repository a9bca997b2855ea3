using TongKet.Domain.Regulations;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>Whom a self-review form is for (HD 21, HD 25, HD 43).</summary>
public enum ReviewForm : byte
{
    /// <summary>A member without a leading post.</summary>
    Member = 1,

    /// <summary>A member who holds one.</summary>
    Leader = 2,

    /// <summary>A member outside the political system (since HD 43).</summary>
    OutsideSystem = 3,
}

/// <summary>
/// The forms of a year's review, as its rule set has them: which there are, their numbers, and whether criteria bear
/// levels or points. What the rule set does not say is not printed.
/// </summary>
public sealed record ReviewForms(
    string Document,
    string? Collective,
    IReadOnlyDictionary<ReviewForm, string?> Members,
    IReadOnlyList<string> Levels,
    (decimal Common, decimal Results)? Points
)
{
    /// <summary>The sheet of a collective's criteria and levels; null where the regime has none.</summary>
    public string? CollectiveSheet { get; private init; }

    public static ReviewForms Of(RuleSet review)
    {
        var members = new Dictionary<ReviewForm, string?>
        {
            [ReviewForm.Member] = Number(review["form_member"]),
            [ReviewForm.Leader] = Number(review["form_leader"]),
        };
        if (Number(review["form_member_outside_system"]) is { } outside)
        {
            members[ReviewForm.OutsideSystem] = outside;
        }

        return new(
            review.Document,
            Number(review["form_collective"]),
            members,
            review["criteria_levels"].List,
            review["points_common"].Known is { } common && review["points_results"].Known is { } results
                ? (common, results)
                : null
        )
        {
            CollectiveSheet = Number(review["form_collective_sheet"]),
        };
    }

    /// <summary>The form as the address asks for it; null where the regime has none of that name.</summary>
    public ReviewForm? Find(string? asked) =>
        Enum.TryParse<ReviewForm>(asked, out var form) && Members.ContainsKey(form) ? form : null;

    private static string? Number(RuleParameter form) => form.IsUnknown ? null : form.Text;
}
