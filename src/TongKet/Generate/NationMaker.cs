using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using TongKet.Demo;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Generate;

/// <summary>How far a nation is made.</summary>
public readonly record struct NationProgress(int Provinces, int Communes, int AllCommunes);

/// <summary>
/// Makes an invented nation in a store, province after province, each in a transaction of its own that ends with a line of
/// the change log: a run that was stopped goes on behind the last such line and gives the same records.
/// </summary>
public sealed class NationMaker(AppStore store, BulkWriter bulk, BatchLog batches, ChangeLog log, RuleBook rules)
{
    /// <summary>The acts that stand in the change log.</summary>
    public const string Act = "generate.make";
    public const string ProvinceAct = "generate.province";

    private const int PartsAhead = 2;

    /// <summary>False where the store holds other records, or a nation of another size or seed.</summary>
    public async Task<bool> MakeAsync(NationSize size, Action<NationProgress> told, CancellationToken cancel)
    {
        var loading = new BulkLoading(store);
        await loading.OpenAsync(cancel);
        try
        {
            var by = new ChangeAuthor(null, Words.Get("generate.author"));
            if (await BeginAsync(size, loading, by, cancel) is not { } nation)
            {
                return false;
            }

            var done = await store.Set<ChangeLine>().CountAsync(l => l.Act == ProvinceAct, cancel);
            var communes = 0;
            for (var at = 0; at < size.Provinces; at++)
            {
                var province = nation.Next();
                if (at >= done)
                {
                    await WriteAsync(
                        nation,
                        province,
                        loading,
                        by,
                        part => told(new(at, communes + part, nation.Communes)),
                        cancel
                    );
                }

                communes += province.Communes.Count;
                told(new(at + 1, communes, nation.Communes));
            }

            await loading.FinishAsync(cancel);
            return true;
        }
        finally
        {
            await store.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Finds the nation that was begun, or begins it where there is nothing.</summary>
    private async Task<Nation?> BeginAsync(NationSize size, BulkLoading loading, ChangeAuthor by, CancellationToken cancel)
    {
        var note = Words.Get("generate.note", VietnameseFormat.Number(size.Members), size.Seed);
        var root = await store
            .Set<OrganizationVersion>()
            .Where(v => v.Kind == OrganizationKind.WholeParty)
            .Join(store.Set<Organization>(), v => v.OrganizationId, o => o.Id, (_, o) => o)
            .AsNoTracking()
            .FirstOrDefaultAsync(cancel);
        if (root is not null)
        {
            return root.Note == note ? new Nation(size, rules, root.Id) : null;
        }

        if (await store.Set<Organization>().AnyAsync(cancel))
        {
            return null;
        }

        await using var transaction = await loading.BeginAsync(cancel);
        var nation = new Nation(size, rules, await loading.ReserveIdsAsync(Nation.IdsOf(size), cancel));
        var part = nation.RootRecords(note);
        part.MakeBatches(store.Model);
        await WriteAsync(part, by, cancel);
        await loading.DropScatteredIndexesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return nation;
    }

    private async Task WriteAsync(
        Nation nation,
        ProvincePlan province,
        BulkLoading loading,
        ChangeAuthor by,
        Action<int> told,
        CancellationToken cancel
    )
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var parts = Channel.CreateBounded<PartRecords>(PartsAhead);
        var making = Task.Run(() => MakePartsAsync(nation, province, parts.Writer, stop.Token), CancellationToken.None);
        try
        {
            await using var transaction = await loading.BeginAsync(cancel);
            var communes = 0;
            await foreach (var part in parts.Reader.ReadAllAsync(cancel))
            {
                await WriteAsync(part, by, cancel);
                communes += part.Communes;
                told(communes);
            }

            await making;
            var marker = await store.Set<Organization>().AsNoTracking().SingleAsync(o => o.Id == province.Province.Id, cancel);
            await log.AppendAsync(by, ProvinceAct, [new(marker, marker.Id, marker.Id)], cancel);
            await transaction.CommitAsync(cancel);
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    private async Task MakePartsAsync(
        Nation nation,
        ProvincePlan province,
        ChannelWriter<PartRecords> parts,
        CancellationToken cancel
    )
    {
        try
        {
            foreach (var part in nation.Parts(province))
            {
                part.MakeBatches(store.Model);
                await parts.WriteAsync(part, cancel);
            }

            parts.Complete();
        }
        catch (Exception failure)
        {
            // The reader throws it.
            parts.Complete(failure);
        }
    }

    private async Task WriteAsync(PartRecords part, ChangeAuthor by, CancellationToken cancel)
    {
        await part.InsertAsync(bulk, cancel);
        await batches.AppendAsync(by, Act, part.Batches, cancel);
    }
}
