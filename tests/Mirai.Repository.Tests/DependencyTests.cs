using System.Xml.Linq;
using Mono.Cecil;

namespace Mirai.Repository.Tests;

public class DependencyTests
{
    /// <summary>By package of this project, the packages of others that it may bring: the whole list of shipped dependencies.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Mirai.Core"] = ["Superpower", "MathNet.Numerics"],
        ["Mirai.Csv"] = ["CsvHelper"],
        ["Mirai.DataFrame"] = ["Microsoft.Data.Analysis"],
        ["Mirai.Excel"] = ["DocumentFormat.OpenXml"],
        ["Mirai.Html"] = ["Vizor.ECharts"],
        ["Mirai.Sqlite"] = ["Microsoft.Data.Sqlite"],
        ["Mirai.Cli"] = ["System.CommandLine", "Spectre.Console", "Tomlyn"],
    };

    /// <summary>Assemblies that come with those packages and belong to them.</summary>
    private static readonly string[] BroughtAlong = ["DocumentFormat.OpenXml.Framework", "SQLitePCLRaw.core"];

    [Fact]
    public void Packages_OfSrc_AreInTheTable() =>
        Assert.Equal(Allowed.Keys.Order(StringComparer.Ordinal), Projects().Select(project => project.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void PackageReferences_OfEveryProject_AreThoseOfTheTable()
    {
        var found = from project in Projects()
                    from reference in Includes(project, "PackageReference")
                    where !Allowed[project.Name].Contains(reference, StringComparer.Ordinal)
                    select $"{project.Path}: {reference}";
        Findings.None("A package brings the dependencies of the table in DependencyTests and no others.", found);
        Assert.Equal(Allowed["Mirai.Core"].Order(StringComparer.Ordinal), Includes(Projects().Single(project => project.Name is "Mirai.Core"), "PackageReference").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PackageReferences_OfAllProjectsOfSrc_StayOutOfTheShippedPackages() => Findings.None(
        "src/Directory.Build.props adds only build-time packages: PrivateAssets is all.",
        from path in new[] { "Directory.Build.props", "src/Directory.Build.props" }
        from reference in XDocument.Parse(RepositoryFiles.Read(path)).Descendants("PackageReference")
        where reference.Attribute("PrivateAssets")?.Value is not "all"
        select $"{path}: {reference.Attribute("Include")?.Value}");

    [Fact]
    public void ProjectReferences_OfTheLibraries_AreTheCoreOnly() => Findings.None(
        "A library references Mirai.Core and nothing else of this solution; the core references nothing; only the tool brings them together.",
        from project in Projects()
        where project.Name is not "Mirai.Cli"
        from reference in Includes(project, "ProjectReference")
        where project.Name is "Mirai.Core" || Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')) is not "Mirai.Core"
        select $"{project.Path}: {reference}");

    [Theory]
    [InlineData("Mirai.Core")]
    [InlineData("Mirai.Csv")]
    [InlineData("Mirai.DataFrame")]
    [InlineData("Mirai.Excel")]
    [InlineData("Mirai.Html")]
    [InlineData("Mirai.Sqlite")]
    public void References_OfTheCompiledPackage_AreThoseOfTheTable(string package)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, package + ".dll"));
        var references = module.AssemblyReferences.Select(reference => reference.Name).ToArray();
        Assert.Contains("System.Runtime", references, StringComparer.Ordinal);
        Findings.None(
            $"{package} references the framework, the core and the packages of the table.",
            references.Where(name => !IsFramework(name) && !Allowed[package].Concat(BroughtAlong).Contains(name, StringComparer.Ordinal) && name is not "Mirai.Core"));
    }

    private static bool IsFramework(string assembly) => File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, assembly + ".dll"));

    private static (string Name, string Path)[] Projects() => [.. RepositoryFiles.All
        .Where(path => path.StartsWith("src/", StringComparison.Ordinal) && path.EndsWith(".csproj", StringComparison.Ordinal))
        .Select(path => (Path.GetFileNameWithoutExtension(path), path))];

    private static IEnumerable<string> Includes((string Name, string Path) project, string item) =>
        XDocument.Parse(RepositoryFiles.Read(project.Path)).Descendants(item).Select(element => element.Attribute("Include")!.Value);
}
