using TongKet.Domain.Organizations;
using TongKet.Reports;

namespace TongKet.Tests.Reports;

public sealed class ReportIssuerTests
{
    [Theory]
    [InlineData(
        OrganizationKind.ProvincialOrganization,
        "Đảng bộ tỉnh Bình Hải",
        "Tỉnh ủy Bình Hải",
        "TU",
        "Ban Thường vụ",
        "Bình Hải"
    )]
    [InlineData(OrganizationKind.DistrictOrganization, "Đảng bộ thị xã Lộc An", "Thị ủy Lộc An", "TU", "Ban Thường vụ", "Lộc An")]
    [InlineData(
        OrganizationKind.DistrictOrganization,
        "Đảng bộ thành phố Lộc An",
        "Thành ủy Lộc An",
        "ThU",
        "Ban Thường vụ",
        "Lộc An"
    )]
    [InlineData(
        OrganizationKind.BlocOrganization,
        "Đảng bộ Khối các cơ quan",
        "Đảng ủy Khối các cơ quan",
        "ĐUK",
        "Đảng ủy",
        null
    )]
    [InlineData(OrganizationKind.CommuneOrganization, "Đảng bộ xã Phú Sơn", "Đảng ủy xã Phú Sơn", "ĐU", "Đảng ủy", "Phú Sơn")]
    [InlineData(
        OrganizationKind.GrassrootsPartyOrganization,
        "Đảng bộ Công an huyện",
        "Đảng ủy Công an huyện",
        "ĐU",
        "Đảng ủy",
        null
    )]
    [InlineData(OrganizationKind.GrassrootsPartyOrganization, "Đảng uỷ cơ sở số 3", "Đảng uỷ cơ sở số 3", "ĐU", "Đảng ủy", null)]
    [InlineData(OrganizationKind.SubordinateCell, "Chi bộ thôn Đông", "Chi bộ thôn Đông", "CB", "Chi bộ", null)]
    [InlineData(OrganizationKind.PartyCell, "CB Tiểu học", "CB Tiểu học", "CB", "Chi bộ", null)]
    [InlineData(
        OrganizationKind.InspectionCommission,
        "Ủy ban kiểm tra Huyện ủy",
        "Ủy ban kiểm tra Huyện ủy",
        "…",
        "Ủy ban Kiểm tra",
        null
    )]
    [InlineData(OrganizationKind.Agency, "Phòng Nội vụ", "Phòng Nội vụ", "…", null, null)]
    public void The_committee_issues_not_the_organization(
        OrganizationKind kind,
        string name,
        string committee,
        string code,
        string? signsFor,
        string? place
    )
    {
        var issuer = ReportIssuer.Of(kind, name);

        Assert.Equal((committee, code, signsFor, place), (issuer.Committee, issuer.Code, issuer.SignsFor, issuer.Place));
        Assert.Null(issuer.Superior);
    }

    [Fact]
    public void The_superior_is_named_as_committee_and_comes_first_among_the_recipients()
    {
        var issuer = ReportIssuer.Of(
            OrganizationKind.GrassrootsCell,
            "Chi bộ cơ sở số 4",
            OrganizationKind.DistrictOrganization,
            "Đảng bộ huyện Mường Thượng"
        );

        Assert.Equal("Huyện ủy Mường Thượng", issuer.Superior);
        Assert.Equal("Huyện ủy Mường Thượng (để báo cáo)", issuer.Recipients[0]);
        Assert.Equal("Lưu chi bộ", issuer.Recipients[^1]);
    }

    [Fact]
    public void Headings_are_numbered_by_their_level()
    {
        var sections = new[] { 1, 2, 3, 3, 2, 1, 2, 1, 1 }.Select(level => new ReportSection(level, "a", [])).ToList();

        Assert.Equal(["I. a", "1. a", "a) a", "b) a", "2. a", "II. a", "1. a", "III. a", "IV. a"], NumberedHeadings.Of(sections));
    }
}
