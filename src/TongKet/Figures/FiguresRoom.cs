using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Figures.Engine;
using TongKet.Organizations;
using TongKet.Web;

namespace TongKet.Figures;

/// <summary>The catalogue and the counting of figures; knows no room that owns records, but for organizations.</summary>
public static class FiguresRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(provider => new Catalogue(provider.GetServices<FigureSet>().SelectMany(s => s.Figures)));
        services.AddSingleton<FigureLayout>();
        services.AddSingleton(provider => EngineSettings.Of(isServed: provider.GetService<HostMode>() is not null));
        services.AddSingleton<FiguresEngine>();
        services.AddScoped<FigureBook>();
        services.AddScoped<ShowState.StateQuery>();
        services.AddHostedService<EngineStart>();
        services.AddScoped<AnswerFigures.FiguresQuery>();
        services.AddScoped<ListRecords.RecordsQuery>();
        services.AddScoped<OpenList.ListReadings>();
        services.AddScoped<OpenList.OpenListHandler>();
        services.AddScoped<OpenList.ReadingsOfOrganizationQuery>();
        services.AddSingleton(new OrganizationSection(90, typeof(OpenList.ReadingsOfOrganization)));
        services.AddSingleton(new RoomEndpoints(AnswerFigures.FiguresEndpoints.Map));
        services.AddSingleton(new RoomEndpoints(ListRecords.RecordsEndpoints.Map));
        services.AddScoped<VerifyFigures.VerifyHandler>();
        services.AddScoped<CheckNightly.NightlyCheckHandler>();
        services.AddHostedService<CheckNightly.NightlyChecking>();
        services.AddSingleton(new FigureSet(OrganizationFigures.All));
        services.AddSingleton<RecordSource>(Organizations);
        services.AddSingleton(new OrganizationSection(10, typeof(AnswerFigures.FiguresOfOrganization)));
    }

    private static readonly RecordSource<OrganizationEntry> Organizations = new(
        OrganizationFigures.Organizations,
        // All versions: each condition asks for that of the day, so brothers of an earlier name do not count twice.
        (store, _) =>
            store
                .Set<OrganizationVersion>()
                .Select(v => new OrganizationEntry
                {
                    OrganizationId = v.OrganizationId,
                    Name = v.Name,
                    Code = v.Code,
                    Kind = v.Kind,
                    FromOn = v.FromOn,
                    ToOn = v.ToOn,
                    FromIsKnown = v.FromIsKnown,
                }),
        async (_, rows, _, _, cancel) =>
            [
                .. (await rows.ToListAsync(cancel)).Select(o => new RecordLine(
                    o.OrganizationId,
                    o.Name,
                    o.Code,
                    o.OrganizationId,
                    o.FromOn,
                    $"/to-chuc/{o.OrganizationId}",
                    false
                )),
            ]
    )
    {
        TouchedBy = [Touch.AtItsOrganization<OrganizationVersion>()],
    };
}

/// <summary>The figures that a room hands in to the catalogue.</summary>
public sealed record FigureSet(IReadOnlyList<Figure> Figures);
