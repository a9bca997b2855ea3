using TongKet.Access;
using TongKet.Domain.Access;
using TongKet.Organizations.ChangeOrganization;
using TongKet.Organizations.EndOrganization;
using TongKet.Organizations.FoundOrganization;
using TongKet.Organizations.MoveOrganization;
using TongKet.Organizations.ShowOrganization;
using TongKet.Organizations.ShowTree;
using TongKet.Web;

namespace TongKet.Organizations;

/// <summary>The dated tree of Party organizations and of bodies beside them.</summary>
public static class OrganizationsRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<TreeCache>();
        services.AddScoped<TreeReader>();
        services.AddScoped<OrganizationSearch>();
        services.AddScoped(provider =>
        {
            var search = provider.GetRequiredService<OrganizationSearch>();
            return new OrganizationFinder(search.SearchAsync, search.NamesAsync);
        });
        services.AddScoped<PageContextPart, OrganizationsContext>();
        services.AddScoped<OrganizationNames>();
        services.AddScoped<OrganizationChangeWords>();
        services.AddScoped<TreeQuery>();
        services.AddSingleton(new RoomEndpoints(TreeEndpoints.Map));
        services.AddScoped<OrganizationQuery>();
        services.AddScoped<OrganizationFiles>();
        services.AddSingleton<OrganizationChoices>();
        services.AddScoped<ChangeOrganizationHandler>();
        services.AddScoped<PlaceChange>();
        services.AddScoped<MoveOrganizationHandler>();
        services.AddScoped<FoundOrganizationHandler>();
        services.AddScoped<EndOrganizationHandler>();
        services.AddSingleton(new MenuEntry(2, "organizations.menu", "/to-chuc", "sitemap", Acts.SeeOrganizations.Code));
    }
}
