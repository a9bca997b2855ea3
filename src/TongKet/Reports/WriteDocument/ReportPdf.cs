using System.ComponentModel;
using System.Diagnostics;
using TongKet.Domain.Values;

namespace TongKet.Reports.WriteDocument;

/// <summary>
/// Turns the .docx into a .pdf by LibreOffice where it is installed: one document at a time, within a limit, under a
/// profile of its own so that nothing of the machine's user is read or left behind. One instance for the whole program.
/// </summary>
public sealed class ReportPdf(string? program, TimeSpan limit) : IDisposable
{
    private static readonly TimeSpan UsualLimit = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim gate = new(1);
    private readonly Lazy<string> folder = new(() => Directory.CreateTempSubdirectory("tongket-pdf-").FullName);

    public ReportPdf()
        : this(Installed(), UsualLimit) { }

    /// <summary>Where LibreOffice is on this machine; null where it is not.</summary>
    public static string? Installed()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );
        return folders
            .Append("/usr/lib/libreoffice/program")
            .Append("/opt/libreoffice/program")
            .Select(place => Path.Combine(place, OperatingSystem.IsWindows() ? "soffice.exe" : "soffice"))
            .FirstOrDefault(File.Exists);
    }

    public async Task<Outcome<byte[]>> ConvertAsync(byte[] docx, CancellationToken cancel)
    {
        if (program is null)
        {
            return new Refusal("reports.pdf.not-installed");
        }

        await gate.WaitAsync(cancel);
        var work = Path.Combine(folder.Value, $"{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(work);
            var source = Path.Combine(work, "report.docx");
            await File.WriteAllBytesAsync(source, docx, cancel);
            return await RunAsync(program, source, work, cancel);
        }
        finally
        {
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }

            gate.Release();
        }
    }

    public void Dispose()
    {
        gate.Dispose();
        if (folder.IsValueCreated && Directory.Exists(folder.Value))
        {
            Directory.Delete(folder.Value, recursive: true);
        }
    }

    private async Task<Outcome<byte[]>> RunAsync(string soffice, string source, string work, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        stop.CancelAfter(limit);
        Process? process = null;
        try
        {
            process = Process.Start(Command(soffice, source, work));
            if (process is null)
            {
                return new Refusal("reports.pdf.failed");
            }

            // What it says is read away, lest it wait for a reader, and not kept: it may name paths.
            await Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(stop.Token),
                process.StandardError.ReadToEndAsync(stop.Token),
                process.WaitForExitAsync(stop.Token)
            );
            var made = Path.ChangeExtension(source, ".pdf");
            return process.ExitCode == 0 && File.Exists(made)
                ? await File.ReadAllBytesAsync(made, cancel)
                : new Refusal("reports.pdf.failed");
        }
        catch (Win32Exception)
        {
            return new Refusal("reports.pdf.not-installed");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new Refusal("reports.pdf.too-slow", null, (int)limit.TotalSeconds);
        }
        finally
        {
            await EndAsync(process);
        }
    }

    private ProcessStartInfo Command(string soffice, string source, string work)
    {
        var profile = Path.Combine(folder.Value, "profile");
        var start = new ProcessStartInfo(soffice)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = work,
        };
        string[] arguments =
        [
            $"-env:UserInstallation={new Uri(profile).AbsoluteUri}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--nodefault",
            "--convert-to",
            // Tagged, so that a reader for the blind finds headings and tables.
            "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}",
            "--outdir",
            work,
            source,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["HOME"] = folder.Value;
        return start;
    }

    private static async Task EndAsync(Process? process)
    {
        if (process is null)
        {
            return;
        }

        using (process)
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }
}
