using TongKet.Domain.Access;
using TongKet.Portal.ListGaps;
using TongKet.Portal.ShowMyWork;
using TongKet.Web;

namespace TongKet.Portal;

/// <summary>The first page of everybody, and the lists behind what it counts.</summary>
public static class PortalRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<MyWorkQuery>();
        services.AddScoped<WorkFinder>();
        services.AddScoped<FiveFigures>();
        services.AddScoped<BehindQuery>();
        services.AddScoped<OwnRecordQuery>();
        services.AddScoped<SystemStateQuery>();
        services.AddScoped<GapsQuery>();
        services.AddSingleton(new MenuEntry(1, "portal.menu", "/", "checklist"));
        services.AddSingleton(new WorkSource(ReviewWork.FindAsync));
        services.AddSingleton(new WorkShortcut(8, "portal.shortcut.review", "/kiem-diem", "award", Acts.SeeGrades.Code));
        services.AddSingleton(new WorkShortcut(10, "portal.shortcut.cap", "/ty-le-khong-che", "award", Acts.SeeGrades.Code));
        services.AddSingleton(
            new WorkShortcut(12, "portal.shortcut.commendations", "/khen-thuong", "award", Acts.SeeCommendations.Code)
        );
        services.AddSingleton(new WorkShortcut(20, "portal.shortcut.rules", "/quy-dinh", "clipboard-text"));
    }
}
