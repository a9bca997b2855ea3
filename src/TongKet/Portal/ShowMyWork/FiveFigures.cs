using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Figures.AnswerFigures;
using TongKet.Figures.ListRecords;
using TongKet.Store;
using TongKet.Targets;
using TongKet.Web;
using TongKet.Web.Components;

namespace TongKet.Portal.ShowMyWork;

/// <summary>The five figures of an organization that a leader asks for first, against target and against last year.</summary>
public sealed class FiveFigures(AppStore store, FiguresQuery figures)
{
    private const string Graded = "member_good_or_better_rate";

    private static readonly string[] OfOrganization =
    [
        "party_member_total",
        "grassroots_party_org_count",
        "new_member_count",
        Graded,
        TargetFigures.Completed,
    ];

    private static readonly string[] OfCell =
    [
        "party_member_total",
        "probationary_member_count",
        "new_member_count",
        Graded,
        TargetFigures.Completed,
    ];

    /// <summary>Null where the figures are not for the actor.</summary>
    /// <param name="closedYear">The last year with a closed roster: grades are shown of that year.</param>
    public async Task<(IReadOnlyList<FigureReading> Readings, FiguresView View)?> AskAsync(
        Actor actor,
        WorkQuestion question,
        int closedYear,
        CancellationToken cancel
    )
    {
        var id = question.Organization.Id;
        if (await figures.AskAsync(actor, id, question.Year, question.AsOf, cancel) is not { } view)
        {
            return null;
        }

        var graded = closedYear == question.Year ? view : await figures.AskAsync(actor, id, closedYear, null, cancel) ?? view;
        var measured = await TargetsRoom.MeasureAsync(store, view.Table, id, cancel);
        var codes =
            question.Organization.Kind.IsCell() || question.Organization.Version.Kind == OrganizationKind.PartyGroup
                ? OfCell
                : OfOrganization;
        return (
            [
                .. codes.Select(code =>
                    code == TargetFigures.Completed
                        ? Completed(view)
                        : Reading(code == Graded ? graded : view, code, measured, view)
                ),
            ],
            view
        );
    }

    private static FigureReading Reading(
        FiguresView of,
        string code,
        IReadOnlyList<(Target Target, TargetResult Result)> measured,
        FiguresView asked
    )
    {
        var answer = of[code];
        var isRate = answer.Unit == FigureUnit.Percent;
        var isOver = TargetRule.YearIsOver(of.Year, of.AsOf);
        var (target, _) = measured.FirstOrDefault(m =>
            m.Target.FigureCode == code && m.Target.Direction == TargetDirection.AtLeast
        );
        var result = target is null ? null : TargetRule.Measure(target, answer.Value);
        return new(
            of.Year == asked.Year
                ? answer.Name
                : Words.Get("portal.figure.of-year", answer.Name, of.Year.ToString(Words.Vietnamese)),
            answer.Value
        )
        {
            IsRate = isRate,
            BaseLabel = answer.BaseValue is null ? null : WithinSentence(Words.Get("figures." + answer.Base)),
            BaseValue = answer.BaseValue,
            // A share of the year before does not stand against the target of this year.
            Target = of.Year == asked.Year ? target?.AssignedValue : null,
            Achieved = isRate ? null : result?.DonePercent,
            AchievementText =
                isRate && target is not null && result is not null ? TargetWords.Achievement(target, result, isOver) : null,
            YearIsOver = isOver,
            Before = answer.LastYear,
            BeforeLabel =
                of.Table.LastYear is { } before && (answer.LastYear is not null || !answer.IsComparable)
                    ? Words.Get("portal.figure.last-year", VietnameseFormat.Date(before.On.Day))
                    : null,
            IsNotComparable = !answer.IsComparable,
            RecordsAddress = RecordsAddress.Of(code, of.Organization.Id, of.Year, of.AsOf),
            HoldsCountsOnly = answer.HoldsCountsOnly,
        };
    }

    private static string WithinSentence(string label) => char.ToLower(label[0], Words.Vietnamese) + label[1..];

    private static FigureReading Completed(FiguresView view) =>
        new(view[TargetFigures.Completed].Name, view[TargetFigures.Completed].Value)
        {
            BaseLabel = view[TargetFigures.Total].Value is null ? null : Words.Get("portal.figure.targets"),
            BaseValue = view[TargetFigures.Total].Value,
            RecordsAddress = RecordsAddress.Of(TargetFigures.Completed, view.Organization.Id, view.Year, view.AsOf),
        };
}
