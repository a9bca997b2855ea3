using System.Text.RegularExpressions;
using TongKet.Tests.Support;

namespace TongKet.Tests.Habits;

/// <summary>A room uses rooms to its left only; what carries the rooms knows none of them.</summary>
public sealed partial class RoomOrderTests
{
    private static readonly string[] LeftToRight =
    [
        "Access",
        "Organizations",
        "Regulations",
        "Figures",
        "Members",
        "Admissions",
        "Meetings",
        "Directives",
        "Targets",
        "Reviews",
        "Inspections",
        "Commendations",
        "Congresses",
        "Cadres",
        "Reports",
        "Portal",
        "Exchange",
    ];

    private static readonly string[] KnowNoRoom = ["Web", "Cli", "Jobs", "Store", "Values", "wwwroot", "Properties"];

    /// <summary>Put together from all rooms, like Program.cs: the demo's world, the invented nation and the bench.</summary>
    private static readonly string[] Compose = ["Demo", "Bench", "Generate"];
    private static readonly string[] Projects = ["src/TongKet.Domain", "src/TongKet"];

    [Fact]
    public void Every_folder_is_a_room_or_knows_none()
    {
        var unknown = Projects.SelectMany(project =>
            SourceTree
                .FoldersOf(project)
                .Except(LeftToRight)
                .Except(KnowNoRoom)
                .Except(Compose)
                .Select(folder => $"{project}/{folder}")
        );

        Habit.AssertNone(unknown);
    }

    [Fact]
    public void A_room_uses_only_rooms_to_its_left()
    {
        var files = Sources();
        var typesOf = files
            .Where(file => Array.IndexOf(LeftToRight, Folder(file)) >= 0)
            .SelectMany(file =>
                Declaration().Matches(file.Code).Select(match => (Room: Folder(file), Type: match.Groups[1].Value))
            )
            .ToHashSet();
        Assert.NotEmpty(typesOf);

        var wrong = files
            .Where(file => Folder(file).Length > 0)
            .SelectMany(file =>
                Uses(file, typesOf).Where(use => !MayUse(Folder(file), use.Room)).Select(use => $"{use.Place} uses {use.Room}")
            );

        Habit.AssertNone(wrong);
    }

    [Fact]
    public void No_using_that_holds_everywhere_hides_a_room()
    {
        var wrong = Sources()
            .Where(file => Folder(file).Length == 0 || file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .SelectMany(file => HoldsEverywhere().Matches(file.Code).Select(match => file.At(match.Index)));

        Habit.AssertNone(wrong);
    }

    /// <summary>The first folder within the project; none for what composes the program (Program.cs and its like).</summary>
    private static string Folder(SourceFile file) => file.Path.Split('/') is [_, _, var folder, _, ..] ? folder : "";

    private static bool MayUse(string folder, string room) =>
        folder == room
        || Compose.Contains(folder)
        // Every door says who acts.
        || (folder is "Web" or "Cli" && room == "Access")
        || (!KnowNoRoom.Contains(folder) && Array.IndexOf(LeftToRight, room) < Array.IndexOf(LeftToRight, folder));

    private static List<SourceFile> Sources() =>
        [.. Projects.SelectMany(project => SourceTree.Files(project, ".cs", ".razor", ".csproj"))];

    private static IEnumerable<(string Room, string Place)> Uses(SourceFile file, HashSet<(string, string)> typesOf) =>
        // «using TongKet.Members;», «TongKet.Domain.Members.Member», and from within TongKet also «Members.Member».
        FullName()
            .Matches(file.Code)
            .Select(match => (Room: match.Groups[1].Value, match.Index))
            .Concat(
                ShortName()
                    .Matches(file.Code)
                    .Where(match => typesOf.Contains((match.Groups[1].Value, match.Groups[2].Value)))
                    .Select(match => (Room: match.Groups[1].Value, match.Index))
            )
            .Where(use => Array.IndexOf(LeftToRight, use.Room) >= 0)
            .Select(use => (use.Room, file.At(use.Index)));

    [GeneratedRegex(@"\b(?:class|record|struct|enum|interface)\s+(?:struct\s+|class\s+)?([A-Z]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\bTongKet\.(?:Domain\.)?([A-Z]\w*)")]
    private static partial Regex FullName();

    [GeneratedRegex(@"(?<![\w.>])(?:Domain\.)?([A-Z]\w*)\.([A-Z]\w*)")]
    private static partial Regex ShortName();

    [GeneratedRegex(@"global using (?:static )?TongKet\.|@using TongKet\.(?!Web\b|Domain\.Values\b)|<Using Include=""TongKet\.")]
    private static partial Regex HoldsEverywhere();
}
