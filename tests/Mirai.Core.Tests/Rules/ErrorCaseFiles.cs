using System.Text;

namespace Mirai.Core.Tests.Rules;

/// <summary>The files of cases of findings: read from the output folder, approved in the source folder.</summary>
internal static class ErrorCaseFiles
{
    /// <summary>The files whose cases make up the page of findings.</summary>
    public static IReadOnlyList<string> Documented { get; } =
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Cases", "Rules"), "errors-*.cases").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>Whether what came out is to be taken over.</summary>
    public static bool IsApproving => Environment.GetEnvironmentVariable("MIRAI_APPROVE") is "1";

    /// <summary>The cases of a file of <c>Cases/Rules</c>.</summary>
    public static IReadOnlyList<ErrorCase> Read(string name) => ErrorCase.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Cases", "Rules", name)));

    /// <summary>
    /// Holds what is said about every wrong text of a file against the file, and that nothing is said about the right ones.
    /// <c>MIRAI_APPROVE=1</c> writes what is said into the file.
    /// </summary>
    /// <param name="name">The file's name in <c>Cases/Rules</c>.</param>
    /// <param name="check">All findings about a text, rendered one after the other with an empty line between.</param>
    public static void Check(string name, Func<string, Mirai.Rules.RuleLimits, string> check)
    {
        var cases = Read(name);
        var found = cases.Select(one => one with { Says = check(one.WholeWrong, one.Limits) }).ToList();
        if (IsApproving)
        {
            File.WriteAllText(Path.Combine(Root(), "tests", "Mirai.Core.Tests", "Cases", "Rules", name), ErrorCase.Written(found), new UTF8Encoding(false));
            return;
        }

        Assert.All(cases.Zip(found), pair => Assert.Equal($"{pair.First.Title}\n{pair.First.Says}", $"{pair.Second.Title}\n{pair.Second.Says}"));
        Assert.All(cases, one => Assert.Contains($"[{one.Code}]", one.Says, StringComparison.Ordinal));
        Assert.All(cases.Where(one => one.WholeRight is not null), one => Assert.Equal("", check(one.WholeRight!, Mirai.Rules.RuleLimits.Default)));
    }

    /// <summary>The repository's folder.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mirai.Core.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No Mirai.Core.sln in {AppContext.BaseDirectory} and the folders above.");
    }
}
