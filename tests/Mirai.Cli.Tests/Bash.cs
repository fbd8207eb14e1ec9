using System.Diagnostics;

namespace Mirai.Cli.Tests;

/// <summary>Runs the tool as a process of its own, from a script.</summary>
internal static class Bash
{
    /// <summary>Runs a script in which MIRAI stands for the tool.</summary>
    public static (int Code, string Output, string Error) Run(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", script.Replace("MIRAI", $"dotnet {typeof(CliApplication).Assembly.Location}", StringComparison.Ordinal)])
        {
            WorkingDirectory = Tool.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var shell = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var error = shell.StandardError.ReadToEndAsync();
        var output = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return (shell.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
