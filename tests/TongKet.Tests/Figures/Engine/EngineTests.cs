using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Domain.Access;
using TongKet.Domain.Organizations;
using TongKet.Figures;
using TongKet.Figures.Engine;
using TongKet.Figures.VerifyFigures;
using TongKet.Store;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.Engine;

public sealed class EngineTests
{
    private static readonly DateOnly YearEnd = new(2023, 12, 31);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task A_record_changed_behind_the_log_while_the_program_runs_is_named_with_organization_and_figure(
        DatabaseKind kind
    )
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);
        await using var books = new TwoBooks(database);
        await books.FromColumnsAsync(YearEnd);

        await SoundWorld.TamperAsync(database, "UPDATE member_grade SET grade = 2 WHERE member_id = {0}", sound.Excellent.Id);
        var found = await books.VerifyAsync(new([YearEnd]));

        Assert.Contains(found, d => d.Kind == "record-changed" && d.Organization == "HX.B01.01");
        var columns = found.Where(d => d is { Kind: "columns-differ", Figure: "member_excellent_count" }).ToList();
        Assert.Contains(("HX.B01.01", "0", "1"), columns.Select(d => (d.Organization, d.Expected, d.Found)));

        await SoundWorld.TamperAsync(database, "UPDATE member_grade SET grade = 1 WHERE member_id = {0}", sound.Excellent.Id);
        Assert.Empty(await books.VerifyAsync(new([YearEnd])));
    }

    [Theory, OnBothDatabases]
    public async Task A_past_day_is_counted_on_the_tree_of_a_later_one_and_says_so(DatabaseKind kind)
    {
        var world = new WorldBuilder();
        var district = world.Found("HX", OrganizationKind.DistrictOrganization);
        var old = world.Found("HX.B01", OrganizationKind.CommuneOrganization, district);
        var grown = world.Found("HX.B02", OrganizationKind.CommuneOrganization, district);
        var (first, second) = (world.FoundCell("HX.B01.01", old), world.FoundCell("HX.B02.01", grown));
        world.Enroll(first);
        world.Enroll(first);
        world.Enroll(second);
        world.Move(first, grown, new(2024, 7, 1));
        world.Dissolve(old, new(2024, 7, 1), grown);
        await using var database = await TestDatabase.MigratedAsync(kind);
        await world.SaveAsync(database, cancel: Cancel);
        await using var books = new TwoBooks(database);

        Assert.Equal(1, await TotalAsync(grown, null));
        Assert.Equal(2, await TotalAsync(old, null));
        Assert.Equal(3, await TotalAsync(grown, new DateOnly(2024, 7, 1)));

        var command = new CommandLine(database);
        string[] asked = ["figures", "--organization", "HX.B02", "--year", "2023"];
        Assert.False((await command.JsonAsync(asked)).GetProperty("isAsIf").GetBoolean());
        var (exit, answer, _) = await command.RunAsync([.. asked, "--tree", "2024-07-01"]);
        Assert.Equal(0, exit);
        Assert.Contains("(tính theo cây tổ chức ngày 01/07/2024)", answer, StringComparison.Ordinal);
        Assert.Equal(1, (await command.RunAsync([.. asked, "--tree", "2022-07-01"])).Exit);

        Task<decimal?> TotalAsync(Organization of, DateOnly? treeOn) =>
            books.FromColumnsAsync(async book =>
                (await book.CountAsync(of.Id, 2023, YearEnd, Cancel, treeOn))!.Value(of.Id, "party_member_total")
            );
    }

    [Theory, OnBothDatabases]
    public async Task Without_room_for_columns_SQL_counts_and_the_state_says_why(DatabaseKind kind)
    {
        await using var database = await new SoundWorld().SaveAsync(kind);
        await using var books = new TwoBooks(database, mostBytes: 1);

        var table = await books.FromColumnsAsync(YearEnd);

        Assert.Null(table.Stamp);
        Assert.Equal(FallbackReason.Memory, books.Engine.State.Fallback);
        TwoBooks.AssertEqual(await books.FromSqlAsync(YearEnd), table, books.Codes);
    }

    [Theory, OnBothDatabases]
    public async Task A_day_that_columns_cannot_hold_turns_them_off_and_is_counted_by_SQL(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);
        await using var books = new TwoBooks(database);
        await books.AssertEqualAsync(YearEnd);
        sound.World.Change(sound.Excellent).BornOn = new(1899, 12, 31);
        await sound.World.SaveAsync(database, cancel: Cancel);

        var table = await books.FromColumnsAsync(YearEnd);

        Assert.Equal(FallbackReason.Range, books.Engine.State.Fallback);
        TwoBooks.AssertEqual(await books.FromSqlAsync(YearEnd), table, books.Codes);
    }

    [Fact]
    public async Task A_follower_of_the_log_misses_no_line_of_eight_writers()
    {
        const int Writers = 8;
        const int Each = 60;
        await using var database = await TestDatabase.MigratedAsync(DatabaseKind.PostgreSql);
        var written = new ConcurrentBag<long>();
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(w => Task.Run(() => WriteAsync(w))));
        var (seen, last) = (new List<long>(), 0L);
        await using var reader = database.OpenStore();
        do
        {
            var lines = await LogFollower.ReadAsync(reader, last + 1, Cancel);
            seen.AddRange(lines.Select(l => l.Seq));
            last = lines.Count > 0 ? lines[^1].Seq : last;
        } while (!writing.IsCompleted || await reader.Set<ChangeLine>().AnyAsync(l => l.Seq > last, Cancel));

        await writing;
        Assert.Equal(Writers * Each, written.Count);
        Assert.Equal(Enumerable.Range(1, Writers * Each).Select(i => (long)i), seen);

        async Task WriteAsync(int writer)
        {
            for (var i = 0; i < Each; i++)
            {
                await using var store = database.OpenStore();
                var log = new ChangeLog(store, new BulkWriter(store), new FakeClock(2026, 1, 15));
                var organization = new Organization { Id = 1_000_000 + writer * Each + i };
                store.Add(organization);
                await log.SaveAsync(
                    new(null, "test"),
                    "test.writers",
                    [new(organization, organization.Id, organization.Id)],
                    Cancel
                );
                written.Add(organization.Id);
            }
        }
    }
}
