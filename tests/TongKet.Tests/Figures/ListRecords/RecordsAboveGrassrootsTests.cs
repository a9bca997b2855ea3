using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Store;
using TongKet.Tests.Members;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.ListRecords;

/// <summary>Above the grassroots a figure opens by subordinate organization; names are read and taken for a reason.</summary>
public sealed class RecordsAboveGrassrootsTests
{
    private const string Members = "/so-lieu/party_member_total?nam=2023";
    private const string OpenForm = "form.open-list";
    private const string ExportForm = "form.export-list";
    private const string Reason = "rà soát hồ sơ cuối năm";

    private readonly Committee committee = new();
    private readonly Member named;

    public RecordsAboveGrassrootsTests()
    {
        named = Committee.Name(committee.World.Enroll(committee.First), "Nguyễn Văn Đức");
        committee.World.Enroll(committee.Second);
        committee.World.Enroll(committee.Foreign);
    }

    [Theory, OnBothDatabases]
    public async Task A_figure_opens_by_subordinate_organization_down_to_the_names_of_the_grassroots(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.District.Id));

        var district = await office.OpenAsync(Members);
        Assert.Equal(["2", "1"], district.Texts("tbody td.number"));
        Assert.Equal(["3"], district.Texts("tfoot td.number"));
        Assert.DoesNotContain("Nguyễn Văn Đức", district.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tải về Excel", district.Text, StringComparison.Ordinal);

        var own = await office.OpenAsync(district.LinkOf("HX.B01"));
        Assert.Equal(["2"], own.Texts(".figure-value"));
        Assert.Contains("Nguyễn Văn Đức", own.Text, StringComparison.Ordinal);
        Assert.Empty(await ReadingsAsync(served));
    }

    [Theory, OnBothDatabases]
    public async Task Names_open_for_a_day_for_a_reason_that_is_written_down(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        var (office, other) = (served.As(Actors.Office(committee.District.Id)), served.As(Actors.Office(committee.District.Id)));
        var closed = await office.OpenAsync(Members);

        var refused = await office.SendAsync(closed, OpenForm, ("Reason", " "));
        Assert.Contains("Chưa nêu lý do", refused.Texts(".field-error")[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn Đức", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await ReadingsAsync(served));

        var open = await office.SendAsync(closed, OpenForm, ("Reason", Reason));
        Assert.Contains("Nguyễn Văn Đức", open.Text, StringComparison.Ordinal);
        var line = Assert.Single(await ReadingsAsync(served));
        Assert.Equal("figures.open-list figure=party_member_total day=2023-12-31 count=3", line.Act);
        Assert.Equal((committee.District.Id, Reason), (line.OrganizationId!.Value, line.Reason));

        Assert.Contains("Nguyễn Văn Đức", (await office.OpenAsync(Members)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nguyễn Văn Đức", (await other.OpenAsync(Members)).Text, StringComparison.Ordinal);
        var another = await office.OpenAsync(
            Members.Replace("party_member_total", "female_member_count", StringComparison.Ordinal)
        );
        Assert.NotEmpty(another.Document.QuerySelectorAll(OpenForm));

        var told = $"Office · mở danh sách «Tổng số đảng viên» đến 31/12/2023, 3 dòng: {Reason}";
        var page = $"/to-chuc/{committee.District.Id}?nam=2023";
        var auditor = served.As(Actors.Auditor(committee.District.Id));
        Assert.Contains(told, (await auditor.OpenAsync(page)).Text, StringComparison.Ordinal);
        var leader = served.As(Actors.Leader(committee.District.Id));
        Assert.DoesNotContain(Reason, (await leader.OpenAsync(page)).Text, StringComparison.Ordinal);

        served.Program.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Contains("Nguyễn Văn Đức", (await office.OpenAsync(Members)).Text, StringComparison.Ordinal);
        Assert.Single(await ReadingsAsync(served));
        await served.AssertSoundAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_file_of_names_is_another_act_with_a_reason_of_its_own(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.District.Id));
        var file = $"/so-lieu/party_member_total/danh-sach.xlsx?to-chuc={committee.District.Id}&nam=2023";
        var open = await office.SendAsync(await office.OpenAsync(Members), OpenForm, ("Reason", Reason));

        Assert.Equal(HttpStatusCode.NotFound, (await office.DownloadAsync(file)).Status);
        var refused = await office.SendAsync(open, ExportForm, ("FileReason", ""));
        Assert.Contains("Chưa nêu lý do", refused.Texts(".field-error")[0], StringComparison.Ordinal);
        Assert.Single(await ReadingsAsync(served));

        var given = await office.SendAsync(open, ExportForm, ("FileReason", "gửi Ban Tổ chức theo công văn"));
        Assert.Equal(HttpStatusCode.OK, (await office.DownloadAsync(given.Address)).Status);
        var lines = await ReadingsAsync(served);
        Assert.Equal("figures.export-list figure=party_member_total day=2023-12-31 count=3", lines[^1].Act);
        Assert.Equal("gửi Ban Tổ chức theo công văn", lines[^1].Reason);

        // Neither somebody else nor another list, nor the same a quarter of an hour later.
        var other = served.As(Actors.Office(committee.District.Id));
        Assert.Equal(HttpStatusCode.NotFound, (await other.DownloadAsync(given.Address)).Status);
        var elsewhere = given.Address.Replace("party_member_total", "female_member_count", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await office.DownloadAsync(elsewhere)).Status);
        served.Program.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.NotFound, (await office.DownloadAsync(given.Address)).Status);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_of_the_grassroots_leaves_its_line_too(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        await office.DownloadAsync((await office.OpenAsync(Members)).LinkOf("Tải về Excel"));
        await office.DownloadAsync((await office.OpenAsync("/dang-vien?nam=2023")).LinkOf("Tải về Excel"));

        Assert.Equal(
            [
                "figures.export-list figure=party_member_total day=2023-12-31 count=2",
                "members.export-register day=2023-12-31 count=2",
            ],
            (await ReadingsAsync(served)).Select(l => l.Act)
        );
    }

    [Theory, OnBothDatabases]
    public async Task What_was_transferred_between_subordinates_stands_as_a_line_of_its_own(DatabaseKind database)
    {
        committee.World.Transfer(named, committee.Foreign, new(2023, 5, 1));
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.District.Id));

        var page = await office.OpenAsync("/so-lieu/member_transferred_in_count?nam=2023");

        Assert.Equal(["0", "1", "-1"], page.Texts("tbody td.number"));
        Assert.Equal(["0"], page.Texts("tfoot td.number"));
        Assert.Contains("Trừ phần chuyển giữa các tổ chức trực thuộc", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Records_that_are_no_persons_open_at_once(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.District.Id));

        var page = await office.OpenAsync("/so-lieu/grassroots_party_org_count?nam=2023");

        Assert.Empty(page.Document.QuerySelectorAll(OpenForm));
        Assert.Contains("Tổ chức HX.B01", page.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Another_organization_is_not_there_for_table_list_or_file(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        var (foreign, district) = (served.As(Actors.Office(committee.Other.Id)), committee.District.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await foreign.OpenAsync($"{Members}&to-chuc={district}")).Status);
        var file = $"/so-lieu/party_member_total/danh-sach.xlsx?to-chuc={district}&nam=2023";
        Assert.Equal(HttpStatusCode.NotFound, (await foreign.DownloadAsync(file)).Status);
        Assert.Empty(await ReadingsAsync(served));
    }

    private static Task<List<ReadingLine>> ReadingsAsync(ServedWorld served) =>
        served.LookAsync(s => s.Set<ReadingLine>().OrderBy(l => l.Id).ToListAsync());
}
