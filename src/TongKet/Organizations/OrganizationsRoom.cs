using TongKet.Access;
using TongKet.Domain.Access;
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
        services.AddScoped<TreeQuery>();
        services.AddSingleton(new MenuEntry(2, "organizations.menu", "/to-chuc", "sitemap", Acts.SeeOrganizations.Code));
    }
}
