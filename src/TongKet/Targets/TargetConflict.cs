using TongKet.Domain.Regulations;
using TongKet.Domain.Targets;
using TongKet.Domain.Values;

namespace TongKet.Targets;

/// <summary>
/// Says where the wording of a target disagrees with a regulation: it is warned of, never blocked, for the committee
/// decides. Registered by the room that knows the rule.
/// </summary>
public sealed record TargetConflict(Func<RuleBook, Target, Refusal?> Find);
