using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Cli;

/// <summary>schema sqlite|postgresql: the model's schema, from which a migration is written (decision 0005).</summary>
public static class SchemaVerb
{
    public static Command Make(VerbHost host)
    {
        var engine = new Argument<string>("engine");
        engine.AcceptOnlyFromAmong("sqlite", "postgresql");
        var command = new Command("schema", Words.Get("cli.verb.schema")) { engine };
        command.Hidden = true;
        command.SetAction(parse =>
        {
            var isPostgreSql = parse.GetRequiredValue(engine) == "postgresql";
            var address = DatabaseAddress.Parse(isPostgreSql ? "postgres://localhost/none" : "sqlite:none.db")!;
            var options = StoreSetup.Use(new DbContextOptionsBuilder<AppStore>(), address).Options;
            using var store = new AppStore((DbContextOptions<AppStore>)options);
            parse.InvocationConfiguration.Output.Write(store.Database.GenerateCreateScript());
        });
        return command;
    }
}
