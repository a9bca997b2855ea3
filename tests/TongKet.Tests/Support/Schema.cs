namespace TongKet.Tests.Support;

/// <summary>The program's schema in a database that has none.</summary>
public static class Schema
{
    public static Task MigrateAsync(string address) =>
        throw new NotSupportedException($"The store is not there yet, so {address} has no schema.");
}
