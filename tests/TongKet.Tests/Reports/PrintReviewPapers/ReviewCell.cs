using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reports.PrintReviewPapers;

/// <summary>
/// A cell in December 2025: secretary, a member of its committee, two others, one exempt, one probationary; and a cell
/// next to it.
/// </summary>
internal sealed class ReviewCell
{
    public ReviewCell()
    {
        District = World.Found("HX", OrganizationKind.DistrictOrganization);
        Commune = World.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, District);
        Named(Commune, "Đảng bộ xã Phú Sơn");
        Cell = World.FoundCell("HX.B01.01", Commune);
        Named(Cell, "Chi bộ thôn Đông");
        Other = World.FoundCell("HX.B01.02", Commune);
        Plain = Enroll("Vũ Thị Bình", 4);
        Exempt = Enroll("Đỗ Văn Cổ", 5);
        Secretary = Enroll("Nguyễn Văn Đức", 1);
        Committee = Enroll("Lê Thị Ên", 2);
        Second = Enroll("Trần Quốc Ơn", 3);
        Probationary = World.Admit(Cell, new(2025, 3, 3));
        Probationary.Rename("Phạm Thị Út");
        Probationary.RegisterOrder = 6;
        World.Appoint(Secretary, Cell, "Bí thư chi bộ", 1);
        World.Appoint(Committee, Cell, "Chi ủy viên", 4);
        World.Add(
            new MemberConditionSpan
            {
                Id = World.NextId(),
                MemberId = Exempt.Id,
                Condition = MemberCondition.Exempt,
                FromOn = new(2023, 5, 1),
            }
        );
        World.Grade(Secretary, 2024, Grade.Excellent);
        Foreigner = World.Enroll(Other);
        Foreigner.Rename("Hoàng Ngọc Xa");
    }

    public WorldBuilder World { get; } = new();
    public Organization District { get; }
    public Organization Commune { get; }
    public Organization Cell { get; }
    public Organization Other { get; }
    public Member Secretary { get; }
    public Member Committee { get; }
    public Member Plain { get; }
    public Member Second { get; }
    public Member Exempt { get; }
    public Member Probationary { get; }
    public Member Foreigner { get; }

    private Member Enroll(string name, int order)
    {
        var member = World.Enroll(Cell);
        member.Rename(name);
        member.RegisterOrder = order;
        return member;
    }

    private void Named(Organization what, string name)
    {
        var version = World.VersionOf(what);
        (version.Name, version.NameFolded) = (name, TongKet.Domain.Values.VietnameseText.Fold(name));
    }
}
