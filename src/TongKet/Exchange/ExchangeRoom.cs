using TongKet.Domain.Access;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Exchange.ReceiveFolder;
using TongKet.Exchange.UploadWorkbook;
using TongKet.Portal;
using TongKet.Web;

namespace TongKet.Exchange;

/// <summary>What comes in from offices and goes out to them as files.</summary>
public static class ExchangeRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ImportWorkbookHandler>();
        services.AddScoped<UploadWorkbookHandler>();
        services.AddScoped<UploadedWorkbookQuery>();
        services.AddScoped<ApplyUploadHandler>();
        services.AddScoped<DeliveryBook>();
        services.AddScoped<DeliveryBoardQuery>();
        services.AddScoped<ReceiveFolderHandler>();
        services.AddHostedService<UploadForgetting>();
        services.AddSingleton(new MenuEntry(7, "exchange.menu", "/nhap-so-lieu", "file-spreadsheet", Acts.ImportWorkbooks.Code));
        services.AddSingleton(new RoomEndpoints(UploadEndpoints.Map));
        services.AddSingleton(new WorkSource(DeliveryWork.FindAsync));
        services.AddSingleton(new WorkShortcut(1, "exchange.upload.title", "/nhap-so-lieu", "upload", Acts.ImportWorkbooks.Code));
    }
}
