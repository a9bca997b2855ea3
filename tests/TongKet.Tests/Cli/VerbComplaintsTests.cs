using TongKet.Tests.Support;

namespace TongKet.Tests.Cli;

/// <summary>A command line that cannot be read is answered in Vietnamese, with what to mend; nothing is done.</summary>
public sealed class VerbComplaintsTests
{
    [Theory]
    [OnBothDatabases("figures --year 2023", "Thiếu --organization")]
    [OnBothDatabases("figures --organization HX --year hai", "--year không nhận «hai»")]
    [OnBothDatabases("figures --organization HX --year 2023 --nam 1", "Không hiểu «--nam»")]
    [OnBothDatabases("account add vp --role vua", "Chọn một trong: administrator")]
    [OnBothDatabases("account add", "Thiếu NAME")]
    [OnBothDatabases("account", "Chọn việc: add, link")]
    [OnBothDatabases("import", "Thiếu FILE")]
    [OnBothDatabases("khong-co", "Không có việc «khong-co»")]
    public async Task What_is_wrong_is_said_and_how_to_mend_it(DatabaseKind kind, string typed, string said)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);

        var (exit, answer, notes) = await new CommandLine(database).RunAsync(typed.Split(' '));

        Assert.Equal(2, exit);
        Assert.Equal("", answer);
        Assert.Contains(said, notes, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task Help_speaks_the_users_language(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        var door = new CommandLine(database);

        var (exit, answer, _) = await door.RunAsync("help", "account", "add");

        Assert.Equal(0, exit);
        Assert.Contains("Cách dùng: ./tongket account add NAME", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Usage", answer, StringComparison.Ordinal);
        Assert.Equal(answer, (await door.RunAsync("account", "add", "--help")).Answer);
    }
}
