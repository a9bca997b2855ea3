using Microsoft.Extensions.DependencyInjection;
using TongKet.Cli;
using TongKet.Store;

namespace TongKet.Tests.Support;

/// <summary>What the rooms register, as the program puts it together; its store is nowhere and must not be asked.</summary>
public static class Rooms
{
    private static readonly Lazy<ServiceProvider> Registered = new(() =>
        new VerbHost(Program.Rooms, TextWriter.Null, TextWriter.Null).Services(
            DatabaseAddress.Parse($"sqlite:{Path.Combine(TempFolder.OfThisRun, "nowhere.db")}")!
        )
    );

    public static ServiceProvider Services() => Registered.Value;
}
