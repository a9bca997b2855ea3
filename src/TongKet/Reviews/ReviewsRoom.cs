using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Members;
using TongKet.Domain.Organizations;
using TongKet.Domain.Regulations;
using TongKet.Domain.Reviews;
using TongKet.Figures;
using TongKet.Members;
using TongKet.Store;
using TongKet.Targets;
using TongKet.Web;

namespace TongKet.Reviews;

/// <summary>The annual review: grades of members and organizations, and the share of Excellent.</summary>
public static class ReviewsRoom
{
    public static void Register(IServiceCollection services)
    {
        services.AddSingleton(new FigureSet(GradeFigures.All));
        services.AddScoped<ShowExcellentCap.ExcellentCapQuery>();
        services.AddScoped<ShowGrades.GradesQuery>();
        services.AddScoped<CycleFinder>();
        services.AddScoped<YearRules>();
        services.AddScoped<ReviewRoster>();
        services.AddScoped<SheetRoom>();
        services.AddScoped<OpenCycle.CycleReadinessQuery>();
        services.AddScoped<OpenCycle.YearSoFarQuery>();
        services.AddScoped<OpenCycle.OpenCycleHandler>();
        services.AddScoped<FollowCycle.CycleQuery>();
        services.AddScoped<FollowCycle.CloseCycleHandler>();
        services.AddScoped<FillSheet.SheetLines>();
        services.AddScoped<LineConditions>();
        services.AddScoped<BegunLine>();
        services.AddScoped<WriteSelfReview.SelfPlaces>();
        services.AddScoped<WriteSelfReview.SelfDutiesQuery>();
        services.AddScoped<WriteSelfReview.SelfReviewQuery>();
        services.AddScoped<WriteSelfReview.WriteSelfReviewHandler>();
        services.AddScoped<RestateGrade.RestatementDesk>();
        services.AddScoped<RestateGrade.RestatementQuery>();
        services.AddScoped<RestateGrade.RestateGradeHandler>();
        services.AddScoped<HandleComplaint.ComplaintDesk>();
        services.AddScoped<HandleComplaint.ComplaintQuery>();
        services.AddScoped<HandleComplaint.OpenComplaintsQuery>();
        services.AddScoped<HandleComplaint.FileComplaintHandler>();
        services.AddScoped<HandleComplaint.AnswerComplaintHandler>();
        services.AddScoped<CriteriaFinder>();
        services.AddScoped<ScoreCriteria.CriteriaQuery>();
        services.AddScoped<ScoreCriteria.SheetCriteriaQuery>();
        services.AddScoped<ScoreCriteria.CriterionRows>();
        services.AddScoped<ScoreOneself.OwnCriteriaQuery>();
        services.AddScoped<ScoreOneself.ScoreOneselfHandler>();
        services.AddScoped<ScoreCriteria.ScoreCriteriaHandler>();
        services.AddScoped<KeepPeers.PeersQuery>();
        services.AddScoped<KeepPeers.SavePeersHandler>();
        services.AddScoped<SetCriteria.LocalCriteriaQuery>();
        services.AddScoped<SetCriteria.SetCriteriaHandler>();
        services.AddScoped<RecordFacts.FactsQuery>();
        services.AddScoped<RecordFacts.RecordFactsHandler>();
        services.AddScoped<FillSheet.SheetGate>();
        services.AddScoped<FillSheet.SheetQuery>();
        services.AddScoped<SuggestExcellent.SuggestionQuery>();
        services.AddScoped<SuggestExcellent.SuggestExcellentHandler>();
        services.AddScoped<FillSheet.SaveSheetHandler>();
        services.AddScoped<KeepResidence.ResidenceQuery>();
        services.AddScoped<KeepResidence.CommentsElsewhereQuery>();
        services.AddScoped<KeepResidence.SaveCommentsHandler>();
        services.AddScoped<KeepResidence.AddContactHandler>();
        services.AddScoped<EnterBallot.BallotQuery>();
        services.AddScoped<EnterBallot.EnterBallotHandler>();
        services.AddScoped<EnterSessionBallot.SessionBallotQuery>();
        services.AddScoped<EnterSessionBallot.EnterSessionBallotHandler>();
        services.AddScoped<EnterSessionBallot.DropSessionEntryHandler>();
        services.AddScoped<DecideGrades.DecisionQuery>();
        services.AddScoped<DecideGrades.OverCapQuery>();
        services.AddScoped<DecideGrades.NoteDecisionHandler>();
        services.AddScoped<DecideGrades.ReturnSheetHandler>();
        services.AddScoped<DecideGrades.DecideGradesHandler>();
        services.AddScoped<DecideGrades.AnnounceGradesHandler>();
        services.AddScoped<AllowOverCap.AllowanceQuery>();
        services.AddScoped<AllowOverCap.AllowOverCapHandler>();
        services.AddScoped<AllowOverCap.WithdrawAllowanceHandler>();
        services.AddSingleton(new TargetConflict(ExcellentTargetRule.Find));
        services.AddSingleton(
            new MenuEntry(5, "reviews.menu", "/xep-loai", "award", Acts.SeeGrades.Code)
            {
                Also = ["/kiem-diem", "/ty-le-khong-che"],
            }
        );
        services.AddSingleton<RecordSource>(Roster);
        services.AddSingleton<RecordSource>(Rated);
        services.AddScoped<ShowMemberGrades.MemberGradesQuery>();
        services.AddSingleton(new MemberSection(10, typeof(ShowMemberGrades.MemberGrades)));
    }

    internal static readonly RecordSource<RosterEntry> Roster = new(
        GradeFigures.Roster,
        (store, on) =>
        {
            var (rosterOn, year) = (on.RosterOn, on.Year);
            return store
                .Set<Stay>()
                .AsNoTracking()
                .Where(s => s.FromOn <= rosterOn && (s.ToOn == null || s.ToOn > rosterOn))
                .LeftJoin(
                    store.Set<MemberGrade>().Where(g => g.Year == year),
                    s => s.MemberId,
                    g => g.MemberId,
                    (s, g) =>
                        new RosterEntry
                        {
                            Stay = s,
                            CellId = s.CellId,
                            GradeId = g == null ? null : g.Id,
                            Grade = g == null ? Grade.None : g.Grade,
                            Reason = g == null ? NoGradeReason.None : g.Reason,
                        }
                );
        },
        ListAsync
    )
    {
        NamesPersons = _ => true,
        TouchedBy =
        [
            Touch.AtItsOrganization<Stay>(),
            // A grade counts where he stood when the roster was closed, whatever cell reviewed him.
            Touch.At<MemberGrade>(
                (store, ids) =>
                    store
                        .Set<MemberGrade>()
                        .Where(g => ids.Contains(g.Id))
                        .Join(store.Set<Stay>(), g => g.MemberId, s => s.MemberId, (g, s) => new TouchedPlace(g.Id, s.CellId))
            ) with
            {
                IsOfYear = true,
            },
        ],
    };

    private static readonly RecordSource<RatedOrganization> Rated = new(
        GradeFigures.Rated,
        (store, on) =>
        {
            var (rosterOn, year) = (on.RosterOn, on.Year);
            return store
                .Set<OrganizationVersion>()
                .AsNoTracking()
                .Where(v => v.FromOn <= rosterOn && (v.ToOn == null || v.ToOn > rosterOn))
                .LeftJoin(
                    store.Set<OrganizationGrade>().Where(g => g.Year == year),
                    v => v.OrganizationId,
                    g => g.OrganizationId,
                    (v, g) =>
                        new RatedOrganization
                        {
                            Version = v,
                            OrganizationId = v.OrganizationId,
                            Kind = v.Kind,
                            GradeId = g == null ? null : g.Id,
                            Grade = g == null ? Grade.None : g.Grade,
                            Reason = g == null ? NoGradeReason.None : g.Reason,
                        }
                );
        },
        async (_, rows, _, on, cancel) =>
            [
                .. (
                    await rows.Select(r => new
                        {
                            r.OrganizationId,
                            r.Version.Name,
                            r.Version.Code,
                        })
                        .ToListAsync(cancel)
                ).Select(o => new RecordLine(
                    o.OrganizationId,
                    o.Name,
                    o.Code,
                    o.OrganizationId,
                    on.RosterOn,
                    $"/to-chuc/{o.OrganizationId}",
                    false
                )),
            ]
    )
    {
        TouchedBy =
        [
            Touch.AtItsOrganization<OrganizationVersion>(),
            Touch.AtItsOrganization<OrganizationGrade>() with
            {
                IsOfYear = true,
            },
        ],
    };

    private static async Task<IReadOnlyList<RecordLine>> ListAsync(
        AppStore store,
        IQueryable<RosterEntry> entries,
        CountFigure figure,
        AsOf on,
        CancellationToken cancel
    )
    {
        var listed = await entries
            .OrderBy(e => e.Stay.Member!.RegisterOrder)
            .ThenBy(e => e.Stay.MemberId)
            .Select(e => new
            {
                e.Stay.MemberId,
                e.Stay.Member!.FullName,
                e.Stay.Member.CitizenId,
                e.CellId,
            })
            .ToListAsync(cancel);
        return
        [
            .. listed.Select(e => new RecordLine(
                e.MemberId,
                e.FullName,
                e.CitizenId,
                e.CellId,
                on.RosterOn,
                string.Create(CultureInfo.InvariantCulture, $"/dang-vien/{e.MemberId}"),
                true
            )),
        ];
    }
}
