using TongKet.Exchange.ImportWorkbook;

namespace TongKet.Exchange;

/// <summary>What comes in from offices and goes out to them as files.</summary>
public static class ExchangeRoom
{
    public static void Register(IServiceCollection services) => services.AddScoped<ImportWorkbookHandler>();
}
