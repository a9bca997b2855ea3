using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TongKet.Access;
using TongKet.Cli;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Demo;

/// <summary>demo [--address …]: an invented province to try the program with, an account for each role, and the pages.</summary>
public static class DemoVerb
{
    public static Func<VerbHost, Command> Of(IReadOnlyList<Action<IServiceCollection>> rooms) =>
        host =>
        {
            var address = new Option<string?>("--address") { Description = Words.Get("demo.verb.address") };
            var command = new Command("demo", Words.Get("demo.verb.demo")) { address };
            command.SetAction(
                host.OnStore(
                    async (run, parse, cancel) =>
                    {
                        if (await MakeReadyAsync(run, cancel) is not { } accounts)
                        {
                            return run.Refuse(new Refusal("demo.refusal.other-records", null, run.Get<DatabaseAddress>().Shown));
                        }

                        Print(run, accounts);
                        return await ServeVerb.ServeAsync(
                            run,
                            rooms,
                            new HostMode(parse.GetValue(address), IsDemo: true),
                            cancel
                        );
                    },
                    DatabaseAddress.Demo
                )
            );
            return command;
        };

    /// <summary>Makes the world where there is none, and the accounts; null where the database holds other records.</summary>
    public static async Task<IReadOnlyList<ReadyAccount>?> MakeReadyAsync(VerbRun run, CancellationToken cancel)
    {
        var store = run.Get<AppStore>();
        if (!await store.Set<Organization>().AnyAsync(cancel))
        {
            run.Note(Words.Get("demo.making"));
            var watch = Stopwatch.StartNew();
            await run.Get<DemoWorld>().MakeAsync(DemoSize.Full, DemoWorld.Seed, cancel);
            var (organizations, members) = (
                await store.Set<Organization>().CountAsync(cancel),
                await store.Set<Member>().CountAsync(cancel)
            );
            run.Note(
                Words.Get(
                    "demo.made",
                    VietnameseFormat.Number(organizations),
                    VietnameseFormat.Number(members),
                    VietnameseFormat.Duration(watch.Elapsed)
                )
            );
        }
        else if (!await store.Set<ChangeLine>().AnyAsync(l => l.Seq == 1 && l.Act == DemoWorld.Act, cancel))
        {
            return null;
        }

        return await run.Get<DemoAccounts>().MakeAsync(cancel);
    }

    private static void Print(VerbRun run, IReadOnlyList<ReadyAccount> accounts)
    {
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    accounts = accounts.Select(a => new
                    {
                        role = CodeOf(a),
                        a.UserName,
                        a.Password,
                        a.DisplayName,
                        a.Organization,
                    }),
                }
            );
            return;
        }

        run.WriteTable(
            Words.Get("demo.accounts"),
            [
                Words.Get("demo.role"),
                Words.Get("demo.account"),
                Words.Get("demo.password"),
                Words.Get("demo.whose"),
                Words.Get("demo.organization"),
            ],
            accounts.Select(a =>
                (IReadOnlyList<string>)[RoleWords.Of(a.Role), a.UserName, a.Password, a.DisplayName, a.Organization ?? ""]
            )
        );
    }

    private static string CodeOf(ReadyAccount account) => RoleWords.Codes.First(pair => pair.Role == account.Role).Code;
}
