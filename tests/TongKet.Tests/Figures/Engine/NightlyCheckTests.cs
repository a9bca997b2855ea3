using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Domain.Access;
using TongKet.Figures.CheckNightly;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.Engine;

public sealed class NightlyCheckTests
{
    private static readonly DateOnly Night = new(2026, 1, 16);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, OnBothDatabases]
    public async Task What_changed_past_the_log_stands_on_the_page_the_next_morning_by_record_organization_and_figure(
        DatabaseKind kind
    )
    {
        var sound = new SoundWorld();
        await using var served = await ServedWorld.OpenAsync(kind, sound.World);
        Assert.True(await CheckAsync(served, Night));
        var administrator = served.As(Actors.Administrator());
        var quiet = await administrator.OpenAsync("/tinh-trang");
        Assert.Contains("16/01/2026", quiet.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("chỗ sai khác", quiet.Text, StringComparison.Ordinal);

        await served.LookAsync(store =>
            store.Database.ExecuteSqlAsync($"UPDATE member_grade SET grade = 2 WHERE member_id = {sound.Excellent.Id}", Cancel)
        );
        Assert.True(await CheckAsync(served, Night.AddDays(1)));

        var page = await administrator.OpenAsync("/tinh-trang");
        Assert.Contains("Đêm rạng ngày 17/01/2026 có", page.Text, StringComparison.Ordinal);
        Assert.Contains("HX.B01.01", page.Text, StringComparison.Ordinal);
        Assert.Contains("hoàn thành xuất sắc", page.Text, StringComparison.OrdinalIgnoreCase);
        var differences = await served.LookAsync(store =>
            store.Set<NightlyCheck>().OrderBy(c => c.Night).Select(c => c.Differences).ToListAsync(Cancel)
        );
        Assert.Equal(0, differences[0]);
        Assert.True(differences[1] > 1);
    }

    [Theory, OnBothDatabases]
    public async Task Of_several_nodes_one_checks_a_night(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, new SoundWorld().World);

        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CheckAsync(served, Night))));

        Assert.Single(done, isDone => isDone);
        var check = await served.LookAsync(store => store.Set<NightlyCheck>().SingleAsync(Cancel));
        Assert.True(check is { EndedAt: not null, HasFailed: false, Figures: > 0 });
    }

    [Theory]
    [InlineData("2026-01-15T18:59:59Z", "2026-01-16", "2026-01-15T19:00:00Z")]
    [InlineData("2026-01-15T19:00:00Z", "2026-01-17", "2026-01-16T19:00:00Z")]
    public void The_night_is_that_of_Vietnam(string now, string night, string at) =>
        Assert.Equal((DateOnly.Parse(night), DateTimeOffset.Parse(at)), NightlyChecking.Next(DateTimeOffset.Parse(now), 2));

    [Theory, OnBothDatabases]
    public async Task Nobody_but_the_program_itself_begins_it(DatabaseKind kind)
    {
        await using var served = await ServedWorld.OpenAsync(kind, new SoundWorld().World);
        await using var scope = served.Program.Services.CreateAsyncScope();

        var outcome = await scope
            .ServiceProvider.GetRequiredService<NightlyCheckHandler>()
            .HandleAsync(new(Night), Actors.Administrator(), Cancel);

        Assert.Equal("figures.verify-not-allowed", Assert.Single(outcome.Refusals).Code);
        Assert.Equal(HttpStatusCode.OK, (await served.As(Actors.Administrator()).OpenAsync("/tinh-trang")).Status);
    }

    private static async Task<bool> CheckAsync(ServedWorld served, DateOnly night)
    {
        await using var scope = served.Program.Services.CreateAsyncScope();
        var outcome = await scope
            .ServiceProvider.GetRequiredService<NightlyCheckHandler>()
            .HandleAsync(new(night), Actor.Operator("thử"), Cancel);
        return outcome.Value;
    }
}
