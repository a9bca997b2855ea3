using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Web;

namespace TongKet.Demo;

/// <summary>
/// The review of the running year, opened in November: some cells have met and sent in their sheets, some are at it, some
/// had theirs sent back, the rest have not begun.
/// </summary>
internal sealed class ReviewKeeper(World world)
{
    private const ulong SeedOfItsOwn = 20_261_120;
    private const int MonthOfOpening = 11;
    private const int MonthOfDecisions = 12;
    private const int FewestOfACommonSize = 18;

    /// <summary>Its own, so that everything else comes out as it did before there were reviews.</summary>
    private readonly Chance chance = new(SeedOfItsOwn);

    public void Plan()
    {
        var opening = new DateOnly(world.Time.Today.Year, MonthOfOpening, 1);
        world.Time.On(opening, Open);
    }

    private void Open(DateOnly on)
    {
        var top = world.Register.Open.First(u => u.Now.Kind == OrganizationKind.ProvincialOrganization);
        var rosterOn = new DateOnly(on.Year, MonthOfDecisions, DateTime.DaysInMonth(on.Year, MonthOfDecisions));
        var set = world.Rules.InForce(RuleBook.AnnualReview, rosterOn);
        var cycle = new ReviewCycle
        {
            Id = world.NextId(),
            OrganizationId = top.Id,
            Kind = CycleKind.Year,
            Year = on.Year,
            Name = Words.Get("reviews.cycle.name.year", on.Year.ToString(Words.Vietnamese)),
            RosterOn = rosterOn,
            RuleSet = set.Id,
            RuleSetHash = set.Hash,
            OpenedOn = on,
            CellsDueOn = rosterOn.AddDays(-21),
            GrassrootsDueOn = rosterOn.AddDays(-11),
            DecidedDueOn = rosterOn.AddMonths(1),
        };
        world.Records.Cycles.Add(cycle);
        world.Records.KeptRules.Add(KeptRuleSet.Of(set, world.NextId()));
        world.Time.On(on.AddDays(17), met => Meet(cycle, met));
    }

    private void Meet(ReviewCycle cycle, DateOnly on)
    {
        var halfDone = new HashSet<Unit?>();
        foreach (var cell in world.Register.Cells.Where(c => c.Members.Count > 0).ToList())
        {
            // In every commune one village of a common size is in the middle of it, for who tries the program.
            if (cell is { Site: "village", Members.Count: >= FewestOfACommonSize } && halfDone.Add(cell.Parent))
            {
                Fill(cycle, cell, on.AddDays(-1), SheetState.InWork);
                continue;
            }

            var part = chance.Fraction();
            if (part < 0.35)
            {
                continue;
            }

            var state =
                part < 0.5 ? SheetState.InWork
                : part < 0.56 ? SheetState.Returned
                : SheetState.Submitted;
            Fill(cycle, cell, on.AddDays(-chance.Below(9)), state);
        }
    }

    private void Fill(ReviewCycle cycle, Unit cell, DateOnly metOn, SheetState state)
    {
        var sheet = new ReviewSheet
        {
            Id = world.NextId(),
            CycleId = cycle.Id,
            OrganizationId = cell.Id,
            State = state,
            MetOn = metOn,
            MinutesNumber = $"{chance.Between(8, 19)}-BB/CB",
            SubmittedOn = state == SheetState.Submitted ? metOn : null,
            ReturnedWhy = state == SheetState.Returned ? Words.Get("demo.review.returned") : null,
            Revision = 1,
        };
        world.Records.Sheets.Add(sheet);
        // Half done: the meeting went as far as the middle of the list.
        var done = state == SheetState.InWork ? cell.Members.Count / 2 : cell.Members.Count;
        foreach (var person in cell.Members.Take(done))
        {
            var reason = GradeKeeper.ReasonInTheRegister(person, cycle.RosterOn);
            var grade = reason is null ? Pick() : Grade.None;
            Write(sheet, person.Record.Id, ReviewSubject.Member, grade, reason ?? NoGradeReason.None);
        }

        if (state != SheetState.InWork)
        {
            Write(
                sheet,
                null,
                ReviewSubject.Organization,
                chance.Happens(0.12) ? Grade.Excellent : Grade.Good,
                NoGradeReason.None
            );
        }
    }

    private Grade Pick() =>
        chance.Happens(0.14) ? Grade.Excellent
        : chance.Happens(0.94) ? Grade.Good
        : Grade.Completed;

    private void Write(ReviewSheet sheet, long? member, ReviewSubject subject, Grade grade, NoGradeReason reason) =>
        world.Records.Assessments.Add(
            new()
            {
                Id = world.NextId(),
                CycleId = sheet.CycleId,
                SheetId = sheet.Id,
                OrganizationId = sheet.OrganizationId,
                As = subject,
                MemberId = member,
                Self = grade,
                Proposed = grade,
                ProposedReason = reason,
            }
        );
}
