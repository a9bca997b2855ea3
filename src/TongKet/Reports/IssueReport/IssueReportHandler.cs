using TongKet.Domain.Access;
using TongKet.Domain.Figures;
using TongKet.Domain.Values;
using TongKet.Reports.WriteDocument;
using TongKet.Store;

namespace TongKet.Reports.IssueReport;

/// <param name="View">The report as its reader was given it.</param>
/// <param name="Ending">«.docx», «.xlsx», «.html», «.pdf».</param>
/// <param name="Address">Where the program is served, for the links behind figures.</param>
public sealed record IssueReportCommand(ReportView View, string Ending, Uri Address);

/// <summary>
/// Writes a report as a file and keeps that it left the program: whoever puts a figure right later is told who still has
/// the old one. The reader of the View was asked before whether he may.
/// </summary>
public sealed class IssueReportHandler(AppStore store, ReportFile file, RecordIds ids, ChangeLog log)
{
    public const string Act = "reports.issue";

    public async Task<Outcome<WrittenReport>> HandleAsync(IssueReportCommand command, Actor actor, CancellationToken cancel)
    {
        var view = command.View;
        var written = await file.WriteAsync(view, command.Ending, command.Address, cancel);
        if (!written.IsDone)
        {
            return written;
        }

        await using var transaction = await log.BeginAsync(cancel);
        var issued = new IssuedReport
        {
            Id = await ids.NextAsync(cancel),
            OrganizationId = view.OrganizationId,
            Year = view.Year,
            AsOf = view.AsOf,
            TreeOn = view.TreeOn,
            HasGrades = view.HasGrades,
            Ending = command.Ending.TrimStart('.'),
            // Its figures are of the moment at which they were read; writing takes seconds.
            IssuedAt = view.ReadAt,
            IssuedBy = actor.Name,
        };
        store.Add(issued);
        await log.SaveAsync(
            new(actor.AccountId, actor.Name),
            Act,
            [new(issued, issued.Id, issued.OrganizationId, issued.Year)],
            cancel
        );
        await transaction.CommitAsync(cancel);
        return written;
    }
}
