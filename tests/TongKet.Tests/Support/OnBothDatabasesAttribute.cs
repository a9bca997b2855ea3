using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace TongKet.Tests.Support;

/// <summary>
/// <c>[Theory, OnBothDatabases]</c>: the test runs once on each database, given as its first argument. What stands in
/// the brackets follows as further arguments; the attribute may be repeated, once a row.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnBothDatabasesAttribute(params object?[] arguments) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo testMethod,
        DisposalTracker disposalTracker
    ) =>
        // ./tongket test tells the databases apart by the argument's name in the test's name.
        new([.. Enum.GetValues<DatabaseKind>().Select(kind => new TheoryDataRow([kind, .. arguments]))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
