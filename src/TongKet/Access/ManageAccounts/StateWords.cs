using TongKet.Web;

namespace TongKet.Access.ManageAccounts;

public static class StateWords
{
    public static string Of(AccountState state) =>
        state switch
        {
            AccountState.Locked => Words.Get("access.state.locked"),
            AccountState.Waiting => Words.Get("access.state.waiting"),
            _ => Words.Get("access.state.open"),
        };
}
