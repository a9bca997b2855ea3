namespace TongKet.Domain.Regulations;

/// <summary>
/// The whole text of a rule set that a review was opened under. A later program may come with a corrected file; what was
/// pinned is then still found here, word for word. Never changed, never taken out, and in force for nobody else.
/// </summary>
public sealed class KeptRuleSet
{
    public long Id { get; init; }

    /// <summary>Folder name of the document under regulations/.</summary>
    public required string RuleSetId { get; init; }

    /// <summary>That of <see cref="Content"/>.</summary>
    public required string Hash { get; init; }

    /// <summary>The whole rule set (<see cref="RuleSetText"/>).</summary>
    public required string Content { get; init; }

    public static KeptRuleSet Of(RuleSet set, long id) =>
        new()
        {
            Id = id,
            RuleSetId = set.Id,
            Hash = set.Hash,
            Content = RuleSetText.Of(set),
        };

    /// <summary>Null where it does not say what its hash says: then it is none.</summary>
    public RuleSet? Read() => RuleSetText.Read(RuleSetId, Content) is var set && set.Hash == Hash ? set : null;
}
