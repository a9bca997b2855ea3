using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TongKet.Demo;

/// <summary>The invented names and shapes that the demo world is made of: Lists/*.json, travelling inside the program.</summary>
internal sealed record DemoLists(
    PlaceList Places,
    NameList Names,
    IReadOnlyDictionary<string, Site> Sites,
    OrganizationList Organizations,
    IReadOnlyDictionary<string, IReadOnlyList<TargetPlan>> Targets
)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public static DemoLists Read() =>
        new(
            Read<PlaceList>("places"),
            Read<NameList>("names"),
            Read<Dictionary<string, Site>>("sites"),
            Read<OrganizationList>("organizations"),
            Read<Dictionary<string, IReadOnlyList<TargetPlan>>>("targets")
        );

    private static T Read<T>(string list)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"TongKet.Demo.Lists.{list}.json")!;
        return JsonSerializer.Deserialize<T>(file, Options)!;
    }
}
