using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Regulations;
using TongKet.Figures;
using TongKet.Members.ShowRegister;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Members;

/// <summary>Members, their stays in cells and the movement of the head-count.</summary>
public static class MembersRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(new FigureSet(StayFigures.All));
        services.AddSingleton<RecordSource>(Stays);
        services.AddScoped<RegisterQuery>();
        services.AddSingleton(new MenuEntry(3, "members.menu", "/dang-vien", "users", Acts.SeeMembers.Code));
        services.AddScoped(provider =>
            TreeHeadCount.Of(provider.GetRequiredService<FigureBook>(), provider.GetRequiredService<RuleBook>())
        );
    }

    private static readonly RecordSource<Stay> Stays = new(
        StayFigures.Stays,
        (store, _) => store.Set<Stay>().AsNoTracking(),
        ListAsync
    );

    private static async Task<IReadOnlyList<RecordLine>> ListAsync(
        AppStore store,
        IQueryable<Stay> stays,
        CountFigure figure,
        AsOf on,
        CancellationToken cancel
    )
    {
        var listed = await stays
            .OrderBy(s => s.Member!.RegisterOrder)
            .ThenBy(s => s.MemberId)
            .Select(s => new
            {
                s.MemberId,
                s.Member!.FullName,
                s.Member.CitizenId,
                s.CellId,
                s.FromOn,
                s.ToOn,
                s.HowIn,
                s.Member.RecognizedOn,
            })
            .ToListAsync(cancel);
        return
        [
            .. listed.Select(s => new RecordLine(
                s.MemberId,
                s.FullName,
                s.CitizenId,
                s.CellId,
                figure.Code == "member_official_conversion" ? s.RecognizedOn
                    : s.ToOn <= on.Day ? s.ToOn
                    : s.HowIn == HowIn.BeforeRecords ? null
                    : s.FromOn,
                string.Create(CultureInfo.InvariantCulture, $"/dang-vien/{s.MemberId}"),
                true
            )),
        ];
    }
}
