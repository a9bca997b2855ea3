using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace TongKet.Tests.Support;

/// <summary>What the other tests stand on stands itself.</summary>
public sealed class SupportTests(BrowserFixture browser)
{
    [Theory, OnBothDatabases]
    public async Task A_test_gets_a_database_of_its_own_that_keeps_Vietnamese(DatabaseKind database)
    {
        await using var first = await TestDatabase.EmptyAsync(database);
        await using var second = await TestDatabase.EmptyAsync(database);

        Assert.Equal(
            "Nguyễn Văn Đức",
            await ScalarAsync(first, "create table a(b text)", "insert into a values ('Nguyễn Văn Đức')", "select b from a")
        );
        await ScalarAsync(second, "create table a(b text)");
        Assert.Equal(0L, await ScalarAsync(second, "select count(*) from a"));
    }

    [Theory, OnBothDatabases]
    public async Task A_migrated_database_has_the_programs_tables_and_no_row(DatabaseKind database)
    {
        await using var first = await TestDatabase.MigratedAsync(database);
        await using var second = await TestDatabase.MigratedAsync(database);

        foreach (var one in new[] { first, second })
        {
            await using var store = one.OpenStore();
            Assert.Empty(await store.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
            Assert.Equal(0, await store.Users.CountAsync(TestContext.Current.CancellationToken));
            await store.Database.ExecuteSqlAsync($"create table only_here(a integer)", TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    [Trait("part", "postgresql")]
    public async Task PostgreSQL_sorts_by_the_Vietnamese_alphabet()
    {
        await using var database = await TestDatabase.EmptyAsync(DatabaseKind.PostgreSql);

        Assert.Equal(
            "D Đ E",
            await ScalarAsync(database, "select string_agg(b, ' ' order by b) from (values ('Đ'), ('E'), ('D')) a(b)")
        );
    }

    [Fact]
    [Trait("part", "browser")]
    public async Task The_browser_shows_a_page_and_axe_finds_what_is_wrong_with_it()
    {
        await using var context = await browser.NewContextAsync(BrowserFixture.Phone);
        var page = await context.NewPageAsync();

        await page.SetContentAsync("<html lang=vi><title>Trang</title><main><h1>Đảng bộ</h1><a href='/a'>Xem</a></main></html>");
        Assert.Equal("Đảng bộ", await page.InnerTextAsync("h1"));
        await Axe.AssertNothingSeriousAsync(page);

        await page.SetContentAsync("<html lang=vi><title>Trang</title><main><h1>Đảng bộ</h1><input type=text></main></html>");
        var found = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Axe.AssertNothingSeriousAsync(page));
        Assert.Contains("critical: label", found.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("part", "documents")]
    public async Task LibreOffice_reads_a_document_and_prints_it()
    {
        var document = Path.Combine(TempFolder.New(), "a.fodt");
        await File.WriteAllTextAsync(
            document,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"
              office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
              <text:p>Hội nghị tổng kết</text:p></office:text></office:body></office:document>
            """,
            TestContext.Current.CancellationToken
        );

        var pdf = await LibreOffice.ConvertAsync(document, "pdf");

        Assert.Contains("Hội nghị tổng kết", await LibreOffice.PdfTextAsync(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void The_clock_stands_until_it_is_moved_and_is_Vietnams()
    {
        var clock = new FakeClock(2025, 12, 31, hour: 23);
        Assert.Equal(new DateOnly(2025, 12, 31), DateOnly.FromDateTime(clock.GetLocalNow().DateTime));

        clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(new DateOnly(2026, 1, 1), DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
    }

    private static async Task<object?> ScalarAsync(TestDatabase database, params string[] statements)
    {
        await using System.Data.Common.DbConnection connection =
            database.Kind == DatabaseKind.Sqlite
                ? new SqliteConnection($"Data Source={database.Address["sqlite:".Length..]}")
                : new NpgsqlConnection(Npgsql(new Uri(database.Address)));
        await connection.OpenAsync();
        object? value = null;
        foreach (var statement in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            value = await command.ExecuteScalarAsync();
        }

        return value;
    }

    private static string Npgsql(Uri address) =>
        $"Host={address.Host};Port={address.Port};Username={address.UserInfo};Database={address.AbsolutePath[1..]}";
}
