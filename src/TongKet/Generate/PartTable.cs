using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TongKet.Store;

namespace TongKet.Generate;

/// <summary>Records of one table until they are written, in batches of one organization each, in the order of their ids.</summary>
internal sealed class PartTable<T>
    where T : class
{
    private readonly List<T> rows = [];
    private readonly List<(long Organization, int From, int Count)> batches = [];

    public IReadOnlyCollection<T> Rows => rows;

    public void Add(long organization, IEnumerable<T> records)
    {
        var from = rows.Count;
        rows.AddRange(records);
        for (var left = rows.Count - from; left > 0; left -= ChangeBatch.Most)
        {
            batches.Add((organization, rows.Count - left, Math.Min(left, ChangeBatch.Most)));
        }
    }

    /// <summary>What the change log will say of them; most of the work of making a nation.</summary>
    public IEnumerable<ChangeBatch> Batches(IModel model)
    {
        var type = model.FindEntityType(typeof(T))!;
        return batches.Select(b => ChangeBatch.Of(type, type.GetTableName()!, rows.GetRange(b.From, b.Count), b.Organization));
    }
}
