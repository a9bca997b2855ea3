using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Regulations;
using TongKet.Store;

namespace TongKet.Regulations.ShowRuleSet;

/// <summary>One version that was published: what it says, why, when and by whom.</summary>
public sealed record VersionView(int Number, ParameterInWords Said, string Reason, DateTimeOffset At, string By, string Hash);

/// <param name="Set">The version that was asked for, else the newest.</param>
/// <param name="IsPinned">It is not the newest any more: who pinned it goes on under it, nobody else.</param>
/// <param name="Versions">The newest first; none where only what came with the program is there.</param>
/// <param name="MayPublish">He may confirm or change a parameter.</param>
public sealed record RuleSetView(
    RuleSet Set,
    bool IsInForce,
    bool IsPinned,
    IReadOnlyList<(string Section, IReadOnlyList<ParameterInWords> Parameters)> Sections,
    IReadOnlyList<VersionView> Versions,
    bool MayPublish
);

/// <summary>One document as its newest version, or one that was pinned, has it, with all that was published of it.</summary>
public sealed class RuleSetQuery(AppStore store, RuleBook rules)
{
    /// <summary>Null where there is no such document, or no such version of it.</summary>
    /// <param name="hash">A version that somebody pinned; null asks for the newest.</param>
    public async Task<RuleSetView?> AskAsync(Actor actor, string id, string? hash, DateOnly on, CancellationToken cancel)
    {
        var newest = rules.All.FirstOrDefault(r => r.Id == id);
        if ((hash is null ? newest : rules.Find(id, hash).Value) is not { } set)
        {
            return null;
        }

        var isPinned = newest?.Hash != set.Hash;

        var versions = await store
            .Set<RuleSetVersion>()
            .AsNoTracking()
            .Where(v => v.RuleSetId == id)
            .OrderByDescending(v => v.Number)
            .ToListAsync(cancel);
        return new(
            set,
            !isPinned && rules.InForce(set.Subject, on).Id == id,
            isPinned,
            [
                .. ParameterShapes
                    .InOrder(set)
                    .GroupBy(p => p.Place.Section)
                    .Select(g =>
                        (
                            ParameterInWords.SectionOf(g.First().Place),
                            (IReadOnlyList<ParameterInWords>)[.. g.Select(p => ParameterInWords.Of(p.Place.Name, p.Parameter))]
                        )
                    ),
            ],
            [
                .. versions.Select(v => new VersionView(
                    v.Number,
                    ParameterInWords.Of(v.Parameter, v.Said),
                    v.Reason,
                    v.PublishedAt,
                    v.PublishedBy,
                    v.Hash
                )),
            ],
            !isPinned && actor.MayOnSystem(Acts.PublishRules)
        );
    }
}
