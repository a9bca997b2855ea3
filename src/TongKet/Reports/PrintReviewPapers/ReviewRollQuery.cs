using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Organizations;
using TongKet.Reviews;
using TongKet.Reviews.EnterBallot;
using TongKet.Reviews.FillSheet;
using TongKet.Reviews.KeepResidence;
using TongKet.Reviews.ScoreCriteria;
using TongKet.Reviews.WriteSelfReview;
using TongKet.Store;

namespace TongKet.Reports.PrintReviewPapers;

/// <summary>The members of a cell for the papers of its review.</summary>
public sealed class ReviewRollQuery(
    TreeReader trees,
    RuleBook rules,
    CycleFinder cycles,
    BallotQuery ballots,
    SelfReviewQuery selfReviews,
    SheetCriteriaQuery criteria,
    ResidenceQuery residence,
    CommentsElsewhereQuery elsewhere,
    YearRules yearRules,
    RollLines rolls
)
{
    /// <summary>The organization with the cells to choose from; null where it is not on that day's tree or out of reach.</summary>
    public async Task<PaperCells?> CellsAsync(Actor actor, long organizationId, DateOnly on, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(on, cancel);
        if (
            tree.Find(organizationId) is not { HasEnded: false } node
            || !ScopeRule.May(actor, Acts.PrintReviewPapers, tree, node)
        )
        {
            return null;
        }

        // Above the grassroots one goes down step by step; below, every cell is at hand.
        var below = node.Kind.IsAboveGrassroots() ? tree.Children(node) : tree.Subtree(node).Where(n => n.Kind.IsCell());
        return new(
            node,
            node.Kind.IsCell() ? [] : [.. below.Where(n => !n.HasEnded && n.Id != node.Id && n.Kind.IsPartyOrganization())]
        );
    }

    /// <summary>Null where it is no cell of that day, sends no names, or is out of reach.</summary>
    public async Task<ReviewRoll?> AskAsync(Actor actor, long cellId, int year, DateOnly on, CancellationToken cancel)
    {
        var tree = await trees.ReadAsync(on, cancel);
        if (
            tree.Find(cellId) is not { HasEnded: false } cell
            || !cell.Kind.IsCell()
            || cell.Version.CountsOnly
            || !ScopeRule.May(actor, Acts.PrintReviewPapers, tree, cell)
        )
        {
            return null;
        }

        var covering = await cycles.CoveringAsync(cellId, year, on, cancel);
        var cycle = covering.FirstOrDefault(c => c.Kind == CycleKind.Year);
        var review = yearRules.Of(cycle, year);
        // The vote in the year's review is for who proposes and who decides; to nobody else is it there.
        var voted = cycle is null ? null : await ballots.AskAsync(actor, cycle.Id, cellId, 1, cancel);
        var contacts = await residence.AskAsync(actor, cellId, on, year, cancel);
        var lines = await rolls.OfCellAsync(cell, tree, year, on, review, cancel);
        return new(
            cell,
            tree.Parent(cell) is { } above ? tree.PartyOrganizationOf(above) : null,
            year,
            on,
            ReviewForms.Of(review),
            DocumentFormats.InForce(rules, on),
            lines
        )
        {
            Vote = voted?.Desk.First,
            SecondVote = voted?.Desk.Second,
            Criteria = await criteria.AskAsync(actor, cycle, tree, cell, (year, review), cancel),
            Typed = cycle is null ? [] : await selfReviews.OfSheetAsync(actor, cycle, cellId, cancel),
            Contacts = contacts?.Lines ?? [],
            Elsewhere = await elsewhere.AskAsync(contacts is null ? [] : [.. lines.Select(l => l.MemberId)], year, cancel),
        };
    }
}

/// <summary>Where to choose a cell from.</summary>
public sealed record PaperCells(TreeNode Organization, IReadOnlyList<TreeNode> Below);
