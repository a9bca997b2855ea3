using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Access;
using TongKet.Access.ManageAccounts;
using TongKet.Cli;
using TongKet.Demo;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Store;
using TongKet.Tests.Figures.VerifyFigures;
using TongKet.Tests.Support;

namespace TongKet.Tests.Demo;

/// <summary>The demo has one ready account a role, with passwords that only this start knows.</summary>
public sealed class DemoAccountsTests
{
    [Theory, OnBothDatabases]
    public async Task Each_role_has_an_account_that_only_the_demo_lets_in(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await MadeWorld.MakeAsync(database, DemoSize.Small);

        var accounts = await StartAsync(database);

        Assert.Equal(Enum.GetValues<Role>().Order(), accounts.Select(a => a.Role).Distinct().Order());
        Assert.Equal(accounts.Count, accounts.DistinctBy(a => a.Password).Count());
        Assert.All(accounts, a => Assert.Equal(a.Role == Role.SystemAdministrator, a.Organization is null));
        await using var store = database.OpenStore();
        Assert.All(await store.Set<Account>().ToListAsync(TestContext.Current.CancellationToken), a => Assert.True(a.IsDemo));
        Assert.All(accounts, a => Assert.True(Opens(database, a)));
        await SoundWorld.AssertSilentAsync(database);
    }

    [Theory, OnBothDatabases]
    public async Task Secretary_and_member_are_people_of_their_cell(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await MadeWorld.MakeAsync(database, DemoSize.Small);
        await StartAsync(database);
        await using var store = database.OpenStore();

        foreach (var role in new[] { Role.CellSecretary, Role.Member })
        {
            var grant = await store.Set<RoleGrant>().SingleAsync(g => g.Role == role, TestContext.Current.CancellationToken);
            var account = await store
                .Set<Account>()
                .SingleAsync(a => a.Id == grant.AccountId, TestContext.Current.CancellationToken);
            var stay = await store
                .Set<Stay>()
                .SingleAsync(s => s.MemberId == account.MemberId && s.ToOn == null, TestContext.Current.CancellationToken);
            Assert.Equal(grant.OrganizationId, stay.CellId);
            var isSecretary = await store
                .Set<MemberPost>()
                .AnyAsync(
                    p => p.MemberId == account.MemberId && p.OrganizationId == stay.CellId && p.ToOn == null,
                    TestContext.Current.CancellationToken
                );
            Assert.Equal(role == Role.CellSecretary, isSecretary);
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_next_start_has_other_passwords_and_mends_what_was_locked(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);
        await MadeWorld.MakeAsync(database, DemoSize.Small);
        var first = await StartAsync(database);
        await using (var services = Services(database))
        {
            await using var scope = services.CreateAsyncScope();
            var store = scope.ServiceProvider.GetRequiredService<AppStore>();
            var office = await store
                .Set<Account>()
                .AsNoTracking()
                .SingleAsync(a => a.UserName == "vanphong.xa", TestContext.Current.CancellationToken);
            var locking = scope.ServiceProvider.GetRequiredService<LockAccountHandler>();
            await locking.HandleAsync(
                new(office.Id, IsToBeLocked: true),
                Actor.Operator("x"),
                TestContext.Current.CancellationToken
            );
        }

        var second = await StartAsync(database);

        Assert.Equal(
            first.Select(a => (a.UserName, a.DisplayName, a.Organization)),
            second.Select(a => (a.UserName, a.DisplayName, a.Organization))
        );
        Assert.All(first, a => Assert.False(Opens(database, a)));
        Assert.All(second, a => Assert.True(Opens(database, a)));
        await using var after = database.OpenStore();
        Assert.False(await after.Set<Account>().AnyAsync(a => a.LockedAt != null, TestContext.Current.CancellationToken));
        await SoundWorld.AssertSilentAsync(database);
    }

    [Theory, OnBothDatabases]
    public async Task Where_an_office_keeps_its_records_the_demo_makes_nothing(DatabaseKind kind)
    {
        await using var database = await new SoundWorld().SaveAsync(kind);
        await using var services = Services(database);
        await using var scope = services.CreateAsyncScope();
        var run = new VerbRun(scope.ServiceProvider, Actor.Operator("x"), false, TextWriter.Null, TextWriter.Null);

        Assert.Null(await DemoVerb.MakeReadyAsync(run, TestContext.Current.CancellationToken));
        await using var store = database.OpenStore();
        Assert.False(await store.Set<Account>().AnyAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>A start of the demo where its world is already there.</summary>
    private static async Task<IReadOnlyList<ReadyAccount>> StartAsync(TestDatabase database)
    {
        await using var services = Services(database);
        await using var scope = services.CreateAsyncScope();
        var run = new VerbRun(scope.ServiceProvider, Actor.Operator("x"), false, TextWriter.Null, TextWriter.Null);
        return (await DemoVerb.MakeReadyAsync(run, TestContext.Current.CancellationToken))!;
    }

    private static bool Opens(TestDatabase database, ReadyAccount ready)
    {
        using var store = database.OpenStore();
        var account = store.Set<Account>().Single(a => a.UserName == ready.UserName);
        var result = new PasswordHasher<Account>().VerifyHashedPassword(account, account.PasswordHash!, ready.Password);
        return result != PasswordVerificationResult.Failed;
    }

    private static ServiceProvider Services(TestDatabase database) =>
        new VerbHost(Program.Rooms, TextWriter.Null, TextWriter.Null).Services(DatabaseAddress.Parse(database.Address)!);
}
