using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TongKet.Commendations.ListCommendations;
using TongKet.Commendations.RecordCommendation;
using TongKet.Domain.Commendations;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Figures;
using TongKet.Store;

namespace TongKet.Commendations;

/// <summary>Who was commended for the work of a year.</summary>
public static class CommendationsRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(new FigureSet(CommendationFigures.All));
        services.AddSingleton<RecordSource>(Commendations);
        services.AddScoped<CommendationsQuery>();
        services.AddScoped<CommendationFormQuery>();
        services.AddScoped<RecordCommendationHandler>();
        services.AddScoped<RemoveCommendationHandler>();
    }

    private static readonly RecordSource<Commendation> Commendations = new(
        CommendationFigures.Commendations,
        (store, _) => store.Set<Commendation>().AsNoTracking(),
        ListAsync
    )
    {
        NamesPersons = f => f.Code is not (CommendationFigures.Collectives or CommendationFigures.Organizations),
        TouchedBy = [Touch.AtItsOrganization<Commendation>()],
    };

    /// <summary>Commendations with the names of whom they name; an organization is called as it was on the day.</summary>
    public static async Task<IReadOnlyList<NamedCommendation>> NameAsync(
        AppStore store,
        IQueryable<Commendation> commendations,
        DateOnly day,
        CancellationToken cancel
    )
    {
        var listed = await commendations
            .LeftJoin(store.Set<Member>(), c => c.MemberId, m => m.Id, (c, m) => new { Of = c, m!.FullName })
            .ToListAsync(cancel);
        var ids = listed.Where(c => c.Of.Subject == CommendationSubject.Organization).Select(c => c.Of.OrganizationId).ToArray();
        var names = (
            await store
                .Set<OrganizationVersion>()
                .AsNoTracking()
                .Where(v => ids.Contains(v.OrganizationId) && v.FromOn <= day)
                .OrderBy(v => v.FromOn)
                .Select(v => new { v.OrganizationId, v.Name })
                .ToListAsync(cancel)
        )
            .GroupBy(v => v.OrganizationId)
            .ToDictionary(g => g.Key, g => g.Last().Name);
        return
        [
            .. listed
                .Select(c => new NamedCommendation(
                    c.Of,
                    c.FullName ?? c.Of.SubjectName ?? names.GetValueOrDefault(c.Of.OrganizationId, "")
                ))
                .OrderBy(c => c.Of.Subject)
                .ThenBy(c => c.Of.Form)
                .ThenBy(c => c.Of.DecidedOn)
                .ThenBy(c => c.Of.Id),
        ];
    }

    private static async Task<IReadOnlyList<RecordLine>> ListAsync(
        AppStore store,
        IQueryable<Commendation> commendations,
        CountFigure figure,
        AsOf on,
        CancellationToken cancel
    ) =>
        [
            .. (await NameAsync(store, commendations, on.Day, cancel)).Select(c => new RecordLine(
                c.Of.Id,
                c.Name,
                c.IsPerson ? null : c.Of.DecisionNumber,
                c.Of.OrganizationId,
                c.Of.DecidedOn,
                c.Of.Subject switch
                {
                    CommendationSubject.Organization => "/to-chuc/" + Number(c.Of.OrganizationId),
                    CommendationSubject.Member => "/dang-vien/" + Number(c.Of.MemberId!.Value),
                    _ => null,
                },
                c.IsPerson
            )),
        ];

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A commendation and the name of whom it names.</summary>
public sealed record NamedCommendation(Commendation Of, string Name)
{
    public bool IsPerson => Of.Subject is CommendationSubject.Member or CommendationSubject.Individual;
}
