namespace TongKet.Tests.Support;

/// <summary>The two databases that every test of the store runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
