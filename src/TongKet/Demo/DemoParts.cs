namespace TongKet.Demo;

/// <summary>What the demo is put together from, beside the rooms.</summary>
public static class DemoParts
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<DemoWorld>();
        services.AddScoped<DemoCast>();
        services.AddScoped<DemoAccounts>();
    }
}
