using System.Data.Common;
using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Regulations;
using TongKet.Domain.Values;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Exchange.ReceiveFolder;
using TongKet.Organizations;
using TongKet.Store;
using TongKet.Web;

namespace TongKet.Exchange.ImportWorkbook;

/// <param name="PreviewOnly">Says what would happen and writes nothing.</param>
/// <param name="ExpectedPlan">The plan that was shown; if the records have changed since, nothing is written.</param>
public sealed record ImportWorkbookCommand(ReceivedWorkbook File, bool PreviewOnly = false, string? ExpectedPlan = null);

/// <summary>
/// Imports an office's workbook: all of it or nothing. What is wrong in the file is part of the result; refused is what
/// does not depend on the file.
/// </summary>
public sealed class ImportWorkbookHandler(
    AppStore store,
    RecordIds ids,
    BulkWriter bulk,
    ChangeLog log,
    RuleBook book,
    Catalogue figures,
    TreeReader trees,
    DeliveryBook deliveries,
    TimeProvider clock,
    ILogger<ImportWorkbookHandler> logger
)
{
    public const string Act = "exchange.import";

    private static readonly Action<ILogger, Exception?> NotWritten = LoggerMessage.Define(
        LogLevel.Error,
        new(1, nameof(NotWritten)),
        "An import was rolled back."
    );

    public async Task<Outcome<ImportResult>> HandleAsync(ImportWorkbookCommand command, Actor actor, CancellationToken cancel)
    {
        var workbook = command.File.Workbook;
        if (!actor.IsOperator && !actor.GrantsFor(Acts.ImportWorkbooks).Any())
        {
            return new Refusal("exchange.import.not-allowed");
        }

        if (workbook.Refused is not null || workbook.Year is null)
        {
            return new ImportResult(
                workbook.FileName,
                workbook.Year,
                false,
                Issues(workbook, true),
                Issues(workbook, false),
                [],
                ""
            );
        }

        var scope = await ImportScope.OfAsync(actor, trees, workbook, VietnameseFormat.DayOf(clock.GetUtcNow()), cancel);
        if (command.PreviewOnly)
        {
            return await PreviewAsync(workbook, scope, cancel);
        }

        try
        {
            // What the file alone shows to be wrong needs no transaction.
            var outcome = workbook.HasErrors
                ? await PreviewAsync(workbook, scope, cancel)
                : await ApplyAsync(command, workbook, actor, scope, cancel);
            if (outcome.Value is { Applied: false } result)
            {
                await deliveries.NoteAsync(command.File, result, actor, cancel);
            }

            return outcome;
        }
        catch (Exception e) when (e is DbException or LinesNotComposedException)
        {
            // Disk full, connection lost, the database busy for too long: the transaction is gone, and with it all of it.
            NotWritten(logger, e);
            return new Refusal("exchange.import.not-written");
        }
    }

    private async Task<Outcome<ImportResult>> ApplyAsync(
        ImportWorkbookCommand command,
        Workbook workbook,
        Actor actor,
        ImportScope scope,
        CancellationToken cancel
    )
    {
        var year = workbook.Year!.Value;
        // Planned again within the transaction: another import may have come in between.
        await using var transaction = await log.BeginAloneAsync(cancel);
        var known = await new KnownRecordsQuery(store).ReadAsync(workbook, year, cancel);
        var plan = ImportPlan.Make(workbook, year, known, new(book, figures), scope, new IdsOnDemand(ids, RowsOf(workbook)).Next);
        var result = Result(workbook, plan, applied: !plan.Issues.HasErrors);
        if (!result.Applied)
        {
            return result;
        }

        if (command.ExpectedPlan is not null && command.ExpectedPlan != result.PlanDigest)
        {
            return new Refusal("exchange.import.changed-since-preview");
        }

        if (plan.Writes.Count > 0)
        {
            await plan.Writes.SaveAsync(bulk, log, new(actor.AccountId, actor.Name), year, cancel);
        }

        if (await deliveries.NoteAsync(command.File, result, actor, cancel) || plan.Writes.Count > 0)
        {
            await transaction.CommitAsync(cancel);
        }

        return result;
    }

    private async Task<Outcome<ImportResult>> PreviewAsync(Workbook workbook, ImportScope scope, CancellationToken cancel)
    {
        var year = workbook.Year!.Value;
        var known = await new KnownRecordsQuery(store).ReadAsync(workbook, year, cancel);
        var passing = 0L;
        var plan = ImportPlan.Make(workbook, year, known, new(book, figures), scope, () => --passing);
        return Result(workbook, plan, applied: false);
    }

    private static ImportResult Result(Workbook workbook, ImportPlan plan, bool applied) =>
        new(workbook.FileName, plan.Year, applied, plan.Issues.Errors, plan.Issues.Warnings, plan.Counts, plan.Digest())
        {
            UnitId = plan.Organizations.Top is { } top && (applied || !top.IsNew) ? top.Id : null,
        };

    private static List<WorkbookIssue> Issues(Workbook workbook, bool areErrors) =>
        [.. workbook.Issues.Where(issue => issue.IsError == areErrors)];

    private static int RowsOf(Workbook workbook) =>
        workbook.Organizations.Count + workbook.Members.Count + workbook.MemberGrades.Count + workbook.OrganizationGrades.Count;
}
