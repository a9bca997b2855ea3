using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace TongKet.Store.Migrations;

/// <summary>The first schema. Its SQL is written per engine, in the two files beside (decision 0005).</summary>
[DbContext(typeof(AppStore))]
[Migration("20261122000000_Initial")]
public sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var engine = ActiveProvider!.Contains("Npgsql", StringComparison.Ordinal) ? "PostgreSql" : "Sqlite";
        var name = $"TongKet.Store.Migrations.Initial.{engine}.sql";
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(file);
        migrationBuilder.Sql(reader.ReadToEnd());
    }
}
