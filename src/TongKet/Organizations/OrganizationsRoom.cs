namespace TongKet.Organizations;

/// <summary>The dated tree of Party organizations and of bodies beside them.</summary>
public static class OrganizationsRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton<TreeCache>();
        services.AddScoped<TreeReader>();
    }
}
