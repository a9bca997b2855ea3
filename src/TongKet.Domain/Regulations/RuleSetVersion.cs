using System.Text.Json;
using TongKet.Domain.Values;

namespace TongKet.Domain.Regulations;

/// <summary>
/// A version of a document's rules that somebody published: one parameter confirmed or changed, with the reason. Never
/// changed, never taken out; what was published by mistake is put right by the next.
/// </summary>
public sealed class RuleSetVersion
{
    public static readonly TextLength ArticleLength = new("regulations.column.article", 200);
    public static readonly TextLength NoteLength = new("regulations.publish.remark", 500);
    public static readonly TextLength ReasonLength = new("regulations.version.reason", 500);

    public long Id { get; init; }

    /// <summary>Folder name of the document under regulations/.</summary>
    public required string RuleSetId { get; init; }

    /// <summary>1 is the first that was published over what came with the program.</summary>
    public int Number { get; init; }

    /// <summary>The parameter that it says differently.</summary>
    public required string Parameter { get; init; }

    /// <summary>Its value as JSON.</summary>
    public required string Value { get; init; }
    public string? Article { get; init; }
    public bool IsConfirmed { get; init; }
    public string? Note { get; init; }

    /// <summary>The paper that was read, or why else it is said differently.</summary>
    public required string Reason { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
    public required string PublishedBy { get; init; }

    /// <summary>The version it was made from.</summary>
    public required string BeforeHash { get; init; }

    /// <summary>What a review pins; that of <see cref="Content"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>The whole rule set of this version (<see cref="RuleSetText"/>).</summary>
    public required string Content { get; init; }

    public RuleParameter Said => new(JsonSerializer.Deserialize<JsonElement>(Value), Article, IsConfirmed, Note);

    /// <summary>
    /// All versions, the oldest first, and last of each document the one that rules: what came with the program with
    /// everything published over it. So a program with a corrected file goes on, and older versions stay as they were.
    /// </summary>
    public static IReadOnlyList<RuleSet> Take(IReadOnlyList<RuleSet> first, IEnumerable<RuleSetVersion> published)
    {
        var all = new List<RuleSet>();
        foreach (var versions in published.OrderBy(v => v.Number).GroupBy(v => v.RuleSetId))
        {
            // One that does not say what its hash says is none; whoever pinned it is told so.
            all.AddRange(
                versions
                    .Select(v => (v.Hash, Set: RuleSetText.Read(v.RuleSetId, v.Content)))
                    .Where(v => v.Set.Hash == v.Hash)
                    .Select(v => v.Set)
            );
            if (first.FirstOrDefault(r => r.Id == versions.Key) is { } begun)
            {
                all.Add(versions.Aggregate(begun, (set, version) => set.With(version.Parameter, version.Said)));
            }
        }

        return all;
    }
}
