using Microsoft.EntityFrameworkCore;
using TongKet.Store;

if (args is ["schema", var engine])
{
    // Writes the model's schema for one engine: what a new migration is compared with.
    var address = DatabaseAddress.Parse(engine == "postgresql" ? "postgres://localhost/none" : "sqlite:none.db")!;
    await using var store = new AppStore((DbContextOptions<AppStore>)StoreSetup.Use(new DbContextOptionsBuilder<AppStore>(), address).Options);
    Console.Write(store.Database.GenerateCreateScript());
}
