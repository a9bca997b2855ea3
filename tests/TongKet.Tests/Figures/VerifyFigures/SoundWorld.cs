using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TongKet.Cli;
using TongKet.Domain.Access;
using TongKet.Domain.Commendations;
using TongKet.Domain.Meetings;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Figures.VerifyFigures;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.VerifyFigures;

/// <summary>A small district in which everything agrees, and the ways to break it behind the program's back.</summary>
internal sealed class SoundWorld
{
    public WorldBuilder World { get; } = new();
    public Organization District { get; }
    public Organization Commune { get; }
    public Organization FirstCell { get; }
    public Organization SecondCell { get; }
    public Organization SchoolCell { get; }
    public Member Excellent { get; }

    /// <summary>Transferred from the first cell to the second in May 2023.</summary>
    public Member Mover { get; }

    public SoundWorld()
    {
        District = World.Found("HX", OrganizationKind.DistrictOrganization);
        Commune = World.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, District);
        FirstCell = World.FoundCell("HX.B01.01", Commune);
        SecondCell = World.FoundCell("HX.B01.02", Commune);
        SchoolCell = World.Found("HX.C01", OrganizationKind.GrassrootsCell, District);
        var army = World.Found("HX.C02", OrganizationKind.GrassrootsCell, District);
        var front = World.Found("HX.MT", OrganizationKind.Front, District);

        Excellent = World.Enroll(FirstCell);
        Mover = World.Enroll(FirstCell);
        var dead = World.Enroll(SecondCell);
        var gone = World.Enroll(SchoolCell);
        World.Admit(SchoolCell, new(2023, 3, 2));
        World.Admit(SecondCell, new(2022, 9, 2));
        World.TakeIn(SchoolCell, new(2023, 8, 1));
        World.Transfer(Mover, SecondCell, new(2023, 5, 19));
        World.Leave(dead, new(2023, 11, 3), HowOut.Died);
        World.Leave(gone, new(2022, 2, 1));
        World.Restore(gone, SchoolCell, new(2023, 2, 3));

        World.Grade(Excellent, 2023, Grade.Excellent);
        World.Grade(Mover, 2023, Grade.Good);
        World.LeaveUngraded(gone, 2023, NoGradeReason.NotYetReviewed);
        World.Rate(Commune, 2023, Grade.Good);
        World.Rate(FirstCell, 2023, Grade.Excellent);
        World.Assign(District, 2023, "01", 2, "new_member_count");
        World.Assign(District, 2023, "02", 50, "member_excellent_rate", TargetDirection.AtMost);
        World.Assign(front, 2023, "03", 10);
        World.Assign(front, 2023, "04", 1, "new_member_count");
        World.Commend(Excellent, 2023);
        World.Commend(Mover, 2023, new(2024, 1, 20));
        World.Commend(Commune, 2023, new(2023, 5, 19));
        World.Commend(SchoolCell, 2023, form: CommendationForm.Flag);
        World.Commend(dead, 2023, new(2023, 2, 3), CommendationForm.PartyBadge);
        World.Meet(FirstCell, new(2023, 1, 3));
        World.Meet(FirstCell, new(2023, 3, 3));
        World.Meet(FirstCell, new(2023, 3, 3), MeetingKind.Thematic);
        World.Meet(SchoolCell, new(2022, 12, 31), MeetingKind.Extraordinary);
        World.SendCount(army, new(2023, 12, 31), "party_member_total", 30);
        World.SendCount(army, new(2023, 12, 31), "member_excellent_count", 4);
    }

    public async Task<TestDatabase> SaveAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.MigratedAsync(kind);
        await World.SaveAsync(database);
        return database;
    }

    /// <summary>What somebody with access to the database does to it, past the program.</summary>
    public static async Task TamperAsync(TestDatabase database, string sql, params object[] values)
    {
        await using var store = database.OpenStore();
        Assert.NotEqual(0, await store.Database.ExecuteSqlRawAsync(sql, values));
    }

    public static async Task<Verification> VerifyAsync(TestDatabase database, params DateOnly[] days)
    {
        var host = new VerbHost(Program.Rooms, TextWriter.Null, TextWriter.Null);
        await using var services = host.Services(DatabaseAddress.Parse(database.Address)!);
        await using var scope = services.CreateAsyncScope();
        var outcome = await scope
            .ServiceProvider.GetRequiredService<VerifyHandler>()
            .HandleAsync(new(days.Length == 0 ? null : days), Actor.Operator("test"), CancellationToken.None);
        return outcome.Value!;
    }

    /// <summary>The sentences too: a resource key without text would show.</summary>
    public static async Task AssertSilentAsync(TestDatabase database, params DateOnly[] days)
    {
        var verification = await VerifyAsync(database, days);
        if (verification.Differences.Count > 0)
        {
            Assert.Fail(string.Join('\n', verification.Differences.Take(20).Select(d => d.ToString())));
        }
    }
}
