using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TongKet.Generate;

/// <summary>Syllables that the invented names of the nation are put together from: Lists/nation.json.</summary>
internal sealed record NationLists(
    IReadOnlyList<string> ProvinceFirst,
    IReadOnlyList<string> ProvinceSecond,
    IReadOnlyList<string> CommuneFirst,
    IReadOnlyList<string> CommuneSecond,
    IReadOnlyList<string> Committees,
    IReadOnlyList<string> Cells,
    IReadOnlyList<string> Departments
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public static NationLists Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("TongKet.Generate.Lists.nation.json")!;
        return JsonSerializer.Deserialize<NationLists>(file, Options)!;
    }

    /// <summary>No two of the first so many are alike.</summary>
    public string Province(int at) => Name(ProvinceFirst, ProvinceSecond, at);

    /// <summary>Names of communes come again elsewhere, as they do.</summary>
    public string Commune(int at) => Name(CommuneFirst, CommuneSecond, at);

    private static string Name(IReadOnlyList<string> first, IReadOnlyList<string> second, int at) =>
        $"{first[at % first.Count]} {second[(at / first.Count + at) % second.Count]}";
}
