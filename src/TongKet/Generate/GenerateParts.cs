namespace TongKet.Generate;

/// <summary>What the invented nation is put together from, beside the rooms.</summary>
public static class GenerateParts
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<NationMaker>();
    }
}
