using TongKet.Domain.Reviews;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>Who opens a review reads first which reviews and grades of the year there are already.</summary>
public sealed class YearSoFarTests
{
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task Reviews_above_and_below_and_grades_that_came_by_file_are_said_before_anything_is_typed(DatabaseKind kind)
    {
        of.World.Grade(of.Other, OfYear, Grade.Good).FromFile = true;
        of.World.Grade(of.Lone, OfYear, Grade.Good);
        of.World.Rate(of.First, OfYear, Grade.Good).FromFile = true;
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var (district, committee) = (served.As(Actors.Office(of.District.Id)), served.As(Actors.Office(of.Committee.Id)));
        var page = await district.OpenAsync($"/kiem-diem/mo?nam={Year}");
        Assert.Contains(
            "2 đảng viên và 1 tổ chức đảng đã có kết quả xếp loại năm 2024, trong đó 2 kết quả nhập từ tệp",
            page.Text,
            StringComparison.Ordinal
        );
        Assert.Empty(page.Texts(".so-far"));
        // Of the committee's own those alone.
        Assert.Contains(
            "1 đảng viên và 1 tổ chức đảng đã có kết quả",
            (await committee.OpenAsync($"/kiem-diem/mo?nam={Year}")).Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "đã có kết quả xếp loại",
            (await district.OpenAsync("/kiem-diem/mo?nam=2025")).Text,
            StringComparison.Ordinal
        );

        await of.OpenReviewAsync(served);
        const string there = "do Tổ chức HX mở ngày 22/11/2026, đang thực hiện";
        var below = await committee.OpenAsync($"/kiem-diem/mo?nam={Year}");
        Assert.Contains(there, below.Texts(".so-far li").Single(), StringComparison.Ordinal);
        var again = await district.OpenAsync($"/kiem-diem/mo?nam={Year}");
        Assert.Contains(there, again.Texts(".so-far li").Single(), StringComparison.Ordinal);
        Assert.Empty((await committee.OpenAsync("/kiem-diem/mo?nam=2025")).Texts(".so-far"));
    }
}
