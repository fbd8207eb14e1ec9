using System.Xml.Linq;

namespace Mirai.Repository.Tests;

public class NamespaceTests
{
    [Fact]
    public void Namespaces_InEveryProjectOfSrc_AreTheFolders()
    {
        var files = SourceFile.All.Where(file => file.Path.StartsWith("src/", StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(files);
        var found = from file in files
                    let expected = Expected(file.Path)
                    let declared = file.Namespaces.ToArray()
                    where declared.Any(space => !string.Equals(space, expected, StringComparison.Ordinal)) || (declared.Length == 0 && file.Types.Any())
                    select $"{file.Path}: namespace {string.Join(", ", declared)}, expected {expected}";
        Findings.None("A namespace is the root namespace of its project and the folders below.", found);
    }

    private static string Expected(string path)
    {
        var parts = path.Split('/');
        var folder = RepositoryFiles.FullPath($"{parts[0]}/{parts[1]}");
        var project = Directory.EnumerateFiles(folder, "*.csproj").Single();
        var root = XDocument.Load(project).Descendants("RootNamespace").SingleOrDefault()?.Value ?? parts[1];
        return string.Join('.', parts[2..^1].Prepend(root));
    }
}
