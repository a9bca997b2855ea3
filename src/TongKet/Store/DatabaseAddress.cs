using Microsoft.Data.Sqlite;
using Npgsql;

namespace TongKet.Store;

/// <summary>
/// Where the records are: «sqlite:PATH» or «postgres://user@host:port/database». A password comes from the address,
/// from TONGKET_DB_PASSWORD or from the file that TONGKET_DB_PASSWORD_FILE names; it is never printed.
/// </summary>
public sealed record DatabaseAddress(bool IsPostgreSql, string ConnectionString, string Shown)
{
    /// <summary>The embedded file under data/ of the installation, from whatever folder ./tongket is called.</summary>
    public static string Default => InData("tongket.db");

    /// <summary>The demo never touches the records of an office.</summary>
    public static string Demo => InData("demo.db");

    /// <summary>Reads an address; null with a reason code where it is none.</summary>
    public static DatabaseAddress? Parse(string? text)
    {
        text = string.IsNullOrWhiteSpace(text) ? Default : text.Trim();
        if (text.StartsWith("sqlite:", StringComparison.OrdinalIgnoreCase))
        {
            return Sqlite(text["sqlite:".Length..]);
        }

        return
            text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
            ? PostgreSql(text)
            : null;
    }

    private static DatabaseAddress? Sqlite(string path)
    {
        if (path.Length == 0)
        {
            return null;
        }

        var full = Path.GetFullPath(path);
        var built = new SqliteConnectionStringBuilder
        {
            DataSource = full,
            DefaultTimeout = 30,
            ForeignKeys = true,
        };
        return new(false, built.ToString(), "sqlite:" + full);
    }

    private static DatabaseAddress? PostgreSql(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.AbsolutePath.Trim('/').Length == 0)
        {
            return null;
        }

        var user = uri.UserInfo.Split(':', 2);
        var built = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.Trim('/')),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : "postgres",
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : PasswordFromOutside(),
            IncludeErrorDetail = false,
            // The same few hundred statements all day: planned once for a connection. «?Max Auto Prepare=0» turns it off,
            // for a pooler that gives each transaction another connection.
            MaxAutoPrepare = 200,
        };
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            built[Uri.UnescapeDataString(parts[0])] = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "";
        }

        return new(true, built.ToString(), $"postgres://{built.Username}@{built.Host}:{built.Port}/{built.Database}");
    }

    private static string InData(string file) =>
        "sqlite:" + Path.Combine(Environment.GetEnvironmentVariable("TONGKET_HOME") ?? "", "data", file);

    private static string? PasswordFromOutside()
    {
        var file = Environment.GetEnvironmentVariable("TONGKET_DB_PASSWORD_FILE");
        return file is not null && File.Exists(file)
            ? File.ReadAllText(file).Trim()
            : Environment.GetEnvironmentVariable("TONGKET_DB_PASSWORD");
    }
}
