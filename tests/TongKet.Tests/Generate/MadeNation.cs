using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Targets;
using TongKet.Generate;
using TongKet.Regulations;
using TongKet.Store;
using TongKet.Tests.Support;

namespace TongKet.Tests.Generate;

/// <summary>A small nation in a database of its own.</summary>
internal static class MadeNation
{
    public static readonly NationSize Small = new(2_000);

    /// <summary>Three provinces of two communes or so each.</summary>
    public static readonly NationSize ThreeProvinces = new(8_000) { Provinces = 3 };

    public static async Task<bool> MakeAsync(
        TestDatabase database,
        NationSize size,
        Action<NationProgress>? told = null,
        CancellationToken? cancel = null
    )
    {
        await using var store = database.OpenStore();
        var (bulk, clock) = (new BulkWriter(store), new FakeClock(2026, 11, 22));
        var log = new ChangeLog(store, bulk, clock);
        var maker = new NationMaker(store, bulk, new(log, bulk, clock), log, RuleBookLoader.Load());
        return await maker.MakeAsync(size, told ?? (_ => { }), cancel ?? TestContext.Current.CancellationToken);
    }

    /// <summary>One line a table: how many records, and a digest of all of them in the order of their ids.</summary>
    public static async Task<IReadOnlyList<string>> TablesAsync(TestDatabase database)
    {
        await using var store = database.OpenStore();
        return
        [
            await TableAsync<Organization>(store, o => o.Id),
            await TableAsync<OrganizationVersion>(store, v => v.Id),
            await TableAsync<OrganizationPlace>(store, p => p.Id),
            await TableAsync<OrganizationSuccession>(store, s => s.Id),
            await TableAsync<OrganizationGrade>(store, g => g.Id),
            await TableAsync<Member>(store, m => m.Id),
            await TableAsync<Stay>(store, s => s.Id),
            await TableAsync<MemberConditionSpan>(store, c => c.Id),
            await TableAsync<MemberGrade>(store, g => g.Id),
            await TableAsync<Target>(store, t => t.Id),
            await TableAsync<AggregateCount>(store, c => c.Id),
        ];
    }

    private static async Task<string> TableAsync<T>(AppStore store, System.Linq.Expressions.Expression<Func<T, long>> id)
        where T : class
    {
        var type = store.Model.FindEntityType(typeof(T))!;
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0;
        await foreach (var record in store.Set<T>().AsNoTracking().OrderBy(id).AsAsyncEnumerable())
        {
            count++;
            digest.AppendData(RecordText.Of(type, record).Span);
        }

        Assert.NotEqual(0, count);
        return $"{type.GetTableName()} {count} {Convert.ToHexString(digest.GetHashAndReset())}";
    }
}
