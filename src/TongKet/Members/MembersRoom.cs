using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Regulations;
using TongKet.Domain.Values;
using TongKet.Figures;
using TongKet.Members.AddMember;
using TongKet.Members.EditMember;
using TongKet.Members.EraseOldValues;
using TongKet.Members.RecordMovement;
using TongKet.Members.RecordPost;
using TongKet.Members.RevealNumber;
using TongKet.Members.ShowMember;
using TongKet.Members.ShowMovement;
using TongKet.Members.ShowRegister;
using TongKet.Organizations;
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
        services.AddSingleton(new LeadingFigures(Leading));
        services.AddSingleton(new OrganizationSection(20, typeof(CellMembers)));
        services.AddScoped(provider => new OrganizationHold(
            (cell, from, cancel) => HoldAsync(provider.GetRequiredService<AppStore>(), cell, from, cancel)
        ));
        services.AddScoped<MemberReach>();
        services.AddScoped<MemberFiles>();
        services.AddScoped<RecordMovementHandler>();
        services.AddScoped<MovementQuery>();
        services.AddScoped<MovementGaps>();
        services.AddScoped<PostDesks>();
        services.AddScoped<TakePostHandler>();
        services.AddScoped<ChangePostHandler>();
        services.AddScoped<EditMemberHandler>();
        services.AddScoped<AddMemberHandler>();
        services.AddScoped<EraseOldValuesHandler>();
        services.AddScoped<MemberValues>();
        services.AddScoped<MemberChangeWords>();
        services.AddSingleton<RegisterCounts>();
        services.AddScoped<RegisterQuery>();
        services.AddSingleton(new RoomEndpoints(RegisterEndpoints.Map));
        services.AddScoped<MemberQuery>();
        services.AddScoped<RevealNumberHandler>();
        services.AddSingleton(new MenuEntry(3, "members.menu", "/dang-vien", "users", Acts.SeeMembers.Code));
        services.AddScoped(provider =>
            TreeHeadCount.Of(provider.GetRequiredService<FigureBook>(), provider.GetRequiredService<RuleBook>())
        );
    }

    /// <summary>A cell with members on a day, or that get there later, cannot end on it.</summary>
    private static async Task<Refusal?> HoldAsync(AppStore store, long cell, DateOnly from, CancellationToken cancel) =>
        await store.Set<Stay>().CountAsync(s => s.CellId == cell && (s.ToOn == null || s.ToOn > from), cancel) is var left and > 0
            ? new Refusal("member.cell-not-empty", null, left)
            : null;

    private static readonly string[] Leading =
    [
        "party_member_total",
        "probationary_member_count",
        "new_member_count",
        "member_transferred_in_count",
        "member_decrease_count",
        "female_member_count",
    ];

    private static readonly RecordSource<Stay> Stays = new(
        StayFigures.Stays,
        (store, _) => store.Set<Stay>().AsNoTracking(),
        ListAsync
    )
    {
        NamesPersons = _ => true,
        TouchedBy =
        [
            Touch.AtItsOrganization<Stay>(),
            // Who he is counts wherever he stands or stood.
            Touch.At<Member>(
                (store, ids) =>
                    store.Set<Stay>().Where(s => ids.Contains(s.MemberId)).Select(s => new TouchedPlace(s.MemberId, s.CellId))
            ),
        ],
    };

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
