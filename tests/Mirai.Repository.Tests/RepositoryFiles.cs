using System.Diagnostics;

namespace Mirai.Repository.Tests;

/// <summary>The files of this repository: those that git tracks, and new ones that it does not ignore.</summary>
internal static class RepositoryFiles
{
    private static readonly Lazy<string[]> Listed = new(List);

    /// <summary>The folder that holds the solution file.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Paths from the root, with forward slashes, in ordinal order.</summary>
    public static IReadOnlyList<string> All => Listed.Value;

    /// <summary>Paths of C# files under a folder such as <c>src/</c>; all of them for an empty one.</summary>
    public static IEnumerable<string> CSharp(string under = "") =>
        All.Where(path => path.StartsWith(under, StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>The place of a path from the root in the file system.</summary>
    public static string FullPath(string path) => Path.Combine(Root, path);

    /// <summary>The text of a file, line ends as <c>\n</c>.</summary>
    public static string Read(string path) => File.ReadAllText(FullPath(path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mirai.Core.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Mirai.Core.sln: run the tests from a checkout.");
    }

    private static string[] List()
    {
        // A checkout may belong to another user than the one who tests it, which git refuses unless told.
        var start = new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git did not start: these tests read the list of files from it.");
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        if (git.ExitCode != 0) throw new InvalidOperationException($"git ls-files in {Root} ended with exit code {git.ExitCode}.");
        return [.. output.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .Where(path => File.Exists(FullPath(path)))
            .Order(StringComparer.Ordinal)];
    }
}
