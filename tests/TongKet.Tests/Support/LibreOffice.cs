using System.Diagnostics;

namespace TongKet.Tests.Support;

/// <summary>
/// Opens a document of ours in LibreOffice and saves it as something else, as a proof that others can read it. A test
/// that uses it bears <c>[Trait("part", "documents")]</c>.
/// </summary>
public static class LibreOffice
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    // One at a time: two starts on two cores take longer than one after the other.
    private static readonly SemaphoreSlim Gate = new(1);

    /// <summary>The path of the converted file; <paramref name="format"/> is for example «pdf», «csv», «txt».</summary>
    public static async Task<string> ConvertAsync(string document, string format)
    {
        await Gate.WaitAsync();
        try
        {
            var folder = TempFolder.New();
            var profile = Path.Combine(TempFolder.OfThisRun, "libreoffice-profile");
            await RunAsync(
                "soffice",
                "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui",
                $"-env:UserInstallation={new Uri(profile)}",
                "--headless",
                "--norestore",
                "--convert-to",
                format,
                "--outdir",
                folder,
                document
            );
            return Directory.GetFiles(folder).SingleOrDefault()
                ?? throw new InvalidOperationException($"LibreOffice could not turn {document} into {format}.");
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>The text of a PDF as it stands on its pages.</summary>
    public static Task<string> PdfTextAsync(string pdf) =>
        RunAsync("pdftotext", "apt-get install poppler-utils", "-layout", pdf, "-");

    private static async Task<string> RunAsync(string program, string remedy, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"These tests need {program}: {remedy}", missing);
        }

        using (process)
        {
            using var limit = new CancellationTokenSource(Limit);
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            try
            {
                await process.WaitForExitAsync(limit.Token);
                return process.ExitCode == 0
                    ? await output
                    : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
            }
            catch (OperationCanceledException late)
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"{program} took longer than {Limit}: {string.Join(' ', arguments)}", late);
            }
        }
    }
}
