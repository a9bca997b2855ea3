using Microsoft.EntityFrameworkCore;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Members.RevealNumber;

public sealed class RevealNumberTests
{
    private const string Form = ".reveal form";

    private readonly Committee committee = new();

    [Theory, OnBothDatabases]
    public async Task Numbers_open_once_for_a_reason_that_is_written_down(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var secretary = served.As(Actors.Secretary(committee.First.Id));
        var closed = await secretary.OpenAsync(Committee.Page(member));

        var open = await secretary.SendAsync(closed, Form, ("Reason", "đối chiếu khi chuyển sinh hoạt"));

        Assert.Contains(member.CitizenId!, open.Texts(".secret"));
        var line = await served.LookAsync(s => s.Set<ReadingLine>().SingleAsync());
        Assert.Equal((member.Id, "đối chiếu khi chuyển sinh hoạt"), (line.RecordId, line.Reason));
        Assert.Equal(committee.First.Id, line.OrganizationId);
        Assert.DoesNotContain(member.CitizenId!, (await secretary.OpenAsync(Committee.Page(member))).Texts(".secret"));

        var auditor = await served.As(Actors.Auditor(committee.District.Id)).OpenAsync(Committee.Page(member));
        Assert.Contains("đối chiếu khi chuyển sinh hoạt", auditor.Text, StringComparison.Ordinal);
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_reason_they_stay_closed(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var secretary = served.As(Actors.Secretary(committee.First.Id));

        var page = await secretary.SendAsync(await secretary.OpenAsync(Committee.Page(member)), Form, ("Reason", " "));

        Assert.Contains("Chưa nêu lý do", page.Texts(".field-error")[0], StringComparison.Ordinal);
        Assert.DoesNotContain(member.CitizenId!, page.Texts(".secret"));
        Assert.Equal(0, await served.LookAsync(s => s.Set<ReadingLine>().CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Who_may_not_open_them_is_not_offered_it(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);

        var page = await served.As(Actors.Leader(committee.District.Id)).OpenAsync(Committee.Page(member));

        Assert.Empty(page.Document.QuerySelectorAll(Form));
    }

    [Theory, OnBothDatabases]
    public async Task A_member_opens_his_own_without_giving_a_reason(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var own = served.As(Actors.Member(committee.First.Id, member.Id));

        var page = await own.SendAsync(await own.OpenAsync(Committee.Page(member)), Form);

        Assert.Contains(member.CitizenId!, page.Texts(".secret"));
        Assert.Equal(1, await served.LookAsync(s => s.Set<ReadingLine>().CountAsync()));
    }
}
