using TongKet.Domain.Organizations;
using TongKet.Domain.Reviews;
using TongKet.Domain.Values;

namespace TongKet.Reviews.DecideGrades;

/// <summary>What stands against a decision, each in a sentence that says what to do.</summary>
internal static class DecisionCheck
{
    private const int Named = 5;

    public static IEnumerable<Refusal> Papers(DecideGradesCommand command, CycleWork work, int sheets)
    {
        if (work.Cycle.ClosedOn is { } closed)
        {
            yield return new("review.cycle.closed", null, closed);
        }

        if (string.IsNullOrWhiteSpace(command.Body))
        {
            yield return new("review.decision.body.missing");
        }

        if (command.DecidedOn is not { } on)
        {
            yield return new("review.decision.day.missing");
        }
        else if (on > work.Today)
        {
            yield return new("review.decision.day.to-come");
        }

        if (string.IsNullOrWhiteSpace(command.Number))
        {
            yield return new("review.decision.number.missing");
        }

        if (sheets == 0)
        {
            yield return new("review.decision.nothing");
        }
    }

    public static IEnumerable<Refusal> Sheets(IReadOnlyList<DecisionLine> chosen, DateOnly? decidedOn)
    {
        if (chosen.Where(l => l.MetOn > decidedOn).MaxBy(l => l.MetOn) is { } later)
        {
            yield return new("review.decision.day.before-meeting", null, later.Node.Name, later.MetOn!);
        }

        var early = chosen.Where(l => l.State != SheetState.Submitted).Select(l => l.Node.Name).ToList();
        if (early.Count > 0)
        {
            yield return new("review.decision.not-submitted", null, early.Count, Names(early));
        }

        foreach (var line in chosen.Where(l => l.Own is { LacksDecision: true }))
        {
            yield return new("review.decision.no-grade", null, line.Node.Name, 1, line.Node.Name);
        }

        foreach (var line in chosen.Where(l => l.ChildrenOpen.Count > 0))
        {
            yield return new(
                "review.decision.children-open",
                null,
                line.Node.Name,
                line.ChildrenOpen.Count,
                Names(line.ChildrenOpen)
            );
        }
    }

    /// <summary>
    /// Who moved away since the sheet was sent, and who came: the cell accounts for them first. Whom the cell's vote gave no
    /// grade, the session gives one.
    /// </summary>
    public static IEnumerable<Refusal> Roster(IReadOnlyList<DecisionLine> chosen, IReadOnlyList<RosterMember> roster)
    {
        var there = roster.ToLookup(m => m.CellId);
        foreach (var line in chosen.Where(l => l.Members.Count > 0))
        {
            var onSheet = line.Members.Select(a => a.MemberId!.Value).ToHashSet();
            var gone = onSheet.Except(there[line.Node.Id].Select(m => m.Member.Id)).Count();
            var lacking = there[line.Node.Id].Where(m => !onSheet.Contains(m.Member.Id)).Select(m => m.Name).ToList();
            if (gone > 0)
            {
                yield return new("review.decision.moved-away", null, line.Node.Name, gone);
            }

            if (lacking.Count > 0)
            {
                yield return new("review.decision.not-on-sheet", null, line.Node.Name, lacking.Count, Names(lacking));
            }

            var undecided = line
                .Members.Where(a => (a.GoesUpUndecided && !a.IsNoted) || a.LacksDecision)
                .Select(a => a.MemberId)
                .ToHashSet();
            var open = there[line.Node.Id].Where(m => undecided.Contains(m.Member.Id)).Select(m => m.Name).ToList();
            if (open.Count > 0)
            {
                yield return new("review.decision.no-grade", null, line.Node.Name, open.Count, Names(open));
            }
        }
    }

    /// <summary>The share of Excellent within each group, of what was decided before and what would be now.</summary>
    public static IEnumerable<Refusal> Shares(
        DecideGradesCommand command,
        CycleWork work,
        TreeNode body,
        IReadOnlyList<DecisionLine> all,
        IReadOnlyList<DecisionLine> chosen,
        CapAllowances allowances
    )
    {
        var counted = all.Select(l => (Line: l, IsNow: chosen.Contains(l))).ToList();
        var members = counted.SelectMany(c => c.Line.Members.Where(a => c.IsNow || a.IsDecided)).Select(a => a.Effective);
        var groups = DecisionQuery
            .GroupsOf(work, counted.Where(c => c.IsNow || c.Line.Own?.IsDecided == true).Select(c => c.Line))
            .Select(g => SheetRoom.OfGroup(work, g.Key, g.Select(l => l.Own!.Effective), allowances));
        var states = groups.Prepend(SheetRoom.OfMembers(work, body, members, allowances));
        foreach (var over in states.Where(s => s.Room < 0))
        {
            // A document that names no other share explains, where the rule set warns, and gives no more room.
            var isKnown = !over.Rules.Blocks && (command.KnowsOver || over.Allowance is { Kind: CapAllowanceKind.Excess });
            if (!isKnown)
            {
                yield return new(
                    over.Allowance is null ? "review.decision.over-cap" : "review.decision.over-exception",
                    over.Rules.Article,
                    over.Name,
                    over.Group.Excellent,
                    over.InForce.Limit,
                    -over.Room
                );
            }
        }
    }

    private static string Names(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(Named)) + (names.Count > Named ? ", …" : "");
}
