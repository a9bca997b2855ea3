using System.Runtime.CompilerServices;
using TongKet.Domain.Access;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Exchange.ReadWorkbook;
using TongKet.Organizations;
using TongKet.Web;

namespace TongKet.Exchange.ReceiveFolder;

public sealed record ReceiveFolderCommand(string Folder, int? Year, bool PreviewOnly);

/// <summary>One file of a folder: whose it is and what came of it; no result where it was applied before as it is.</summary>
/// <param name="Unit">Code of the organization at its top.</param>
/// <param name="State">Null where it would be applied and this is a preview.</param>
public sealed record ReceivedFile(string FileName, string? Unit, BoardState? State, ImportResult? Result, string? Refused);

/// <summary>Imports a folder of workbooks, one a unit, each wholly or not at all; what was applied before as it is, is left.</summary>
public sealed class ReceiveFolderHandler(ImportWorkbookHandler import, DeliveryBook book, TreeReader trees, TimeProvider clock)
{
    public async Task<IReadOnlyList<ReceivedFile>> HandleAsync(
        ReceiveFolderCommand command,
        Actor actor,
        CancellationToken cancel
    )
    {
        var paths = Directory
            .EnumerateFiles(command.Folder, "*.xlsx")
            // «~$» is what Excel lays beside a workbook that somebody has open.
            .Where(path => !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        var received = new List<ReceivedFile>();
        await foreach (var file in ReadAsync(paths, command.Year, cancel))
        {
            received.Add(await ReceiveAsync(file, command.PreviewOnly, actor, cancel));
        }

        // A unit's file may have waited for one behind it that brings in what it stands under.
        var waiting = received.Exists(file => file.Result is { Applied: true })
            ? received.FindAll(file => file.Result is { Errors.Count: > 0 })
            : [];
        var again = waiting.ConvertAll(file => paths[received.IndexOf(file)]);
        await foreach (var file in ReadAsync(again, command.Year, cancel))
        {
            var at = received.FindIndex(before => before.FileName == file.FileName);
            received[at] = await ReceiveAsync(file, command.PreviewOnly, actor, cancel);
        }

        return received;
    }

    /// <summary>The files in their order; while one is written, the next is read on another core.</summary>
    private async IAsyncEnumerable<ReceivedWorkbook> ReadAsync(
        List<string> paths,
        int? year,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var next = paths.Count > 0 ? Read(paths[0]) : null;
        for (var i = 0; i < paths.Count; i++)
        {
            var file = await next!;
            next = i + 1 < paths.Count ? Read(paths[i + 1]) : null;
            yield return file;
        }

        Task<ReceivedWorkbook> Read(string path) =>
            Task.Run(
                () =>
                {
                    using var stream = File.OpenRead(path);
                    return ReceivedWorkbook.Read(stream, Path.GetFileName(path), year, today);
                },
                cancel
            );
    }

    private async Task<ReceivedFile> ReceiveAsync(ReceivedWorkbook file, bool previewOnly, Actor actor, CancellationToken cancel)
    {
        var unit = file.Workbook.Organizations.FirstOrDefault(row => row.HasNoParent)?.Code;
        var before = await FindAsync(file.Workbook, unit, cancel);
        if (before?.AppliedSha256 == file.Sha256 && before.State == DeliveryState.Applied)
        {
            return new(file.FileName, unit, BoardState.Applied, null, null);
        }

        var outcome = await import.HandleAsync(new(file, previewOnly), actor, cancel);
        if (outcome.Value is not { } result)
        {
            return new(file.FileName, unit, BoardState.WithErrors, null, Words.Of(outcome.Refusals[0]));
        }

        BoardState? state =
            result.Applied ? BoardState.Applied
            : result.Errors.Count == 0 ? null
            : before?.AppliedSha256 is null ? BoardState.WithErrors
            : BoardState.ChangedSince;
        return new(file.FileName, unit, state, result, null);
    }

    private async Task<Delivery?> FindAsync(Workbook workbook, string? unit, CancellationToken cancel)
    {
        if (unit is null || workbook.Year is not { } year)
        {
            return null;
        }

        var tree = await trees.ReadAsync(new DateOnly(year, 12, 31), cancel);
        return tree.FindByCode(unit) is { } node ? await book.FindAsync(node.Id, year, cancel) : null;
    }
}
