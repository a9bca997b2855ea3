using TongKet.Domain.Reviews;
using TongKet.Domain.Values;
using TongKet.Web;
using TongKet.Web.Components;

namespace TongKet.Reviews.ScoreCriteria;

/// <summary>Why something typed for a criterion was not taken, beside its field and with its name.</summary>
internal static class CriteriaRefusals
{
    private const string OfCriteria = "review.criteria.";

    public static void AddUnread(FormErrors errors, CriteriaForm form, CriteriaSet criteria)
    {
        foreach (var (key, typed) in form.Unread(criteria.InPoints))
        {
            Add(errors, criteria, key, Words.Get("web.form.bad-number", typed));
        }
    }

    /// <summary>The first word of a refusal about a criterion is its key.</summary>
    public static void Add(FormErrors errors, IReadOnlyList<Refusal> refusals, CriteriaSet criteria)
    {
        foreach (var refusal in refusals)
        {
            if (refusal.Code.StartsWith(OfCriteria, StringComparison.Ordinal))
            {
                Add(errors, criteria, refusal.With[0].ToString()!, Words.Of(refusal));
            }
            else
            {
                errors.Add(null, Words.Of(refusal));
            }
        }
    }

    private static void Add(FormErrors errors, CriteriaSet criteria, string key, string sentence) =>
        errors.Add(
            CriteriaForm.Name(key),
            $"{(criteria.Find(key) is { } criterion ? CriterionWords.Of(criterion) : Words.Get("reviews.criteria.unknown"))}: {sentence}"
        );
}
