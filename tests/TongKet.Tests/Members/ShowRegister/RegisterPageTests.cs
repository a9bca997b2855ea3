using System.Net;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Tests.Support;

namespace TongKet.Tests.Members.ShowRegister;

public sealed class RegisterPageTests
{
    private const string Names = ".data-table tbody tr:not(.group) th a";

    private readonly WorldBuilder world = new();

    [Theory, OnBothDatabases]
    public async Task Members_stand_by_cell_post_and_register_with_their_numbers_masked(DatabaseKind database)
    {
        var (committee, first, second) = Settle();
        Name(world.Enroll(second), "Trần Văn Bốn", 1);
        Name(world.Enroll(first), "Lê Thị Hai", 1);
        var secretary = Name(world.Enroll(first), "Phạm Văn Ba", 9);
        world.Add(Post(secretary, first));
        await using var served = await ServeAsync(database);

        var page = await served.As(Actors.Office(committee.Id)).OpenAsync("/dang-vien?nam=2023");

        Assert.Equal(["Phạm Văn Ba", "Lê Thị Hai", "Trần Văn Bốn"], page.Texts(Names));
        Assert.Contains("Bí thư chi bộ", page.Text, StringComparison.Ordinal);
        Assert.Contains(Masking.Number(secretary.CitizenId)!, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(secretary.CitizenId!, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_member_is_found_without_marks_and_within_reach_only(DatabaseKind database)
    {
        var (committee, first, _) = Settle();
        Name(world.Enroll(first), "Nguyễn Văn Đức");
        Name(world.Enroll(first), "Nguyễn Văn Dục");
        var foreign = world.FoundCell("HY.C01", world.Found("HY", OrganizationKind.GrassrootsPartyOrganization));
        Name(world.Enroll(foreign), "Nguyễn Văn Đức");
        await using var served = await ServeAsync(database);

        var page = await served.As(Actors.Office(committee.Id)).OpenAsync("/dang-vien?nam=2023&tim=nguyen+van+duc");
        Assert.Equal(["Nguyễn Văn Đức", "Nguyễn Văn Dục"], page.Texts(Names).Order(StringComparer.Ordinal).Reverse());

        var none = await served.As(Actors.Office(committee.Id)).OpenAsync("/dang-vien?nam=2023&tim=khong+ai");
        Assert.Contains("Không có đảng viên nào như vậy", none.Text, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_number_is_found_whole_only(DatabaseKind database)
    {
        var (committee, first, _) = Settle();
        var member = Name(world.Enroll(first), "Nguyễn Văn Đức");
        await using var served = await ServeAsync(database);
        var office = served.As(Actors.Office(committee.Id));

        Assert.Single((await office.OpenAsync($"/dang-vien?nam=2023&tim={member.CitizenId}")).Texts(Names));
        Assert.Empty((await office.OpenAsync($"/dang-vien?nam=2023&tim={member.CitizenId![..11]}")).Texts(Names));
    }

    [Theory, OnBothDatabases]
    public async Task By_name_the_given_name_comes_first_and_Đ_after_D(DatabaseKind database)
    {
        var (committee, first, second) = Settle();
        string[] inOrder = ["Vũ Văn An", "Nguyễn Thị Dung", "Bùi Văn Đạt", "Nguyễn Văn Đạt", "Lê Thị Ê", "Trần Ánh Y"];
        foreach (var (name, i) in inOrder.Reverse().Select((name, i) => (name, i)))
        {
            Name(world.Enroll(i % 2 == 0 ? first : second), name);
        }

        await using var served = await ServeAsync(database);

        var page = await served.As(Actors.Office(committee.Id)).OpenAsync("/dang-vien?nam=2023&xep=ten");

        Assert.Equal(inOrder, page.Texts(Names));
    }

    [Theory, OnBothDatabases(""), OnBothDatabases("&xep=ten")]
    public async Task Fifty_rows_a_page_show_everybody_once(DatabaseKind database, string order)
    {
        var (committee, first, second) = Settle();
        for (var i = 0; i < 70; i++)
        {
            world.Enroll(first);
            world.Enroll(second);
        }

        await using var served = await ServeAsync(database);
        var office = served.As(Actors.Office(committee.Id));

        var page = await office.OpenAsync("/dang-vien?nam=2023" + order);
        Assert.Contains("Hiển thị 1–50 trong tổng số 140", page.Text, StringComparison.Ordinal);
        var seen = page.Texts(Names).ToList();
        page = await office.OpenAsync(page.LinkOf("50 dòng tiếp theo"));
        Assert.Contains("Hiển thị 51–100", page.Text, StringComparison.Ordinal);
        seen.AddRange(page.Texts(Names));
        page = await office.OpenAsync(page.LinkOf("50 dòng tiếp theo"));
        seen.AddRange(page.Texts(Names));

        Assert.Equal(140, seen.Count);
        Assert.Equal(140, seen.Distinct().Count());
        Assert.Empty(page.Document.QuerySelectorAll("a[rel=next]"));
    }

    [Theory, OnBothDatabases]
    public async Task A_secretary_sees_his_cell_and_no_other(DatabaseKind database)
    {
        var (committee, first, second) = Settle();
        Name(world.Enroll(first), "Lê Thị Hai");
        Name(world.Enroll(second), "Trần Văn Bốn");
        await using var served = await ServeAsync(database);
        var secretary = served.As(Actors.Secretary(first.Id));

        Assert.Equal(["Lê Thị Hai"], (await secretary.OpenAsync("/dang-vien?nam=2023")).Texts(Names));
        foreach (var other in (long[])[second.Id, committee.Id])
        {
            var page = await secretary.OpenAsync($"/dang-vien?nam=2023&to-chuc={other}");
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
        }

        Assert.Empty((await secretary.OpenAsync($"/dang-vien?nam=2023&chi-bo={second.Id}")).Texts(Names));
    }

    [Theory, OnBothDatabases]
    public async Task Only_who_is_in_the_head_count_of_the_day_stands_in_it(DatabaseKind database)
    {
        var (committee, first, _) = Settle();
        var gone = Name(world.Enroll(first), "Lê Thị Hai");
        world.Leave(gone, new(2023, 6, 1), HowOut.Died);
        Name(world.Admit(first, new(2023, 9, 2)), "Trần Văn Bốn");
        await using var served = await ServeAsync(database);
        var office = served.As(Actors.Office(committee.Id));

        Assert.Equal(["Lê Thị Hai"], (await office.OpenAsync("/dang-vien?nam=2022")).Texts(Names));
        Assert.Equal(["Trần Văn Bốn"], (await office.OpenAsync("/dang-vien?nam=2023")).Texts(Names));
        Assert.Equal(["Trần Văn Bốn"], (await office.OpenAsync("/dang-vien?nam=2023&trang-thai=2")).Texts(Names));
        Assert.Empty((await office.OpenAsync("/dang-vien?nam=2023&trang-thai=3")).Texts(Names));
    }

    [Theory, OnBothDatabases]
    public async Task An_empty_register_says_what_to_do(DatabaseKind database)
    {
        var (committee, _, _) = Settle();
        await using var served = await ServeAsync(database);

        var page = await served.As(Actors.Office(committee.Id)).OpenAsync("/dang-vien?nam=2023");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Nhập tệp của văn phòng", page.Text, StringComparison.Ordinal);
    }

    private (Organization Committee, Organization First, Organization Second) Settle()
    {
        var committee = world.Found("HX", OrganizationKind.GrassrootsPartyOrganization);
        return (committee, world.FoundCell("HX.C01", committee), world.FoundCell("HX.C02", committee));
    }

    private static Member Name(Member member, string name, int order = 0)
    {
        (member.FullName, member.NameFolded, member.NameSortKey, member.RegisterOrder) = (
            name,
            VietnameseText.Fold(name),
            VietnameseText.PersonSortKey(name),
            order
        );
        return member;
    }

    private MemberPost Post(Member member, Organization cell) =>
        new()
        {
            Id = world.NextId(),
            MemberId = member.Id,
            OrganizationId = cell.Id,
            Title = "Bí thư chi bộ",
            Rank = 1,
            FromOn = new(2020, 1, 1),
        };

    private async Task<ServedProgram> ServeAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.MigratedAsync(kind);
        await world.SaveAsync(database);
        return await ServedProgram.StartAsync(database);
    }
}
