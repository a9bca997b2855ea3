using TongKet.Domain.Members;
using TongKet.Tests.Reports.WriteDocument;
using TongKet.Tests.Support;
using static TongKet.Tests.Reviews.ReviewWorld;

namespace TongKet.Tests.Reviews;

/// <summary>Two of one list with the same full name are told apart by their birth on every page and paper of a review.</summary>
public sealed class NamesakeTests
{
    private const string Older = "Nguyễn Thị Tý (sinh 12/03/1960)";
    private const string Younger = "Nguyễn Thị Tý (sinh 01/05/1984)";
    private readonly ReviewWorld of = new();

    [Theory, OnBothDatabases]
    public async Task In_the_papers_of_their_cell_and_in_its_grades(DatabaseKind kind)
    {
        Name(of.Members[0], new(1960, 3, 12));
        Name(of.Members[1], new(1984, 5, 1));
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        await of.OpenReviewAsync(served);
        var secretary = served.As(Actors.Secretary(of.First.Id));

        AssertBoth(await secretary.OpenAsync($"/bao-cao/kiem-diem?nam={Year}"));
        foreach (
            var paper in new[] { "danh-sach-hop", "phieu-bieu-quyet", "bien-ban-kiem-phieu", "bien-ban-hop", "tong-hop-de-nghi" }
        )
        {
            var text = ReadFile.Paragraphs(
                (await secretary.DownloadAsync($"/bao-cao/kiem-diem/{paper}.docx?nam={Year}")).Content
            );
            Assert.True(Has(text, Older) && Has(text, Younger), paper);
            Assert.False(Has(text, $"{of.Members[2].FullName} (sinh"), paper);
        }

        AssertBoth(await secretary.OpenAsync("/xep-loai?nam=2023"));
        // Of himself alone nobody needs it.
        var own = await secretary.DownloadAsync($"/bao-cao/kiem-diem/tu-kiem-diem.docx?nam={Year}&dang-vien={of.Members[0].Id}");
        Assert.False(Has(ReadFile.Paragraphs(own.Content), Older));
    }

    [Theory, OnBothDatabases]
    public async Task In_the_session_of_a_committee_whichever_cells_they_are_of(DatabaseKind kind)
    {
        Name(of.Members[0], new(1960, 3, 12));
        Name(of.Other, new(1984, 5, 1));
        of.World.Appoint(of.Members[0], of.Committee, "Bí thư", 1);
        of.World.Appoint(of.Other, of.Committee, "Phó Bí thư", 2);
        await using var served = await ServedWorld.OpenAsync(kind, of.World);
        var cycle = await of.OpenReviewAsync(served);
        var (first, second) = (served.As(Actors.Secretary(of.First.Id)), served.As(Actors.Secretary(of.Second.Id)));
        await FillAsync(
            first,
            await SheetAsync(first, cycle, of.First),
            "gui",
            "2",
            [(of.Members[0], "1"), (of.Members[1], "2"), (of.Members[2], "r4")]
        );
        await FillAsync(second, await SheetAsync(second, cycle, of.Second), "gui", "3", [(of.Other, "1")]);
        var committee = served.As(Actors.Office(of.Committee.Id));

        // On the sheet of either cell there is one of that name.
        Assert.DoesNotContain("(sinh", (await SheetAsync(first, cycle, of.First)).Text, StringComparison.Ordinal);
        AssertBoth(await SheetAsync(committee, cycle, of.Committee));
        AssertBoth(await committee.OpenAsync($"{cycle}/quyet-dinh?nam={Year}"));
        AssertBoth(await committee.OpenAsync($"{cycle}/bieu-quyet-cap-uy?nam={Year}"));
        var papers = await committee.OpenAsync($"/bao-cao{cycle}?nam={Year}");
        var text = ReadFile.Paragraphs(
            (await committee.DownloadAsync(papers.LinkOf("Tờ trình xin quyết định xếp loại"))).Content
        );
        Assert.True(Has(text, Older) && Has(text, Younger));
    }

    private static void Name(Member member, DateOnly born)
    {
        member.Rename("Nguyễn Thị Tý");
        (member.BornOn, member.BornPrecision) = (born, Domain.Values.DatePrecision.Day);
    }

    private static bool Has(IEnumerable<string> text, string words) =>
        text.Any(line => line.Contains(words, StringComparison.Ordinal));

    private static void AssertBoth(VisitedPage page)
    {
        Assert.Contains(Older, page.Text, StringComparison.Ordinal);
        Assert.Contains(Younger, page.Text, StringComparison.Ordinal);
    }
}
