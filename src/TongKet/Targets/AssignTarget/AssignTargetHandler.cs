using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Organizations;
using TongKet.Domain.Targets;
using TongKet.Domain.Values;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Targets.AssignTarget;

/// <param name="Id">The target that is changed; null for a new one.</param>
/// <param name="FigureCode">The figure that measures it; null where the result comes by hand.</param>
public sealed record AssignTargetCommand(
    long? Id,
    long OrganizationId,
    int Year,
    string Code,
    string Name,
    string Unit,
    TargetDirection? Direction,
    decimal? Value,
    string? FigureCode,
    string? BaseName,
    string? Note
);

/// <summary>Assigns a target to an organization or a body for a year, or changes one.</summary>
public sealed class AssignTargetHandler(
    AppStore store,
    TreeReader trees,
    Catalogue catalogue,
    RecordIds ids,
    ChangeLog log,
    TimeProvider clock
)
{
    public async Task<Outcome<Target>> HandleAsync(AssignTargetCommand command, Actor actor, CancellationToken cancel)
    {
        await using var transaction = await log.BeginAloneAsync(cancel);
        var there = command.Id is { } id ? await store.Set<Target>().FindAsync([id], cancel) : null;
        var (organizationId, year) = (there?.OrganizationId ?? command.OrganizationId, there?.Year ?? command.Year);
        var day = PageContext.UsualAsOf(year, VietnameseFormat.DayOf(clock.GetUtcNow()));
        if (
            (command.Id is not null && there is null)
            || !ScopeRule.May(actor, Acts.ChangeTargets, await trees.ReadAsync(day, cancel), organizationId)
        )
        {
            return new Refusal("target.not-found");
        }

        var target =
            there
            ?? new Target
            {
                Id = await ids.NextAsync(cancel),
                OrganizationId = organizationId,
                Year = year,
                Code = VietnameseText.Tidy(command.Code),
                Name = "",
                Unit = "",
            };
        var figure = catalogue.Find(command.FigureCode ?? "");
        var tooLong = CheckTexts(command, there);
        Fill(target, command, figure);
        var others = await TargetsRoom.OfYearAsync(store, organizationId, year, cancel);
        List<Refusal> refusals =
        [
            .. command.Direction is null ? [new Refusal("target.direction.missing")] : Array.Empty<Refusal>(),
            .. command.Value is null ? [new Refusal("target.value.missing")] : Array.Empty<Refusal>(),
            .. TargetCheck.Check(target, figure, others),
            .. tooLong,
        ];
        if (refusals.Count > 0)
        {
            return new(null, refusals);
        }

        if (there is null)
        {
            store.Add(target);
        }

        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            there is null ? "targets.assign" : "targets.change",
            [new(target, target.Id, target.OrganizationId, target.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return target;
    }

    /// <summary>What a file brought may be longer, and stays until it is typed anew.</summary>
    private static List<Refusal> CheckTexts(AssignTargetCommand command, Target? was) =>
        [
            .. new[]
            {
                Target.CodeLength.Check(was is null ? command.Code : null),
                Target.NameLength.Check(command.Name, was?.Name),
                Target.UnitLength.Check(command.Unit, was?.Unit),
                Target.BaseNameLength.Check(command.BaseName, was?.BaseName),
                Target.NoteLength.Check(command.Note, was?.Note),
            }.OfType<Refusal>(),
        ];

    private static void Fill(Target target, AssignTargetCommand command, Figure? figure)
    {
        (target.Name, target.Unit) = (VietnameseText.Tidy(command.Name), VietnameseText.Tidy(command.Unit));
        (target.Direction, target.AssignedValue) = (command.Direction ?? target.Direction, command.Value ?? 0m);
        (target.FigureCode, target.BaseName, target.Note) = (
            Text(command.FigureCode),
            Text(command.BaseName),
            Text(command.Note)
        );
        if (target.Unit.Length == 0 && figure?.Unit == FigureUnit.Percent)
        {
            target.Unit = "%";
        }

        if (target.FigureCode is not null)
        {
            // Two results of one target would contradict each other.
            (target.ManualResult, target.BaseName) = (null, null);
        }
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : VietnameseText.Tidy(typed);
}
