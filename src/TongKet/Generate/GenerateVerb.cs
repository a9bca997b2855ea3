using System.CommandLine;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using TongKet.Cli;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Values;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Generate;

/// <summary>
/// generate --members 5600000 [--seed N]: an invented nation to measure with. Stopped at any time, the same call goes on.
/// </summary>
public static class GenerateVerb
{
    public static Command Make(VerbHost host)
    {
        var members = new Option<int>("--members") { Description = Words.Get("generate.option.members"), Required = true };
        var seed = new Option<ulong>("--seed")
        {
            Description = Words.Get("generate.option.seed"),
            DefaultValueFactory = _ => NationSize.UsualSeed,
        };
        var command = new Command("generate", Words.Get("generate.verb")) { members, seed };
        command.SetAction(
            host.OnStore(
                async (run, parse, cancel) =>
                {
                    var size = new NationSize(parse.GetValue(members), parse.GetValue(seed));
                    return size.Members is < NationSize.Fewest or > NationSize.Most
                        ? run.Refuse(
                            new Refusal(
                                "generate.refusal.members",
                                null,
                                VietnameseFormat.Number(NationSize.Fewest),
                                VietnameseFormat.Number(NationSize.Most)
                            )
                        )
                        : await MakeAsync(run, size, cancel);
                }
            )
        );
        return command;
    }

    private static async Task<int> MakeAsync(VerbRun run, NationSize size, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var isMade = false;
        try
        {
            await run.WithBarAsync(
                Words.Get("generate.making"),
                async told =>
                    isMade = await run.Get<NationMaker>()
                        .MakeAsync(size, at => told((double)at.Communes / at.AllCommunes), cancel)
            );
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            run.Note(Words.Get("generate.stopped"));
            return 130;
        }

        if (!isMade)
        {
            return run.Refuse(new Refusal("generate.refusal.other-records", null, run.Get<DatabaseAddress>().Shown));
        }

        await TellAsync(run, watch.Elapsed, cancel);
        return 0;
    }

    private static async Task TellAsync(VerbRun run, TimeSpan taken, CancellationToken cancel)
    {
        var store = run.Get<AppStore>();
        store.Database.SetCommandTimeout(TimeSpan.Zero);
        var organizations = await store.Set<Organization>().CountAsync(cancel);
        var members = await store.Set<Member>().CountAsync(cancel);
        var present = await store.Set<Stay>().CountAsync(s => s.ToOn == null, cancel);
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    organizations,
                    members,
                    present,
                    seconds = Math.Round(taken.TotalSeconds, 1),
                }
            );
            return;
        }

        run.WriteLine(
            Words.Get(
                "generate.made",
                VietnameseFormat.Number(organizations),
                VietnameseFormat.Number(members),
                VietnameseFormat.Number(present),
                VietnameseFormat.Duration(taken)
            )
        );
    }
}
