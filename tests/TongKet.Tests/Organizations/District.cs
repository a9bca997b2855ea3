using TongKet.Domain.Organizations;
using TongKet.Tests.Support;

namespace TongKet.Tests.Organizations;

/// <summary>A district with two committees of two cells each, before the change of levels.</summary>
internal sealed class District
{
    public WorldBuilder World { get; } = new();
    public Organization Top { get; }
    public Organization First { get; }
    public Organization Second { get; }
    public Organization FirstCell { get; }
    public Organization OtherCell { get; }
    public Organization SecondCell { get; }

    public District()
    {
        Top = World.Found("HX", OrganizationKind.DistrictOrganization);
        First = World.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, Top);
        Second = World.Found("HX.B02", OrganizationKind.GrassrootsPartyOrganization, Top);
        FirstCell = World.FoundCell("HX.B01.C01", First);
        OtherCell = World.FoundCell("HX.B01.C02", First);
        SecondCell = World.FoundCell("HX.B02.C01", Second);
    }

    public Task<ServedWorld> ServeAsync(DatabaseKind kind) => ServedWorld.OpenAsync(kind, World);

    public static string Page(Organization organization, string rest = "", int year = 2023) =>
        $"/to-chuc/{organization.Id}{rest}?to-chuc={organization.Id}&nam={year}";
}
