using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ReadWorkbook.Reading;

namespace TongKet.Tests.Exchange.ReadWorkbook;

public sealed class WorkbookYearTests
{
    [Fact]
    public void The_year_is_that_of_the_file() => Assert.Equal(2023, Right().Read().Year);

    [Fact]
    public void A_file_of_organizations_alone_needs_a_year_to_be_asked()
    {
        var builder = new WorkbookBuilder().Organization("A", "Đảng bộ huyện A", "Đảng bộ huyện");

        Assert.Equal([" 0 : year.none"], builder.Read().Errors());
        Assert.Equal(2024, builder.Read(2024).Year);
        Assert.Empty(builder.Read(2024).Issues);
    }

    [Fact]
    public void Lines_of_another_year_are_in_error_each_at_its_row()
    {
        var workbook = Right().Target("CT02", "A", 1, ofYear: 2022).Target("CT03", "A", 1, ofYear: "2024").Read();

        Assert.Equal(["Chỉ tiêu 3 Năm: year.two-years", "Chỉ tiêu 4 Năm: year.two-years"], workbook.Errors());
        Assert.Equal(2023, workbook.Year);
    }

    [Fact]
    public void A_file_of_another_year_than_the_asked_is_told_so_once()
    {
        var workbook = Right().Read(2024);

        Assert.Equal(["Xếp loại đảng viên 2 Năm: year.not-the-asked"], workbook.Errors());
        Assert.Null(workbook.Year);
    }

    [Fact]
    public void A_year_later_than_the_caller_allows_is_out_of_range() =>
        Assert.Contains("Chỉ tiêu 2 Năm: year.out-of-range", Right().Read(latestYear: 2022).Errors());
}
