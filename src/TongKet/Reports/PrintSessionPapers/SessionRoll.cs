using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Reviews;
using TongKet.Web;

namespace TongKet.Reports.PrintSessionPapers;

/// <summary>A line of a sheet as the papers of a session name it.</summary>
/// <param name="Name">Of a person his name, of a collective and an organization what it is called.</param>
/// <param name="Post">The person's first post on the day of the roster; null where there is none.</param>
public sealed record SessionLine(Assessment Of, string Name, string? Post)
{
    public ReviewSubject As => Of.As;

    /// <summary>What the share of Excellent counts: what is decided, else what is proposed.</summary>
    public Grade Counted => Of.IsDecided ? Of.Decided : Of.Proposed;
}

/// <summary>An organization whose sheet the body decides on, with the lines that are its to decide.</summary>
/// <param name="Group">The key of the group within which its share of Excellent is kept.</param>
public sealed record SessionUnit(TreeNode Node, string Group, SheetState? State, IReadOnlyList<SessionLine> Lines)
{
    /// <summary>It was sent in, so its proposals may be read out; a draft stays with who writes it.</summary>
    public bool IsThere => State is SheetState.Submitted or SheetState.Decided;

    public IEnumerable<SessionLine> As(ReviewSubject subject) => Lines.Where(line => line.As == subject);
}

/// <summary>Who issues a paper: the committee with what stands above it.</summary>
public sealed record SessionBody(TreeNode Node, TreeNode? Superior)
{
    public ReportIssuer Issuer { get; } = IssuerOf(Node, Superior);

    /// <summary>The commission of the committee whose name says that it advises on organizations.</summary>
    public static TreeNode? AdviserOf(CycleWork work, TreeNode body) =>
        work
            .Tree.Children(body)
            .FirstOrDefault(n =>
                !n.HasEnded
                && n.Kind == OrganizationKind.Commission
                && Array.Exists(
                    Words.Get("reports.session.adviser-names").Split('|'),
                    name => n.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                )
            );

    private static ReportIssuer IssuerOf(TreeNode node, TreeNode? superior)
    {
        var issuer = ReportIssuer.Of(node.Kind, node.Name, superior?.Kind, superior?.Name);
        // A committee signs where the one above it sits, as far as its own name does not tell.
        return superior is null
            ? issuer
            : issuer with
            {
                Place = issuer.Place ?? ReportIssuer.Of(superior.Kind, superior.Name).Place,
            };
    }
}

/// <summary>What one decision says of one organization: a page of the notices.</summary>
public sealed record SessionNotice(GradeDecision Decision, SessionBody Body, TreeNode Unit, IReadOnlyList<SessionLine> Lines);

/// <summary>All that the papers of one body's session are written from.</summary>
/// <param name="Adviser">The commission that appraises and proposes; null where none is recorded under the committee.</param>
/// <param name="Format">Of the last document that the session gave out, or of today.</param>
public sealed record SessionRoll(
    CycleWork Work,
    SessionBody Body,
    TreeNode? Adviser,
    IReadOnlyList<SessionUnit> Units,
    IReadOnlyList<CapState> Caps,
    IReadOnlyList<GradeDecision> Decisions,
    DocumentFormat Format
)
{
    public IReadOnlyList<SessionUnit> There { get; } = [.. Units.Where(unit => unit.IsThere)];

    /// <summary>Units not sent in: every one is named with where it stands and until when it was due.</summary>
    public IReadOnlyList<SessionUnit> Outstanding { get; } = [.. Units.Where(unit => !unit.IsThere)];

    public IEnumerable<SessionLine> Lines(ReviewSubject subject) => There.SelectMany(unit => unit.As(subject));

    /// <summary>A page for each organization that a decision speaks of, decision after decision.</summary>
    public IEnumerable<SessionNotice> Notices =>
        from decision in Decisions
        from unit in Units
        let lines = unit.Lines.Where(line => line.Of.DecisionId == decision.Id).ToList()
        where lines.Count > 0
        select new SessionNotice(decision, Body, unit.Node, lines);

    public RuleSet Rules => Work.Rules;
}

/// <summary>What was announced to an organization: all that it and those who stand above it may read of its session.</summary>
public sealed record UnitNotices(CycleWork Work, TreeNode Unit, IReadOnlyList<SessionNotice> Notices, DocumentFormat Format);
