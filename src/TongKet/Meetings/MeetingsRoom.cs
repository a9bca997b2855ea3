using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Meetings;
using TongKet.Figures;
using TongKet.Meetings.ListMeetings;
using TongKet.Meetings.RecordMeeting;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Meetings;

/// <summary>Meetings that cells held.</summary>
public static class MeetingsRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(new FigureSet(MeetingFigures.All));
        services.AddSingleton<RecordSource>(Meetings);
        services.AddScoped<MeetingsQuery>();
        services.AddScoped<MeetingFormQuery>();
        services.AddScoped<RecordMeetingHandler>();
        services.AddScoped<RemoveMeetingHandler>();
        services.AddSingleton(new OrganizationSection(30, typeof(MeetingsOfCell)));
    }

    private static readonly RecordSource<Meeting> Meetings = new(
        MeetingFigures.Meetings,
        (store, on) => store.Set<Meeting>().AsNoTracking(),
        ListAsync
    )
    {
        TouchedBy = [Touch.AtItsOrganization<Meeting>()],
    };

    private static async Task<IReadOnlyList<RecordLine>> ListAsync(
        AppStore store,
        IQueryable<Meeting> meetings,
        CountFigure figure,
        AsOf on,
        CancellationToken cancel
    ) =>
        [
            .. (await meetings.OrderBy(m => m.HeldOn).ThenBy(m => m.Id).ToListAsync(cancel)).Select(m => new RecordLine(
                m.Id,
                Words.Of(m.Kind),
                Words.Get("meetings.attendance", Attendance(m)),
                m.CellId,
                m.HeldOn,
                "/sinh-hoat/" + m.Id.ToString(CultureInfo.InvariantCulture),
                false
            )),
        ];

    /// <summary>«18/20» where the minutes say who was to attend, else «18».</summary>
    public static string Attendance(Meeting meeting) =>
        meeting.Due is { } due
            ? $"{VietnameseFormat.Number(meeting.Present)}/{VietnameseFormat.Number(due)}"
            : VietnameseFormat.Number(meeting.Present);
}
