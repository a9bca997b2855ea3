using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Members.EraseOldValues;

/// <summary>The law asks that old personal data go: the values of the log do, its chain and its lines stay.</summary>
public sealed class EraseOldValuesTests
{
    private const string Edit = "form[method=post][data-keep]";

    private readonly Committee committee = new();

    [Theory, OnBothDatabases]
    public async Task What_a_record_was_before_goes_and_who_changed_it_stays(DatabaseKind database)
    {
        var member = Committee.Name(committee.World.Enroll(committee.First), "Nguyễn Văn Dức");
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));
        await office.SendAsync(await office.OpenAsync(Committee.Page(member, "/sua")), Edit, ("Form.FullName", "Nguyễn Văn Đức"));

        var asked = await office.OpenAsync(Committee.Page(member, "/xoa-gia-tri-cu"));
        Assert.Contains("Có 1 lần ghi còn giữ giá trị cũ", asked.Text, StringComparison.Ordinal);
        var page = await office.SendAsync(asked, "main form[method=post]", ("Basis", "Đơn ngày 02/02/2026 của đảng viên"));

        Assert.Contains("Đã xóa giá trị cũ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn Dức", page.Text, StringComparison.Ordinal);
        Assert.Contains("Đơn ngày 02/02/2026 của đảng viên", page.Text, StringComparison.Ordinal);
        Assert.Equal("Nguyễn Văn Đức", (await served.LookAsync(s => s.Set<Member>().SingleAsync())).FullName);
        Assert.Equal(1, await served.LookAsync(s => s.Set<ChangeValue>().CountAsync(v => v.ErasedAt != null)));
        Assert.Equal(0, await served.LookAsync(s => s.Set<ChangeValue>().CountAsync(v => v.After!.Contains("Dức"))));
        await served.AssertSoundAsync();

        var again = await office.OpenAsync(Committee.Page(member, "/xoa-gia-tri-cu"));
        Assert.Contains("không còn giữ giá trị cũ nào", again.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Without_a_basis_nothing_is_erased(DatabaseKind database)
    {
        var member = Committee.Name(committee.World.Enroll(committee.First), "Nguyễn Văn Dức");
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));
        await office.SendAsync(await office.OpenAsync(Committee.Page(member, "/sua")), Edit, ("Form.FullName", "Nguyễn Văn Đức"));

        var page = await office.SendAsync(
            await office.OpenAsync(Committee.Page(member, "/xoa-gia-tri-cu")),
            "main form[method=post]",
            ("Basis", " x ")
        );

        Assert.Contains("Chưa ghi căn cứ", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<ChangeValue>().CountAsync(v => v.ErasedAt != null)));
    }

    [Theory, OnBothDatabases]
    public async Task Only_the_office_that_answers_for_him_may(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);

        foreach (var actor in new[] { Actors.Secretary(committee.First.Id), Actors.Office(committee.Own.Id + 1_000_000) })
        {
            var page = await served.As(actor).OpenAsync(Committee.Page(member, "/xoa-gia-tri-cu"));
            Assert.Equal(System.Net.HttpStatusCode.NotFound, page.Status);
        }
    }
}
