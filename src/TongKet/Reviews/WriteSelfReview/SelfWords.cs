using System.Globalization;
using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Reviews.WriteSelfReview;

/// <summary>What the pages of a review of oneself call it, and where they lead.</summary>
internal static class SelfWords
{
    public static string Title(SelfReviewView view, string of = "reviews.self") =>
        Words.Get($"{of}.{(view.Place.Key.MemberId is null ? "title-collective" : "title")}", view.Name);

    /// <summary>Which review, and where he stands in it; of a leader as what.</summary>
    public static string Subtitle(SelfReviewView view) =>
        view.Place.Key.MemberId is null ? view.Work.Cycle.Name
        : view.Place.Post is { } post ? $"{view.Work.Cycle.Name} · {Words.Get("reviews.self.as-leader", post, view.Node.Name)}"
        : $"{view.Work.Cycle.Name} · {view.Node.Name}";

    public static string Hint(SelfReviewView view) =>
        Words.Get(
            view.Place.Key.As switch
            {
                ReviewSubject.Member => view.IsOwn ? "reviews.self.hint" : "reviews.self.hint-paper",
                ReviewSubject.Leader => view.IsOwn ? "reviews.self.hint-leader" : "reviews.self.hint-paper-leader",
                _ => view.IsOwn ? "reviews.self.hint-collective" : "reviews.self.hint-paper-collective",
            }
        );

    /// <param name="page">«tu-kiem-diem», or «ban-kiem-diem» for the printed form.</param>
    /// <param name="more">What follows it in the address.</param>
    public static string Link(
        PageContext context,
        SelfReviewView view,
        string page,
        string? more,
        params ReadOnlySpan<(string Name, string? Value)> with
    )
    {
        var cycle = view.Work.Cycle.Id.ToString(CultureInfo.InvariantCulture);
        return context.Link(
            page == "ban-kiem-diem"
                ? $"/bao-cao/ban-kiem-diem/{cycle}{view.Of.Path}{more}"
                : $"/kiem-diem/{cycle}/{page}{view.Of.Path}{more}",
            with
        );
    }
}
