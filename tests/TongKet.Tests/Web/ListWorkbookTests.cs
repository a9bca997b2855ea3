using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Tests.Members;
using TongKet.Tests.Support;

namespace TongKet.Tests.Web;

/// <summary>«Tải về Excel» gives what the page shows: the same scope, the same masks, all the lines.</summary>
public sealed class ListWorkbookTests
{
    private readonly Committee committee = new();

    [Theory, OnBothDatabases]
    public async Task The_register_as_a_workbook_holds_all_its_lines_masked_and_runs_nothing(DatabaseKind database)
    {
        for (var i = 0; i < 60; i++)
        {
            committee.World.Enroll(committee.First);
        }

        var formula = Committee.Name(committee.World.Enroll(committee.Second), "=HYPERLINK(\"x\")");
        Committee.Name(committee.World.Enroll(committee.Foreign), "Người Khác");
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await office.OpenAsync("/dang-vien?nam=2023");
        var rows = await RowsAsync(office, page.LinkOf("Tải về Excel"));

        Assert.Equal("Danh sách đảng viên", rows[0][0]);
        Assert.Equal(61, rows.Count - 3);
        Assert.Equal("=HYPERLINK(\"x\")", rows[^1][1]);
        Assert.Equal(Masking.Number(formula.CitizenId), rows[^1][6]);
        Assert.DoesNotContain(rows, row => row.Contains("Người Khác") || row.Contains(formula.CitizenId));
    }

    [Theory, OnBothDatabases]
    public async Task A_workbook_follows_the_search_of_its_page(DatabaseKind database)
    {
        Committee.Name(committee.World.Enroll(committee.First), "Nguyễn Văn Đức");
        Committee.Name(committee.World.Enroll(committee.First), "Lê Thị Hai");
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await office.OpenAsync("/dang-vien?nam=2023&tim=van+duc&xep=ten");
        var rows = await RowsAsync(office, page.LinkOf("Tải về Excel"));

        Assert.Equal("Nguyễn Văn Đức", Assert.Single(rows.Skip(3))[1]);
    }

    [Theory, OnBothDatabases]
    public async Task The_records_behind_a_figure_are_as_many_in_the_workbook_as_the_figure_says(DatabaseKind database)
    {
        for (var i = 0; i < 55; i++)
        {
            committee.World.Enroll(committee.First);
        }

        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await office.OpenAsync("/so-lieu/party_member_total?nam=2023");
        var rows = await RowsAsync(office, page.LinkOf("Tải về Excel"));

        Assert.Equal(["55"], page.Texts(".figure-value"));
        Assert.Equal("Theo tổ chức tại thời điểm 31/12/2023, như đã ghi nhận khi đó.", rows[^1][0]);
        Assert.Equal(55, rows.Count - 4);
    }

    [Theory, OnBothDatabases]
    public async Task The_tree_as_a_workbook_holds_every_level(DatabaseKind database)
    {
        committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await office.OpenAsync("/to-chuc?nam=2023");
        var rows = await RowsAsync(office, page.LinkOf("Tải về Excel"));

        Assert.Equal(["0 HX.B01", "1 HX.B01.C01", "1 HX.B01.C02"], rows.Skip(3).Select(row => $"{row[0]} {row[2]}"));
        Assert.Equal("1", rows[4][^1]);
    }

    [Theory, OnBothDatabases]
    public async Task What_a_page_does_not_show_its_workbook_does_not_give(DatabaseKind database)
    {
        var member = committee.World.Enroll(committee.First);
        await using var served = await committee.ServeAsync(database);
        var foreign = committee.Foreign.Id;
        string[] addresses =
        [
            $"/dang-vien/danh-sach.xlsx?to-chuc={foreign}&nam=2023",
            $"/so-lieu/party_member_total/danh-sach.xlsx?to-chuc={foreign}&nam=2023",
            $"/to-chuc/cay-to-chuc.xlsx?to-chuc={foreign}&nam=2023",
        ];

        foreach (
            var who in new[]
            {
                Actors.Office(committee.Own.Id),
                Actors.Member(committee.First.Id, member.Id),
                Actors.Administrator(),
            }
        )
        {
            foreach (var address in addresses)
            {
                Assert.Equal(HttpStatusCode.NotFound, (await served.As(who).DownloadAsync(address)).Status);
            }
        }

        Assert.Equal(HttpStatusCode.Redirect, (await served.Program.AsNobody().DownloadAsync(addresses[0])).Status);
    }

    private static async Task<List<string[]>> RowsAsync(Visitor who, string address)
    {
        var (status, content) = await who.DownloadAsync(address);
        Assert.Equal(HttpStatusCode.OK, status);
        using var document = SpreadsheetDocument.Open(new MemoryStream(content), isEditable: false);
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Empty(sheet.Descendants<CellFormula>());
        return
        [
            .. sheet
                .Descendants<Row>()
                .Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToArray())
                .Where(row => row.Length > 0),
        ];
    }
}
