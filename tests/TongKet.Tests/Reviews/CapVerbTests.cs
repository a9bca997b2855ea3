using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Tests.Support;

namespace TongKet.Tests.Reviews;

/// <summary><c>cap</c>: every reading, the one in force with its article, and how many would have to change.</summary>
public sealed class CapVerbTests
{
    private readonly WorldBuilder world = new();

    public CapVerbTests()
    {
        var district = world.Found("HX", OrganizationKind.DistrictOrganization);
        var commune = world.Found("HX.B01", OrganizationKind.GrassrootsPartyOrganization, district);
        var cell = world.FoundCell("HX.B01.01", commune);
        world.Rate(commune, 2023, Grade.Good);
        for (var i = 0; i < 13; i++)
        {
            world.Grade(world.Enroll(cell), 2023, i < 3 ? Grade.Excellent : Grade.Good);
        }
    }

    [Theory, OnBothDatabases]
    public async Task The_reading_in_force_is_told_with_its_article_and_how_many_would_have_to_change(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        var verbs = new CommandLine(database);

        var (exit, answer, _) = await verbs.RunAsync("cap", "--organization", "HX", "--year", "2023");
        Assert.Equal(0, exit);
        Assert.Contains("nhóm có chức năng, nhiệm vụ tương đồng", answer, StringComparison.Ordinal);
        Assert.Contains("(QĐ 124, Điều 12, đã xác nhận)", answer, StringComparison.Ordinal);
        Assert.Contains("(QĐ 124, Điều 12, chưa xác nhận)", answer, StringComparison.Ordinal);

        var members = (await verbs.JsonAsync("cap", "--organization", "HX", "--year", "2023")).GetProperty("members")[0];
        Assert.Equal(13, members.GetProperty("rated").GetInt32());
        var group = (await verbs.JsonAsync("cap", "--organization", "HX", "--year", "2023")).GetProperty("groups")[0];
        Assert.Equal((1, 1), (group.GetProperty("rated").GetInt32(), group.GetProperty("good").GetInt32()));
        Assert.Equal(("good", 1), (members.GetProperty("inForce").GetString(), members.GetProperty("mustChange").GetInt32()));
    }

    [Theory, OnBothDatabases]
    public async Task What_was_published_on_the_pages_rules_on_the_command_line(DatabaseKind kind)
    {
        await using var database = await SaveAsync(kind);
        await using (var program = await ServedProgram.StartAsync(database))
        {
            var administrator = program.As(Actors.Administrator());
            await administrator.SendAsync(
                await administrator.OpenAsync("/quy-dinh/hd-25-2023/excellent_cap_base_members/cong-bo"),
                "[data-keep]",
                ("Form.Value", "Rated"),
                ("Form.Reason", "thử cách hiểu khác")
            );
        }

        var members = (await new CommandLine(database).JsonAsync("cap", "--organization", "HX", "--year", "2023")).GetProperty(
            "members"
        )[0];
        Assert.Equal("rated", members.GetProperty("inForce").GetString());
    }

    [Theory, OnBothDatabases]
    public async Task What_a_document_allows_a_group_is_told_with_its_number(DatabaseKind kind)
    {
        var commune = world.Organizations.Single(o => world.VersionOf(o).Code == "HX.B01");
        var cycle = world.Add(
            new ReviewCycle
            {
                Id = world.NextId(),
                OrganizationId = commune.Id,
                Kind = CycleKind.Year,
                Year = 2023,
                Name = "2023",
                RosterOn = new(2023, 12, 31),
                RuleSet = "hd-25-2023",
                RuleSetHash = "",
            }
        );
        world.Add(
            new CapAllowance
            {
                Id = world.NextId(),
                CycleId = cycle.Id,
                OrganizationId = commune.Id,
                As = ReviewSubject.Member,
                Group = "",
                Kind = CapAllowanceKind.HigherShare,
                Percent = 30,
                Number = "12-QĐ/HU",
                SignedOn = new(2023, 12, 20),
                EnteredBy = "Văn phòng",
                EnteredOn = new(2023, 12, 21),
            }
        );
        await using var database = await SaveAsync(kind);
        var verbs = new CommandLine(database);

        var (_, answer, _) = await verbs.RunAsync("cap", "--organization", "HX", "--year", "2023");
        Assert.Contains("HX.B01: đến 30% theo văn bản số 12-QĐ/HU, ngày 20/12/2023", answer, StringComparison.Ordinal);
        var members = (await verbs.JsonAsync("cap", "--organization", "HX", "--year", "2023")).GetProperty("members")[0];
        Assert.Equal("12-QĐ/HU", members.GetProperty("allowance").GetProperty("number").GetString());
        // Three of ten Good under 30 percent: nobody would have to change.
        Assert.Equal(0, members.GetProperty("mustChange").GetInt32());
    }

    private async Task<TestDatabase> SaveAsync(DatabaseKind kind)
    {
        var database = await TestDatabase.MigratedAsync(kind);
        await world.SaveAsync(database, cancel: TestContext.Current.CancellationToken);
        return database;
    }
}
