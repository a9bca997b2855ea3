using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Store;

/// <summary>What is written past EF is what EF reads.</summary>
public sealed class BulkWriterTests
{
    [Theory, OnBothDatabases]
    public async Task Every_kind_of_value_comes_back_as_it_was(DatabaseKind kind)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.MigratedAsync(kind);
        await using var store = database.OpenStore();
        var bulk = new BulkWriter(store);
        Organization[] organizations =
        [
            new()
            {
                Id = 1,
                FoundedOn = new DateOnly(1930, 2, 3),
                Note = "",
            },
            new()
            {
                Id = 2,
                FoundedOn = DateOnly.MaxValue,
                Note = new string('ệ', 70_000),
            },
            new() { Id = 3, FoundedOn = new DateOnly(2000, 1, 1) },
        ];
        // The same value as in the row before, then none, then another: none of them may be left over.
        decimal?[] results = [0, null, 0.0001m, 12_345_678.9m, 12_345_678.9m, 10_000, -1.5m, 99_999_999.9999m];
        var targets = results
            .Select(
                (result, i) =>
                    new Target
                    {
                        Id = i + 10,
                        OrganizationId = 1,
                        Year = 2023,
                        Code = $"CT{i}",
                        Name = "Chỉ tiêu",
                        Unit = "%",
                        AssignedValue = result ?? 90,
                        ManualResult = result,
                    }
            )
            .ToList();
        var at = new DateTimeOffset(2024, 2, 29, 23, 59, 59, 999, TimeSpan.Zero);
        ChangeLine[] lines = [Line(1, at, null), Line(2, at.AddDays(-20_000), 7), Line(3, at, null)];

        await bulk.InsertAsync(organizations, cancel);
        await bulk.InsertAsync(targets, cancel);
        await bulk.InsertAsync(lines, cancel);
        await bulk.InsertAsync(
            [
                new ChangeValue
                {
                    Seq = 1,
                    Key = [],
                    After = "",
                },
                new ChangeValue { Seq = 2 },
            ],
            cancel
        );

        var readOrganizations = await store.Set<Organization>().AsNoTracking().OrderBy(o => o.Id).ToListAsync(cancel);
        Assert.Equal(
            organizations.Select(o => (o.Id, o.FoundedOn, o.Note)),
            readOrganizations.Select(o => (o.Id, o.FoundedOn, o.Note))
        );
        var readTargets = await store.Set<Target>().AsNoTracking().OrderBy(t => t.Id).ToListAsync(cancel);
        Assert.Equal(
            targets.Select(t => (t.AssignedValue, t.ManualResult)),
            readTargets.Select(t => (t.AssignedValue, t.ManualResult))
        );
        var read = await store.Set<ChangeLine>().AsNoTracking().OrderBy(l => l.Seq).ToListAsync(cancel);
        Assert.Equal(lines.Select(l => (l.At, l.Year)), read.Select(l => (l.At, l.Year)));
        Assert.Equal(lines.SelectMany(l => l.Digest), read.SelectMany(l => l.Digest));
        var values = await store.Set<ChangeValue>().AsNoTracking().OrderBy(v => v.Seq).ToListAsync(cancel);
        Assert.Equal([(0, ""), (null, null)], values.Select(v => (v.Key?.Length, v.After)));
    }

    private static ChangeLine Line(long seq, DateTimeOffset at, int? year) =>
        new()
        {
            Seq = seq,
            At = at,
            By = "thử",
            Act = "test.write",
            Entity = "organization",
            RecordId = seq,
            Year = year,
            Digest = [(byte)seq, 0, 255],
            Hash = [1],
        };
}
