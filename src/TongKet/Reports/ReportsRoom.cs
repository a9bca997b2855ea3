using TongKet.Domain.Access;
using TongKet.Reports.PrintGradePapers;
using TongKet.Reports.PrintReviewPapers;
using TongKet.Reports.PrintSessionPapers;
using TongKet.Reports.ShowReport;
using TongKet.Reports.WriteDocument;
using TongKet.Web;

namespace TongKet.Reports;

/// <summary>The reports that conferences hear, as a page and as documents.</summary>
public static class ReportsRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<ReportQuery>();
        services.AddSingleton(_ => new ReportPdf());
        services.AddSingleton<ReportFile>();
        services.AddScoped<IssueReport.IssueReportHandler>();
        services.AddScoped<RollLines>();
        services.AddScoped<ReviewRollQuery>();
        services.AddScoped<OwnFormQuery>();
        services.AddScoped<CollectiveRollQuery>();
        services.AddScoped<SessionRollQuery>();
        services.AddScoped<GradePaperQuery>();
        services.AddSingleton(new RoomEndpoints(ReportEndpoints.Map));
        services.AddSingleton(new RoomEndpoints(ReviewPapersEndpoints.Map));
        services.AddSingleton(new RoomEndpoints(OwnFormEndpoints.Map));
        services.AddSingleton(new RoomEndpoints(SessionPapersEndpoints.Map));
        services.AddSingleton(new RoomEndpoints(GradePaperEndpoints.Map));
        services.AddSingleton(new MenuEntry(6, "reports.menu", "/bao-cao", "chart-bar", Acts.SeeReports.Code));
    }
}
