using System.Net;
using TongKet.Tests.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Web;

/// <summary>Who presses twice is told that it is done, and not that his page is too old.</summary>
public sealed class GoneFormTests
{
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task A_form_that_is_gone_since_it_was_sent_is_answered_with_what_is_true(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        await of.SendAllAsync(served, cycle);
        var committee = served.As(Actors.Office(of.Committee.Id));
        var open = await SheetAsync(committee, cycle, of.First);
        await committee.SendAsync(open, ".return-sheet", ("Why", "Thiếu biên bản"));

        var second = await committee.SendAsync(open, ".return-sheet", ("Why", "Thiếu biên bản"));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("đã được ghi ở lần gửi trước", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mở quá lâu", second.Text, StringComparison.Ordinal);
        // Without its token it is refused as before.
        var forged = await committee.SendAsync(open, ".return-sheet", ("__RequestVerificationToken", "x"));
        Assert.Equal(HttpStatusCode.BadRequest, forged.Status);
        Assert.Contains("mở quá lâu", forged.Text, StringComparison.Ordinal);
    }
}
