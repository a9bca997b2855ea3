using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Tests.Support;

namespace TongKet.Tests.Members;

/// <summary>A grassroots committee with two cells, and another beside it, under one district.</summary>
internal sealed class Committee
{
    public WorldBuilder World { get; } = new();
    public Organization District { get; }
    public Organization Own { get; }
    public Organization First { get; }
    public Organization Second { get; }
    public Organization Other { get; }
    public Organization Foreign { get; }

    public Committee()
    {
        District = World.Found("HX", OrganizationKind.DistrictOrganization);
        Own = World.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, District);
        First = World.FoundCell("HX.B01.C01", Own);
        Second = World.FoundCell("HX.B01.C02", Own);
        Other = World.Found("HX.B02", OrganizationKind.GrassrootsPartyOrganization, District);
        Foreign = World.FoundCell("HX.B02.C01", Other);
    }

    public Task<ServedWorld> ServeAsync(DatabaseKind kind) => ServedWorld.OpenAsync(kind, World);

    public static string Page(Member member, string rest = "", int year = 2023) => $"/dang-vien/{member.Id}{rest}?nam={year}";

    public static Member Name(Member member, string name)
    {
        (member.FullName, member.NameFolded, member.NameSortKey) = (
            name,
            VietnameseText.Fold(name),
            VietnameseText.PersonSortKey(name)
        );
        return member;
    }
}
