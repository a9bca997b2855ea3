using TongKet.Domain.Access;
using TongKet.Exchange.ImportWorkbook;
using TongKet.Web;

namespace TongKet.Exchange.ReceiveFolder;

public sealed record ReceiveFolderCommand(string Folder, int? Year, bool PreviewOnly);

/// <summary>One file of a folder: whose it is and what came of it; no result where it was applied before as it is.</summary>
public sealed record ReceivedFile(string FileName, string? Unit, BoardState State, ImportResult? Result, string? Refused);

/// <summary>Imports a folder of workbooks, one a unit, each wholly or not at all; what was applied before as it is, is left.</summary>
public sealed class ReceiveFolderHandler(ImportWorkbookHandler import, DeliveryBook book, TimeProvider clock)
{
    public async Task<IReadOnlyList<ReceivedFile>> HandleAsync(
        ReceiveFolderCommand command,
        Actor actor,
        CancellationToken cancel
    )
    {
        var received = new List<ReceivedFile>();
        foreach (var path in Directory.EnumerateFiles(command.Folder, "*.xlsx").Order(StringComparer.Ordinal))
        {
            received.Add(await ReceiveAsync(path, command, actor, cancel));
        }

        return received;
    }

    private async Task<ReceivedFile> ReceiveAsync(
        string path,
        ReceiveFolderCommand command,
        Actor actor,
        CancellationToken cancel
    )
    {
        await using var stream = File.OpenRead(path);
        var today = VietnameseFormat.DayOf(clock.GetUtcNow());
        var file = ReceivedWorkbook.Read(stream, Path.GetFileName(path), command.Year, today);
        var unit = DeliveryBook.UnitOf(file);
        var before = unit is not null && file.Workbook.Year is { } year ? await book.FindAsync(unit, year, cancel) : null;
        if (before?.AppliedSha256 == file.Sha256 && before.State == DeliveryState.Applied)
        {
            return new(file.FileName, unit, BoardState.Applied, null, null);
        }

        var outcome = await import.HandleAsync(new(file, command.PreviewOnly), actor, cancel);
        if (outcome.Value is not { } result)
        {
            return new(file.FileName, unit, BoardState.WithErrors, null, Words.Of(outcome.Refusals[0]));
        }

        if (!command.PreviewOnly)
        {
            await book.NoteAsync(file, result, actor, cancel);
        }

        var state =
            result.Applied ? BoardState.Applied
            : before?.AppliedSha256 is not null ? BoardState.ChangedSince
            : result.Errors.Count > 0 ? BoardState.WithErrors
            : BoardState.NotArrived;
        return new(file.FileName, unit, state, result, null);
    }
}
