using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Members;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.Engine;

/// <summary>Columns in a file: of use only for the very log they were written at, else read again from the records.</summary>
public sealed class EngineFileTests
{
    private static readonly DateOnly Day = new(2023, 12, 31);
    private readonly string path = Path.Combine(TempFolder.OfThisRun, $"{Guid.NewGuid():N}.columns");

    [Theory, OnBothDatabases]
    public async Task A_program_that_begins_with_the_file_follows_what_was_written_since(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);
        await WriteAsync(database);
        sound.World.Admit(sound.FirstCell, new(2023, 5, 5));
        sound.World.Leave(sound.Excellent, new(2023, 6, 1), HowOut.Died);
        await sound.World.SaveAsync(database, cancel: Cancel);

        await using var books = new TwoBooks(database);
        Assert.True(await books.Engine.RestoreAsync(path, Cancel));
        await books.AssertEqualAsync(Day);

        Assert.True(books.Engine.State.IsFromFile);
    }

    [Theory, OnBothDatabases]
    public async Task A_file_of_another_database_is_not_used(DatabaseKind kind)
    {
        await using (var other = await new SoundWorld().SaveAsync(kind))
        {
            await WriteAsync(other);
        }

        await using var database = await new SoundWorld().SaveAsync(kind);
        await using var books = new TwoBooks(database);
        await books.Engine.RestoreAsync(path, Cancel);
        await books.AssertEqualAsync(Day);

        Assert.False(books.Engine.State.IsFromFile);
    }

    [Theory, OnBothDatabases]
    public async Task A_log_that_was_cut_after_the_file_makes_the_records_be_read(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);
        await WriteAsync(database);
        await SoundWorld.TamperAsync(database, "DELETE FROM change_line WHERE seq > 20");

        await using var books = new TwoBooks(database);
        await books.Engine.RestoreAsync(path, Cancel);
        await books.AssertEqualAsync(Day);

        Assert.False(books.Engine.State.IsFromFile);
    }

    [Theory]
    [OnBothDatabases(0.0)]
    [OnBothDatabases(0.02)]
    [OnBothDatabases(0.5)]
    [OnBothDatabases(1.0)]
    public async Task One_byte_changed_makes_the_file_worthless(DatabaseKind kind, double where)
    {
        await using var database = await new SoundWorld().SaveAsync(kind);
        await WriteAsync(database);
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        bytes[(int)((bytes.Length - 1) * where)] ^= 4;
        await File.WriteAllBytesAsync(path, bytes, Cancel);

        await using var books = new TwoBooks(database);
        Assert.False(await books.Engine.RestoreAsync(path, Cancel));
        Assert.False(File.Exists(path));
        await books.AssertEqualAsync(Day);
    }

    [Fact]
    public async Task A_file_that_is_cut_or_of_an_older_version_is_deleted()
    {
        await using var database = await new SoundWorld().SaveAsync(DatabaseKind.Sqlite);
        await using var books = new TwoBooks(database);
        foreach (var bytes in new byte[][] { [], [1, 2, 3], new byte[64], [.. Enumerable.Repeat((byte)7, 500)] })
        {
            await File.WriteAllBytesAsync(path, bytes, Cancel);
            Assert.False(await books.Engine.RestoreAsync(path, Cancel));
            Assert.False(File.Exists(path));
        }

        // The same columns under the number of another format, with a sum that is right.
        await WriteAsync(database);
        var whole = await File.ReadAllBytesAsync(path, Cancel);
        whole[8 + 16 + 8] = 9;
        System.Security.Cryptography.SHA256.HashData(whole.AsSpan(..^32), whole.AsSpan(^32..));
        await File.WriteAllBytesAsync(path, whole, Cancel);
        Assert.False(await books.Engine.RestoreAsync(path, Cancel));
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task The_file_is_its_owners_alone_and_names_nobody()
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(DatabaseKind.Sqlite);
        await WriteAsync(database);

        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        await using var store = database.OpenStore();
        foreach (var member in await store.Set<Member>().ToListAsync(Cancel))
        {
            Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(member.FullName)));
            Assert.Equal(-1, bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(member.CitizenId!)));
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task WriteAsync(TestDatabase database)
    {
        await using var books = new TwoBooks(database);
        await books.FromColumnsAsync(Day);
        Assert.True(await books.Engine.SaveAsync(path, Cancel));
    }
}
