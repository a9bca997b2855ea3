using TongKet.Domain.Organizations;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Tests.Support;
using static TongKet.Tests.Exchange.ReadWorkbook.Reading;

namespace TongKet.Tests.Exchange.ReadWorkbook;

public sealed class OrganizationLineTests
{
    [Theory]
    [InlineData(3, "Mã tổ chức", null, "cell.missing")]
    [InlineData(3, "Tên tổ chức", " \u00a0 ", "cell.missing")]
    [InlineData(3, "Loại hình", null, "cell.missing")]
    [InlineData(6, "Loại hình", "Chi bộ xã", "cell.not-on-list")]
    [InlineData(6, "Mã tổ chức", "A.1.1", "organization.code-twice")]
    [InlineData(6, "Mã cấp trên", null, "organization.second-top")]
    [InlineData(6, "Mã cấp trên", "A.2", "organization.own-parent")]
    [InlineData(2, "Mã cấp trên", "X", "organization.no-top")]
    [InlineData(6, "Ngày thành lập", "30/02/2001", "cell.no-such-day")]
    [InlineData(6, "Ngày thành lập", "2001", "cell.day-needed")]
    [InlineData(6, "Thứ tự", "đầu", "cell.not-a-number")]
    public void A_wrong_cell_is_named_once_and_nothing_that_follows(int row, string column, object? value, string code)
    {
        var workbook = Right().Set(WorkbookForm.Organizations, row, column, value).Read();

        Assert.Equal([$"Tổ chức {row} {column}: {code}"], workbook.Errors());
        Assert.Empty(workbook.Warnings());
    }

    [Fact]
    public void A_ring_of_parents_is_named_at_one_of_its_rows_with_its_way()
    {
        var workbook = Right().Set(WorkbookForm.Organizations, 3, "Mã cấp trên", "A.1.2").Read();

        Assert.Equal(["Tổ chức 3 Mã cấp trên: organization.cycle"], workbook.Errors());
        Assert.Contains("A.1 → A.1.2 → A.1", workbook.Issues[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_top_put_under_its_own_subtree_is_a_ring_and_not_also_a_missing_top() =>
        Assert.Equal(
            ["Tổ chức 2 Mã cấp trên: organization.cycle"],
            Right().Set(WorkbookForm.Organizations, 2, "Mã cấp trên", "A.1.1").Read().Errors()
        );

    [Fact]
    public void Of_two_tops_the_lower_lost_its_parent_wherever_it_stands()
    {
        var workbook = new WorkbookBuilder()
            .Organization("A.2", "Chi bộ Trường học", "Chi bộ cơ sở")
            .Organization("A", "Đảng bộ huyện A", "Đảng bộ huyện")
            .Target("CT01", "A", 1)
            .Read();

        Assert.Equal(["Tổ chức 2 Mã cấp trên: organization.second-top"], workbook.Errors());
    }

    [Theory]
    [InlineData("đảng bộ HUYỆN", OrganizationKind.DistrictOrganization)]
    [InlineData("Uỷ ban kiểm tra", OrganizationKind.InspectionCommission)]
    [InlineData("Ủy ban kiểm tra", OrganizationKind.InspectionCommission)]
    [InlineData("UBKT", OrganizationKind.InspectionCommission)]
    [InlineData("Chi bộ", OrganizationKind.PartyCell)]
    [InlineData("Tổ đảng", OrganizationKind.PartyGroup)]
    public void A_kind_is_read_however_it_is_spelt(string written, OrganizationKind expected)
    {
        var workbook = Right().Organization("A.9", "Thứ chín", written, "A").Read();

        Assert.Empty(workbook.Issues);
        Assert.Equal(expected, workbook.Organizations[^1].Kind);
    }

    [Fact]
    public void Every_kind_that_a_unit_can_be_has_a_word() =>
        Assert.All(
            // The whole Party sends no workbook.
            Enum.GetValues<OrganizationKind>().Where(kind => kind != OrganizationKind.WholeParty),
            kind => Assert.NotEmpty(WorkbookWords.Kinds.NameOf(kind))
        );

    [Fact]
    public void A_line_with_an_error_still_holds_its_code()
    {
        var workbook = Right().Set(WorkbookForm.Organizations, 4, "Loại hình", "Chi bô thôn xóm").Read();

        Assert.Equal(["Tổ chức 4 Loại hình: cell.not-on-list"], workbook.Errors());
        Assert.Null(workbook.OrganizationsByCode["A.1.1"].Kind);
        Assert.False(workbook.SomeOrganizationHasNoCode);
    }
}
