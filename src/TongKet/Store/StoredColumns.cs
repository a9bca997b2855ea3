using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TongKet.Store;

/// <summary>The columns of a table by the model's own mapping, and what hands a record's values to a sink in their order.</summary>
internal sealed class StoredColumns
{
    private static readonly ConcurrentDictionary<IEntityType, StoredColumns> Known = new();
    private readonly IProperty[] properties;

    private StoredColumns(IEntityType type)
    {
        properties = [.. type.GetProperties()];
        Table = type.GetTableName()!;
        // «on» and «to» are words of SQL.
        Names = [.. properties.Select(p => $"\"{p.GetColumnName()}\"")];
        StoreTypes = [.. properties.Select(p => p.GetColumnType())];
        Give = RowSink.Reader(type.ClrType, properties.Select(p => p.PropertyInfo!));
    }

    public static StoredColumns Of(IEntityType type) => Known.GetOrAdd(type, static t => new(t));

    public string Table { get; }
    public IReadOnlyList<string> Names { get; }
    public IReadOnlyList<string> StoreTypes { get; }
    public Action<object, RowSink> Give { get; }

    public bool IsKey(int at) => properties[at].IsPrimaryKey();

    /// <summary>The value as the driver of the database takes it.</summary>
    public object? Value(object record, int at)
    {
        var value = properties[at].GetGetter().GetClrValueUsingContainingEntity(record);
        return value is not null && properties[at].GetTypeMapping().Converter is { } converter
            ? converter.ConvertToProvider(value)
            : value;
    }
}
