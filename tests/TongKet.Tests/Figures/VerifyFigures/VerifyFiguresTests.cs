using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Tests.Support;

namespace TongKet.Tests.Figures.VerifyFigures;

/// <summary>Nothing is said of a sound world; each fault is named where it is.</summary>
public sealed class VerifyFiguresTests
{
    private static readonly DateOnly YearEnd = new(2023, 12, 31);

    [Theory, OnBothDatabases]
    public async Task Of_a_sound_world_nothing_is_said(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);

        var verification = await SoundWorld.VerifyAsync(database);

        Assert.Empty(verification.Differences.Select(d => $"{d} {d.Sentence}"));
        Assert.Contains(new DateOnly(2023, 6, 30), verification.Checked.Days);
        Assert.Equal(7, verification.Checked.Organizations);
        Assert.Equal(sound.World.All.Count, verification.Checked.Records);
        Assert.Equal(sound.World.All.Count, verification.Checked.Lines);
        Assert.True(verification.Checked.Figures > 7 * 70, $"{verification.Checked.Figures}");
        Assert.True(verification.Checked.Ledgers > 4, $"{verification.Checked.Ledgers}");
    }

    [Theory, OnBothDatabases]
    public async Task An_empty_register_is_sound(DatabaseKind kind)
    {
        await using var database = await TestDatabase.MigratedAsync(kind);

        await SoundWorld.AssertSilentAsync(database);
    }

    [Theory, OnBothDatabases]
    public async Task A_stay_changed_behind_the_log_names_record_organization_and_figures(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);
        var stay = sound.World.StayOf(sound.Mover);

        // From outside instead of from the first cell: the head-count stays, the movement of all above changes.
        await SoundWorld.TamperAsync(database, "UPDATE stay SET came_from_id = NULL WHERE id = {0}", stay.Id);
        var found = (await SoundWorld.VerifyAsync(database, YearEnd)).Differences;

        var moved = Assert.Single(found, d => d is { Kind: "record-changed", Figure: "member_transferred_in_count" });
        Assert.Equal(("HX.B01", $"stay {stay.Id}", "0", "1"), (moved.Organization, moved.Record, moved.Expected, moved.Found));
        var open = Assert.Single(found, d => d.Kind == "ledger-open");
        Assert.Equal(("HX.B01", $"member {sound.Mover.Id}"), (open.Organization, open.Record));
        Assert.All(found, d => Assert.Contains(d.Kind, new[] { "record-changed", "ledger-open" }));
        Assert.DoesNotContain("[", string.Concat(found.Select(d => d.Sentence)), StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_grade_changed_behind_the_log_names_the_figures_it_moved(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);

        await SoundWorld.TamperAsync(database, "UPDATE member_grade SET grade = 2 WHERE member_id = {0}", sound.Excellent.Id);
        var found = (await SoundWorld.VerifyAsync(database, YearEnd)).Differences;

        Assert.All(found, d => Assert.Equal("record-changed", d.Kind));
        var excellent = Assert.Single(found, d => d.Figure == "member_excellent_count");
        Assert.Equal(("HX.B01.01", "1", "0"), (excellent.Organization, excellent.Expected, excellent.Found));
        // The target of the district that a share measures is met or not by this grade.
        Assert.Contains(found, d => d is { Figure: "member_excellent_rate" });
    }

    [Theory, OnBothDatabases]
    public async Task A_name_changed_behind_the_log_names_the_record_and_not_the_person(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);

        await SoundWorld.TamperAsync(
            database,
            "UPDATE member SET full_name = 'Trần Thị Khác' WHERE id = {0}",
            sound.Excellent.Id
        );
        var difference = Assert.Single((await SoundWorld.VerifyAsync(database)).Differences);

        Assert.Equal(
            ("record-changed", "HX.B01.01", $"member {sound.Excellent.Id}"),
            (difference.Kind, difference.Organization, difference.Record)
        );
        Assert.DoesNotContain("Trần", difference.Sentence, StringComparison.Ordinal);
    }

    [Theory, OnBothDatabases]
    public async Task A_record_without_a_line_and_a_line_without_its_record_are_named(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        await using var database = await sound.SaveAsync(kind);
        var grade = sound.World.All.OfType<Domain.Reviews.OrganizationGrade>().First();

        await SoundWorld.TamperAsync(database, "DELETE FROM organization_grade WHERE id = {0}", grade.Id);
        await SoundWorld.TamperAsync(
            database,
            "INSERT INTO aggregate_count (id, organization_id, year, as_of, figure_code, value) "
                + "SELECT 7, organization_id, year, as_of, 'member_good_count', 5 FROM aggregate_count WHERE value = 4"
        );
        var found = (await SoundWorld.VerifyAsync(database, YearEnd)).Differences;

        var gone = Assert.Single(found, d => d is { Kind: "record-gone", Figure: "org_good_count" });
        Assert.Equal(("HX.B01", $"organization_grade {grade.Id}"), (gone.Organization, gone.Record));
        var added = Assert.Single(found, d => d is { Kind: "record-without-line", Figure: "member_good_count" });
        Assert.Equal(("HX.C02", "aggregate_count 7", "—", "5"), (added.Organization, added.Record, added.Expected, added.Found));
    }

    [Theory, OnBothDatabases]
    public async Task A_ledger_that_does_not_close_names_by_whom(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        // He leaves for the second cell and never arrives there.
        var lost = sound.World.Enroll(sound.FirstCell);
        sound.World.Leave(lost, new(2023, 4, 1)).WentToId = sound.SecondCell.Id;
        await using var database = await sound.SaveAsync(kind);

        var difference = Assert.Single((await SoundWorld.VerifyAsync(database)).Differences);

        Assert.Equal(
            ("ledger-open", "HX.B01", $"member {lost.Id}", "party_member_total", new DateOnly(2023, 6, 30)),
            (difference.Kind, difference.Organization, difference.Record, difference.Figure, difference.On!.Value)
        );
        Assert.Equal(("1", "0"), (difference.Expected, difference.Found));
    }

    [Theory, OnBothDatabases]
    public async Task What_dated_records_may_not_say_is_named(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        var world = sound.World;
        var twice = world.Enroll(sound.FirstCell);
        world.TakeIn(sound.SchoolCell, new(2023, 5, 5));
        var second = world.Add(
            new Stay
            {
                Id = world.NextId(),
                MemberId = twice.Id,
                CellId = sound.SchoolCell.Id,
                FromOn = new(2023, 5, 6),
                HowIn = HowIn.TransferredIn,
            }
        );
        var high = world.StayOf(world.TakeIn(sound.Commune, new(2023, 7, 7)));
        var late = world.FoundCell("HX.B01.09", sound.Commune, new(2023, 10, 1));
        var early = world.StayOf(world.TakeIn(late, new(2023, 9, 30)));
        var backwards = world.StayOf(world.TakeIn(sound.SchoolCell, new(2023, 9, 9)));
        (backwards.ToOn, backwards.HowOut) = (new(2023, 9, 1), HowOut.Left);
        var homeless = world.FoundCell("HX.B01.08", sound.Commune);
        world.PlaceOf(homeless).ToOn = new(2023, 2, 2);
        var overlapping = world.Found("HX.C07", OrganizationKind.GrassrootsCell, sound.District);
        world.Move(overlapping, sound.Commune, new(2023, 3, 3));
        world.PlaceOf(overlapping).FromOn = new(2023, 3, 2);
        var orphan = world.Found("HX.B05", OrganizationKind.GrassrootsPartyOrganization, sound.District);
        var orphaned = world.FoundCell("HX.B05.01", orphan);
        world.Dissolve(orphan, new(2023, 4, 4));
        var namesake = world.Found("HX.C01", OrganizationKind.GrassrootsCell, sound.District);
        await using var database = await sound.SaveAsync(kind);

        var found = (await SoundWorld.VerifyAsync(database, YearEnd)).Differences.Select(d => (d.Kind, d.Organization, d.Record));

        (string, string?, string?)[] due =
        [
            ("stays-overlap", "HX.C01", $"stay {second.Id}"),
            ("stay-outside-cell", "HX.B01", $"stay {high.Id}"),
            ("stay-without-cell", "HX.B01.09", $"stay {early.Id}"),
            ("ends-before-it-begins", "HX.C01", $"stay {backwards.Id}"),
            ("organization-without-place", "HX.B01.08", $"organization_version {world.VersionOf(homeless).Id}"),
            ("places-overlap", "HX.C07", $"organization_place {world.PlaceOf(overlapping).Id}"),
            ("parent-not-in-force", "HX.B05.01", $"organization_place {world.PlaceOf(orphaned).Id}"),
            ("code-twice", "HX.C01", $"organization_version {world.VersionOf(namesake).Id}"),
        ];
        Assert.Empty(due.Except(found));
    }

    [Theory, OnBothDatabases]
    public async Task A_cell_under_itself_is_named(DatabaseKind kind)
    {
        var sound = new SoundWorld();
        sound.World.PlaceOf(sound.Commune).ToOn = new(2023, 6, 1);
        sound.World.Move(sound.Commune, sound.FirstCell, new(2023, 6, 1));
        await using var database = await sound.SaveAsync(kind);

        var found = (await SoundWorld.VerifyAsync(database)).Differences;

        Assert.Contains(found, d => d is { Kind: "organization-under-itself", Organization: "HX.B01.01" });
        Assert.Contains(found, d => d is { Kind: "organization-under-itself", Organization: "HX.B01" });
        Assert.DoesNotContain(found, d => d is { Kind: "organization-under-itself", Organization: "HX.B01.02" });
    }
}
