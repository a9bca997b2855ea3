namespace TongKet.Domain.Organizations;

/// <summary>
/// Kinds of Party organizations, and of bodies that are not Party organizations (from 100 on) and stand outside
/// every sum. Names and parents are data of the rule set in force. Source: Charter art. 10, 21, 24; QĐ 294; QĐ 208.
/// </summary>
public enum OrganizationKind : byte
{
    /// <summary>Đảng bộ tỉnh, thành phố.</summary>
    ProvincialOrganization = 1,

    /// <summary>Đảng bộ huyện, quận, thị xã (to 30/6/2025).</summary>
    DistrictOrganization = 2,

    /// <summary>Đảng bộ khối các cơ quan, doanh nghiệp.</summary>
    BlocOrganization = 3,

    /// <summary>Đảng bộ xã, phường, đặc khu.</summary>
    CommuneOrganization = 4,

    /// <summary>Đảng bộ cấp trên trực tiếp cơ sở.</summary>
    SuperiorOfGrassroots = 5,

    /// <summary>Đảng bộ cơ sở.</summary>
    GrassrootsPartyOrganization = 6,

    /// <summary>Đảng bộ bộ phận (to 25/7/2026).</summary>
    SectionalOrganization = 7,

    /// <summary>Đảng bộ trực thuộc cơ sở (from 26/7/2026).</summary>
    SubGrassrootsOrganization = 8,

    /// <summary>Chi bộ cơ sở (to 25/7/2026).</summary>
    GrassrootsCell = 9,

    /// <summary>Chi bộ trực thuộc (to 25/7/2026).</summary>
    SubordinateCell = 10,

    /// <summary>Chi bộ (from 26/7/2026).</summary>
    PartyCell = 11,

    /// <summary>Tổ đảng, inside a cell, without standing of its own.</summary>
    PartyGroup = 12,

    /// <summary>
    /// Toàn Đảng: what stands over all provinces in a national register. In no rule set, so that nobody founds it by hand.
    /// </summary>
    WholeParty = 13,

    /// <summary>Ban tham mưu của cấp ủy.</summary>
    Commission = 100,

    /// <summary>Ủy ban kiểm tra.</summary>
    InspectionCommission = 101,

    /// <summary>Văn phòng cấp ủy.</summary>
    CommitteeOffice = 102,

    /// <summary>Mặt trận Tổ quốc.</summary>
    Front = 103,

    /// <summary>Đoàn thể chính trị - xã hội.</summary>
    MassOrganization = 104,

    /// <summary>Cơ quan, đơn vị.</summary>
    Agency = 105,
}

public static class OrganizationKinds
{
    /// <summary>Members stand in cells, nowhere else.</summary>
    public static bool IsCell(this OrganizationKind kind) =>
        kind is OrganizationKind.GrassrootsCell or OrganizationKind.SubordinateCell or OrganizationKind.PartyCell;

    /// <summary>
    /// Holds grassroots organizations below it (Charter art. 10 and 21): the whole Party, a province, a district, a bloc,
    /// a commune, and what is directly superior to the grassroots.
    /// </summary>
    public static bool IsAboveGrassroots(this OrganizationKind kind) =>
        kind
            is OrganizationKind.WholeParty
                or OrganizationKind.ProvincialOrganization
                or OrganizationKind.DistrictOrganization
                or OrganizationKind.BlocOrganization
                or OrganizationKind.CommuneOrganization
                or OrganizationKind.SuperiorOfGrassroots;

    /// <summary>Bodies that are not (ban, UBKT, văn phòng, Mặt trận, đoàn thể, cơ quan) stand outside every sum.</summary>
    public static bool IsPartyOrganization(this OrganizationKind kind) => (byte)kind < 100;
}
