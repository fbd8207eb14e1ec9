using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Mirai.Cli.Configuration;
using Mirai.Cli.Wording;

namespace Mirai.Cli.Daily;

/// <summary>One call of the program that gets new warnings.</summary>
/// <param name="program">The program.</param>
/// <param name="texts">How its failure is told.</param>
internal sealed class AlertCall(AlertProgram program, RunTexts texts)
{
    private const int MostOutput = 8000;

    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    private readonly StringBuilder _said = new();

    /// <summary>What the program wrote to its standard output and error, as far as it is kept.</summary>
    public string Output
    {
        get
        {
            lock (_said) return _said.ToString().TrimEnd();
        }
    }

    /// <summary>Hands a message to the program, and waits for it.</summary>
    /// <returns>What went wrong; <see langword="null"/> where the program ended with 0.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped; the program is ended.</exception>
    public string? Send(byte[] message, CancellationToken stop)
    {
        using var silent = new CountdownEvent(2);
        var exited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var process = new Process { StartInfo = Start(), EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Keep(line.Data, silent);
        process.ErrorDataReceived += (_, line) => Keep(line.Data, silent);
        process.Exited += (_, _) => exited.TrySetResult();
        try
        {
            process.Start();
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException or IOException)
        {
            return texts.AlertNotStarted(string.Join(' ', program.Command), exception.Message);
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(TimeSpan.FromSeconds(program.LimitSeconds));
        try
        {
            var sending = SendAsync(process, message, limit.Token);
            exited.Task.WaitAsync(limit.Token).GetAwaiter().GetResult();

            // What the program has left running may keep the streams open for ever.
            silent.Wait(LastWords, stop);
            sending.Wait(LastWords, stop);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            stop.ThrowIfCancellationRequested();
            return texts.AlertTooSlow(program.LimitSeconds);
        }

        return process.ExitCode == 0 ? null : texts.AlertFailed(process.ExitCode);
    }

    /// <summary>A program that does not read what it is told has every right not to.</summary>
    private static async Task SendAsync(Process process, byte[] message, CancellationToken stop)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(message, stop).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // It ended, or its time is up.
        }
    }

    private ProcessStartInfo Start()
    {
        var (first, rest) = (program.Command[0], program.Command.Skip(1));
        var start = !program.IsForShell ? new ProcessStartInfo(first, rest)
            : OperatingSystem.IsWindows() ? new ProcessStartInfo("cmd.exe", $"/d /s /c \"{first}\"") : new ProcessStartInfo("/bin/sh", ["-c", first]);
        (start.WorkingDirectory, start.UseShellExecute, start.CreateNoWindow) = (program.Folder, false, true);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        return start;
    }

    private void Keep(string? line, CountdownEvent silent)
    {
        if (line is null)
        {
            silent.Signal();
            return;
        }

        lock (_said)
        {
            if (_said.Length < MostOutput) _said.Append(line.AsSpan(0, Math.Min(line.Length, MostOutput))).Append('\n');
        }
    }
}
