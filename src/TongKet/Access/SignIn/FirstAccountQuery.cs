using Microsoft.EntityFrameworkCore;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Access.SignIn;

/// <summary>Whether nobody can sign in yet; then the program says how the first account is made, and has no password of its own.</summary>
public sealed class FirstAccountQuery(AppStore store, HostMode mode)
{
    public const string Command = "./tongket account add quantri --role administrator";

    public async Task<bool> IsMissingAsync(CancellationToken cancel) =>
        !await store.Set<Account>().AnyAsync(account => mode.IsDemo || !account.IsDemo, cancel);

    public static async Task<string?> NoteAsync(IServiceProvider services, CancellationToken cancel) =>
        await services.GetRequiredService<FirstAccountQuery>().IsMissingAsync(cancel)
            ? Words.Get("access.first.note", Command)
            : null;
}
