using System.Net;
using TongKet.Tests.Support;

namespace TongKet.Tests.Regulations;

/// <summary>Two regimes side by side, in words, with a mark where they differ.</summary>
public sealed class ComparePageTests
{
    [Theory, OnBothDatabases]
    public async Task Two_regimes_stand_side_by_side_and_what_differs_is_marked_in_words(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var leader = program.As(Actors.Leader(1));

        var list = await leader.OpenAsync("/quy-dinh");
        var page = await leader.OpenAsync(list.LinkOf("So sánh với văn bản trước"));

        Assert.Equal("/quy-dinh/so-sanh?a=hd-25-2023&b=hd-43-2025", page.Address);
        var form = Row(page, "Cách chấm tiêu chí");
        Assert.Contains("bốn cấp độ cho từng tiêu chí", form, StringComparison.Ordinal);
        Assert.Contains("điểm, thang 100", form, StringComparison.Ordinal);
        Assert.Contains("QĐ 124, Điều 11", form, StringComparison.Ordinal);
        Assert.Contains("Khác nhau", form, StringComparison.Ordinal);
        var percent = Row(page, "Tỷ lệ khống chế mức Hoàn thành xuất sắc nhiệm vụ (%)");
        Assert.DoesNotContain("Khác nhau", percent, StringComparison.Ordinal);
        Assert.Contains("chưa xác nhận", Row(page, "Tỷ lệ khống chế đối với đảng viên tính trên"), StringComparison.Ordinal);

        var only = await leader.OpenAsync(page.LinkOf("Chỉ nội dung khác nhau"));
        Assert.All(only.Texts("tbody tr"), row => Assert.Contains("Khác nhau", row, StringComparison.Ordinal));
        Assert.Equal(
            page.Texts("tbody tr").Count(r => r.Contains("Khác nhau", StringComparison.Ordinal)),
            only.Texts("tbody tr").Count
        );
    }

    [Theory, OnBothDatabases]
    public async Task Another_pair_is_chosen_and_what_cannot_be_compared_is_not_there(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var program = await ServedProgram.StartAsync(database);
        var member = program.As(Actors.Member(1, 1));

        var same = await member.OpenAsync("/quy-dinh/so-sanh?a=hd-21-2019&b=hd-21-2019");
        Assert.Contains("Khác nhau ở 0 trong", same.Text, StringComparison.Ordinal);
        Assert.Equal(4, same.Document.QuerySelectorAll("select[name=a] option").Length);

        foreach (var pair in new[] { "", "?a=hd-21-2019", "?a=hd-21-2019&b=qd-208-2026", "?a=hd-21-2019&b=x" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await member.OpenAsync("/quy-dinh/so-sanh" + pair)).Status);
        }
    }

    private static string Row(VisitedPage page, string label) =>
        page.Texts("tbody tr").Single(r => r.StartsWith(label, StringComparison.Ordinal));
}
