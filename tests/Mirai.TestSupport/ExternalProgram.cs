using System.Diagnostics;

namespace Mirai.TestSupport;

/// <summary>A program that a test drives: looked for, and installed where it may be (CI, as root, with apt-get).</summary>
/// <param name="names">What its file may be called.</param>
/// <param name="package">The Debian package that brings it.</param>
public sealed class ExternalProgram(string[] names, string package)
{
    private static readonly TimeSpan MostInstallTime = TimeSpan.FromMinutes(8);

    private readonly Lazy<(string? Path, string? WhyMissing)> _found = new(() => Look(names, package));

    /// <summary>A browser that Playwright drives.</summary>
    public static ExternalProgram Chromium { get; } = new(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], "chromium");

    /// <summary>The full path.</summary>
    /// <exception cref="FileNotFoundException">It is not there; the message is the reason for skipping.</exception>
    public string Path => _found.Value.Path ?? throw new FileNotFoundException(_found.Value.WhyMissing);

    /// <summary>Why tests that need it cannot run; <see langword="null"/> where it is there.</summary>
    public string? WhyMissing => _found.Value.WhyMissing;

    private static (string? Path, string? WhyMissing) Look(string[] names, string package)
    {
        if (Find(names) is { } path) return (path, null);
        if (!string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            return (null, $"None of {string.Join(", ", names)} is on the path; with CI=true the tests install the package {package}.");
        if (!OperatingSystem.IsLinux() || !string.Equals(Environment.UserName, "root", StringComparison.Ordinal) || Find(["apt-get"]) is not { } installer)
            return (null, $"None of {string.Join(", ", names)} is on the path, and only root can install the package {package} with apt-get.");
        Run(installer, "update");
        var answer = Run(installer, "-o", "DPkg::Lock::Timeout=300", "install", "-y", "--no-install-recommends", package);
        return Find(names) is { } installed ? (installed, null) : (null, $"The package {package} could not be installed: {answer}");
    }

    private static string? Find(string[] names) => (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        from name in names
        let path = System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
        where File.Exists(path)
        select path).FirstOrDefault();

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(MostInstallTime))
        {
            process.Kill(entireProcessTree: true);
            return $"it took more than {MostInstallTime.TotalMinutes} minutes";
        }

        Task.WaitAll(output, errors);
        var said = errors.Result.Trim();
        return said.Length == 0 ? $"it ended with {process.ExitCode}" : said;
    }
}
