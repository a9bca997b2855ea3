using System.Net;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Exchange.UploadWorkbook;
using TongKet.Tests.Members;
using TongKet.Tests.Support;

namespace TongKet.Tests.Exchange.UploadWorkbook;

/// <summary>Workbooks handed in on the page, in the role of a committee's office.</summary>
public sealed class UploadWorkbookTests
{
    private const string Form = "form[enctype]";
    private static readonly (string, string) Free = ("Form.IsDeclaredFree", "true");

    private readonly Committee committee = new();

    [Theory, OnBothDatabases]
    public async Task Several_files_at_once_wait_each_for_its_preview(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await office.UploadAsync(
            await office.OpenAsync("/nhap-so-lieu"),
            Form,
            [File("một.xlsx", One()), File("hai.xlsx", One())],
            Free
        );

        Assert.Contains("Đã nhận 2 tệp", page.Text, StringComparison.Ordinal);
        Assert.Contains("một.xlsx", page.Text, StringComparison.Ordinal);
        Assert.Contains("hai.xlsx", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await served.LookAsync(s => s.Set<Member>().CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Of_several_files_the_refused_is_named_and_the_others_wait(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));

        var page = await office.UploadAsync(
            await office.OpenAsync("/nhap-so-lieu"),
            Form,
            [File("tốt.xlsx", One()), File("hỏng.xlsx", [1, 2, 3]), File("đóng dấu.xlsx", Stamped())],
            Free
        );

        Assert.Contains("hỏng.xlsx: ", page.Text, StringComparison.Ordinal);
        Assert.Contains("đóng dấu.xlsx: ", page.Text, StringComparison.Ordinal);
        Assert.Equal(["tốt.xlsx"], await served.LookAsync(s => s.Set<Upload>().Select(u => u.FileName).ToListAsync()));
        Assert.Equal("tốt.xlsx", page.Document.QuerySelector("table.data-table tbody th")?.TextContent.Trim());
    }

    [Theory]
    [OnBothDatabases(false, "Đánh dấu vào ô xác nhận")]
    [OnBothDatabases(true, "Chọn một tệp")]
    public async Task Nothing_is_kept_of_what_was_not_declared_or_is_no_file(DatabaseKind database, bool declares, string said)
    {
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));
        var page = await office.OpenAsync("/nhap-so-lieu");

        var answer = declares
            ? await office.UploadAsync(page, Form, [], Free)
            : await office.UploadAsync(page, Form, File("một.xlsx", One()));

        Assert.Contains(said, answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0, await served.LookAsync(s => s.Set<Upload>().CountAsync()));
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_opens_what_somebody_else_handed_in(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));
        var preview = await office.UploadAsync(await office.OpenAsync("/nhap-so-lieu"), Form, File("một.xlsx", One()), Free);
        var id = await served.LookAsync(s => s.Set<Upload>().Select(u => u.Id).SingleAsync());

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        foreach (var other in new[] { Actors.Office(committee.Own.Id), Actors.Office(committee.District.Id) })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await served.As(other).OpenAsync($"/nhap-so-lieu/{id}")).Status);
            var marked = await served.As(other).OpenAsync($"/nhap-so-lieu/{id}/tep-danh-dau-loi.xlsx");
            Assert.Equal(HttpStatusCode.NotFound, marked.Status);
        }
    }

    [Theory, OnBothDatabases]
    public async Task What_lies_seven_days_is_deleted_and_not_a_moment_before(DatabaseKind database)
    {
        await using var served = await committee.ServeAsync(database);
        var office = served.As(Actors.Office(committee.Own.Id));
        await office.UploadAsync(await office.OpenAsync("/nhap-so-lieu"), Form, File("một.xlsx", One()), Free);
        var at = await served.LookAsync(s => s.Set<Upload>().Select(u => u.At).SingleAsync());

        Assert.Equal(0, await ForgetAsync(served, at.AddDays(7)));
        Assert.Equal(1, await ForgetAsync(served, at.AddDays(7).AddSeconds(1)));
    }

    private static Task<int> ForgetAsync(ServedWorld served, DateTimeOffset now) =>
        served.LookAsync(s => UploadWorkbookHandler.ForgetOldAsync(s, now, TestContext.Current.CancellationToken));

    private static (string, string, byte[]) File(string name, byte[] content) => ("Form.Files", name, content);

    private static byte[] One() =>
        new WorkbookBuilder()
            .Organization("HX.B01", "Đảng bộ xã", "Đảng bộ cơ sở")
            .Member("Nguyễn Văn An", "HX.B01.C01")
            .ToBytes();

    private static byte[] Stamped() =>
        new WorkbookBuilder().Organization("HX.B01", "Đảng bộ xã", "Đảng bộ cơ sở").OtherSheet("Bìa", "MẬT").ToBytes();
}
