using System.Reflection;
using PublicApiGenerator;

namespace Mirai.Repository.Tests;

public class PublicApiTests
{
    private const string Folder = "tests/Mirai.Repository.Tests/Approved";

    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes =
        [
            "System.CodeDom.Compiler.GeneratedCodeAttribute",
            "System.Diagnostics.DebuggerDisplayAttribute",
            "System.Runtime.CompilerServices.CollectionBuilderAttribute",
        ],
    };

    [Theory]
    [InlineData("Mirai.Core")]
    [InlineData("Mirai.Csv")]
    [InlineData("Mirai.DataFrame")]
    [InlineData("Mirai.Excel")]
    [InlineData("Mirai.Html")]
    [InlineData("Mirai.Sqlite")]
    public void PublicApi_OfAPackage_IsTheApprovedOne(string package)
    {
        var received = Assembly.Load(package).GeneratePublicApi(Options).ReplaceLineEndings("\n").Trim() + "\n";
        var approvedPath = RepositoryFiles.FullPath($"{Folder}/{package}.txt");
        var receivedPath = RepositoryFiles.FullPath($"{Folder}/{package}.received.txt");
        if (Environment.GetEnvironmentVariable("MIRAI_APPROVE") is "1") File.WriteAllText(approvedPath, received);
        var approved = File.Exists(approvedPath) ? File.ReadAllText(approvedPath).ReplaceLineEndings("\n") : "";
        File.Delete(receivedPath);
        if (string.Equals(approved, received, StringComparison.Ordinal)) return;
        File.WriteAllText(receivedPath, received);
        Assert.Fail($"""
            The public API of {package} is not the approved one:
            {string.Join('\n', Changes(approved, received))}
            The new listing is {receivedPath}
            If the change is meant, approve it and commit the listing:
                MIRAI_APPROVE=1 dotnet test tests/Mirai.Repository.Tests
            """);
    }

    /// <summary>Lines that only one listing has, in the order of the listings: enough to see what changed.</summary>
    private static IEnumerable<string> Changes(string approved, string received)
    {
        const int Most = 40;
        var before = approved.Split('\n');
        var after = received.Split('\n');
        var lines = before.Except(after, StringComparer.Ordinal).Select(line => $"- {line.Trim()}")
            .Concat(after.Except(before, StringComparer.Ordinal).Select(line => $"+ {line.Trim()}"))
            .ToArray();
        return lines.Length <= Most ? lines : lines.Take(Most).Append($"... and {lines.Length - Most} more");
    }
}
