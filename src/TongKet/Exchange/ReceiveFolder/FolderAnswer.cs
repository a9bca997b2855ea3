using TongKet.Cli;
using TongKet.Web;

namespace TongKet.Exchange.ReceiveFolder;

/// <summary>The board of a folder on the command line.</summary>
public static class FolderAnswer
{
    /// <summary>0 only if every file was applied, or would be.</summary>
    public static int Write(VerbRun run, IReadOnlyList<ReceivedFile> files)
    {
        if (run.IsJson)
        {
            run.WriteJson(
                new
                {
                    files = files.Select(f => new
                    {
                        file = f.FileName,
                        unit = f.Unit,
                        state = StateOf(f.State),
                        errors = f.Result?.Errors.Count ?? (f.Refused is null ? 0 : 1),
                        add = f.Result?.Add ?? 0,
                        change = f.Result?.Change ?? 0,
                        same = f.Result?.Same ?? 0,
                        message = f.Refused ?? (f.Result is { Errors: [var first, ..] } ? first.Message : null),
                    }),
                }
            );
        }
        else
        {
            run.WriteTable(
                Words.Get("exchange.board.folder"),
                [
                    Words.Get("exchange.upload.file"),
                    Words.Get("exchange.board.unit"),
                    Words.Get("exchange.board.state"),
                    Words.Get("exchange.board.errors"),
                    Words.Get("exchange.column.add"),
                    Words.Get("exchange.column.change"),
                ],
                files.Select(f =>
                    new[]
                    {
                        f.FileName,
                        f.Unit ?? "",
                        Words.Get("exchange.board." + (f.State?.ToString() ?? "ready").ToLowerInvariant()),
                        f.Refused ?? VietnameseFormat.Number(f.Result?.Errors.Count ?? 0),
                        VietnameseFormat.Number(f.Result?.Add ?? 0),
                        VietnameseFormat.Number(f.Result?.Change ?? 0),
                    }
                ),
                4,
                5
            );
        }

        return files.All(f => f.Refused is null && f.Result is null or { Errors.Count: 0 }) ? 0 : 1;
    }

    /// <summary>The state as programs read it.</summary>
    private static string StateOf(BoardState? state) =>
        state switch
        {
            null => "ready",
            BoardState.NotArrived => "not-arrived",
            BoardState.WithErrors => "with-errors",
            BoardState.Applied => "applied",
            _ => "changed-since",
        };
}
