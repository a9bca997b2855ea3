using Microsoft.EntityFrameworkCore;
using TongKet.Store;

namespace TongKet.Tests.Support;

/// <summary>The program's store at an address as <c>--db</c> takes it.</summary>
public static class Stores
{
    public static AppStore Open(string address) =>
        new(
            (DbContextOptions<AppStore>)
                StoreSetup.Use(new DbContextOptionsBuilder<AppStore>(), DatabaseAddress.Parse(address)!).Options
        );

    public static async Task MigrateAsync(string address)
    {
        await using var store = Open(address);
        await StoreSetup.MigrateAsync(store, CancellationToken.None);
    }
}
