using System.Text.RegularExpressions;

namespace Mirai.Repository.Tests;

public partial class SolutionTests
{
    private const string TestCommand = "dotnet test Mirai.Core.sln -c Release";

    [Fact]
    public void Projects_OfTheRepository_AreInTheSolution()
    {
        var listed = RepositoryFiles.Read("Mirai.Core.sln").Replace('\\', '/');
        Findings.None(
            "Every project is in Mirai.Core.sln, or its tests never run.",
            RepositoryFiles.All.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal) && !listed.Contains($"\"{path}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void LockFiles_OfAllProjects_AreTracked() => Findings.None(
        "Every project has its packages.lock.json beside it: CI restores in locked mode.",
        RepositoryFiles.All.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal)
            && !RepositoryFiles.All.Contains(path[..(path.LastIndexOf('/') + 1)] + "packages.lock.json", StringComparer.Ordinal)));

    [Fact]
    public void TestCommand_OfTheReadme_IsTheOneOfCi()
    {
        Assert.Contains(TestCommand, RepositoryFiles.Read("README.md"), StringComparison.Ordinal);
        Assert.Contains(TestCommand, RepositoryFiles.Read(".ci/run"), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_OfTheRepository_NameNoMachine() => Findings.None(
        "No path of one machine and no address of a package registry: it works on every machine, or on none.",
        from path in RepositoryFiles.All
        where IsText(path)
        from line in RepositoryFiles.Read(path).Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where MachinePath().IsMatch(line.Text) || (NeighbourFolder().IsMatch(line.Text) && path is not ".ci/run")
        select $"{path}:{line.Number}: {line.Text.Trim()}");

    private static bool IsText(string path) => Path.GetExtension(path) is
        ".cs" or ".md" or ".txt" or ".cases" or ".csproj" or ".props" or ".targets" or ".sln" or ".json" or ".toml" or ".yml" or ".sh" or ".sql" or ".editorconfig" or ".gitattributes"
        || path.StartsWith(".ci/", StringComparison.Ordinal) || path is "LICENSE";

    // Brackets keep the patterns from matching themselves.
    [GeneratedRegex(@"(?<![\w.*])/(wor[k]|tm[p]|roo[t]|hom[e]|User[s]|mn[t]|opt)/\w|\b[A-Z]:\\+Users\\|/v3/index[.]json|registry[.]npmjs|proxy[.]golang", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\.\./share[d]\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NeighbourFolder();
}
