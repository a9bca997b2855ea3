using System.CommandLine;
using TongKet.Access.ManageAccounts;
using TongKet.Cli;
using TongKet.Domain.Access;
using TongKet.Domain.Values;
using TongKet.Web;

namespace TongKet.Access.AddAccount;

/// <summary>account add NAME --role … --organization … and account link NAME: both print a link that is used once.</summary>
public static class AddAccountVerb
{
    public static Command Make(VerbHost host)
    {
        var address = new Option<string>("--address")
        {
            Description = Words.Get("access.verb.address"),
            DefaultValueFactory = _ => HostMode.UsualAddress,
        };
        return new Command("account", Words.Get("access.verb.account")) { MakeAdd(host, address), MakeLink(host, address) };
    }

    private static Command MakeAdd(VerbHost host, Option<string> address)
    {
        var name = new Argument<string>("name") { Description = Words.Get("access.user-name") };
        var role = new Option<string>("--role") { Description = Words.Get("access.verb.role"), Required = true };
        role.AcceptOnlyFromAmong([.. RoleWords.Codes.Select(pair => pair.Code)]);
        var organization = new Option<string?>("--organization") { Description = Words.Get("access.verb.organization") };
        var shown = new Option<string?>("--display-name") { Description = Words.Get("access.display-name") };
        var add = new Command("add", Words.Get("access.verb.add")) { name, role, organization, shown, address };
        add.SetAction(
            host.OnStore(
                async (run, parse, cancel) =>
                {
                    var userName = parse.GetRequiredValue(name);
                    var command = new AddAccountCommand(
                        userName,
                        parse.GetValue(shown) ?? userName,
                        RoleWords.Codes.First(pair => pair.Code == parse.GetRequiredValue(role)).Role,
                        parse.GetValue(organization)
                    );
                    var outcome = await run.Get<AddAccountHandler>().HandleAsync(command, run.Actor, cancel);
                    return outcome.Value is { } added
                        ? Write(run, userName, added.Link, parse.GetRequiredValue(address))
                        : run.Refuse(outcome.Refusals);
                }
            )
        );
        return add;
    }

    private static Command MakeLink(VerbHost host, Option<string> address)
    {
        var name = new Argument<string>("name") { Description = Words.Get("access.user-name") };
        var link = new Command("link", Words.Get("access.verb.link")) { name, address };
        link.SetAction(
            host.OnStore(
                async (run, parse, cancel) =>
                {
                    var userName = parse.GetRequiredValue(name);
                    if (await run.Get<ActorReader>().ByNameAsync(userName, cancel) is not { } known)
                    {
                        return run.Refuse(new Refusal("access.account.unknown", null, userName));
                    }

                    var command = new InviteAgainCommand(known.Account.Id);
                    var outcome = await run.Get<InviteAgainHandler>().HandleAsync(command, run.Actor, cancel);
                    return outcome.Value is { } made
                        ? Write(run, userName, made, parse.GetRequiredValue(address))
                        : run.Refuse(outcome.Refusals);
                }
            )
        );
        return link;
    }

    private static int Write(VerbRun run, string userName, OneTimeLink link, string address)
    {
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    account = userName,
                    link = link.At(address),
                    expiresAt = link.ExpiresAt,
                }
            );
        }
        else
        {
            run.WriteLine(Words.Get("access.verb.link-of", userName, VietnameseFormat.Moment(link.ExpiresAt)));
            run.WriteLine("  " + link.At(address));
        }

        return 0;
    }
}
