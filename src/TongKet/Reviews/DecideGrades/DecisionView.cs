using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;

namespace TongKet.Reviews.DecideGrades;

/// <summary>A sheet as far as one body decides on it.</summary>
/// <param name="MetOn">When the cell or committee met over it.</param>
/// <param name="Others">The organization itself, its collective, its leaders, as far as this body decides on them.</param>
public sealed record DecisionLine(
    TreeNode Node,
    SheetState? State,
    DateOnly? MetOn,
    IReadOnlyList<Assessment> Members,
    IReadOnlyList<Assessment> Others,
    IReadOnlyList<string> ChildrenOpen
)
{
    public IEnumerable<Assessment> Lines => Members.Concat(Others);

    /// <summary>What the organization itself would be graded; null where another level decides that.</summary>
    public Assessment? Own => Others.FirstOrDefault(a => a.As == ReviewSubject.Organization);

    public bool IsDecided => Lines.Any() && Lines.All(a => a.IsDecided);

    public bool CanBeDecided => State == SheetState.Submitted && !IsDecided && ChildrenOpen.Count == 0;

    public int Of(Grade grade) => Members.Count(a => a.Effective == grade);

    public int Reasons => Members.Count(a => a.Effective == Grade.None);
}

/// <param name="Caps">The share of Excellent before anything more is decided: members, then each group of organizations.</param>
/// <param name="HasHalfVote">A session's vote was not entered twice yet: nothing of it counts.</param>
/// <param name="Unannounced">Decisions that only who proposed and who decided sees so far.</param>
public sealed record DecisionView(
    CycleWork Work,
    TreeNode Body,
    IReadOnlyList<DecisionLine> Lines,
    CapState? OfMembers,
    IReadOnlyList<CapState> OfOrganizations,
    IReadOnlyList<GradeDecision> Decisions,
    CapAllowances Allowances,
    bool HasHalfVote,
    bool MayDecide
)
{
    /// <summary>Documents for groups that nothing is in any more, as those that were given another name.</summary>
    public IEnumerable<CapAllowance> OfNobody =>
        Allowances.Entered.Where(a =>
            a is { IsInForce: true, As: ReviewSubject.Organization }
            && Lines.All(l => l.Own is null || CapGroups.KeyOf(Work.Rules, l.Node) != a.Group)
        );

    public IEnumerable<GradeDecision> Unannounced => Decisions.Where(d => d.AnnouncedOn is null);
}
