using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Mirai.Repository.Tests;

public class BannedSymbolTests
{
    private const string List = "src/BannedSymbols.txt";

    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTime.Today")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("P:System.TimeProvider.System")]
    [InlineData("P:System.Random.Shared")]
    [InlineData("M:System.Random.#ctor")]
    [InlineData("M:System.Guid.NewGuid")]
    [InlineData("P:System.Globalization.CultureInfo.CurrentCulture")]
    [InlineData("M:System.Environment.GetEnvironmentVariable(System.String)")]
    public void List_OfBannedSymbols_HoldsClockChanceCultureAndEnvironment(string id) => Assert.Contains(id, Ids(), StringComparer.Ordinal);

    [Fact]
    public void Ids_OfTheList_AreSymbolsOfTheFramework()
    {
        var framework = Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create("Framework", references: framework);
        Findings.None(
            $"An id in {List} that names nothing bans nothing.",
            Ids().Where(id => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation) is null));
    }

    [Fact]
    public void Analyzer_OfBannedSymbols_RunsOnAllOfSrc()
    {
        var props = RepositoryFiles.Read("src/Directory.Build.props");
        Assert.Contains("""<AdditionalFiles Include="$(MSBuildThisFileDirectory)BannedSymbols.txt" />""", props, StringComparison.Ordinal);
        Assert.Contains("""<PackageReference Include="Microsoft.CodeAnalysis.BannedApiAnalyzers" PrivateAssets="all" />""", props, StringComparison.Ordinal);
        Assert.Contains("dotnet_diagnostic.RS0030.severity = error", RepositoryFiles.Read(".editorconfig"), StringComparison.Ordinal);
    }

    [Fact]
    public void Analyzer_OfBannedSymbols_IsNowhereSilenced() => Findings.None(
        "A banned symbol stays banned: take what it gives as an argument.",
        from path in RepositoryFiles.All
        where Path.GetExtension(path) is ".cs" or ".csproj" or ".props" or ".targets" or ".editorconfig" or ".globalconfig"
        where !path.StartsWith("tests/Mirai.Repository.Tests/", StringComparison.Ordinal)
        from line in RepositoryFiles.Read(path).Split('\n').Select((text, index) => (Text: text.Trim(), Number: index + 1))
        where line.Text.Contains("RS0030", StringComparison.Ordinal) && line.Text is not "dotnet_diagnostic.RS0030.severity = error"
        select $"{path}:{line.Number}: {line.Text}");

    private static IEnumerable<string> Ids() => RepositoryFiles.Read(List).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')[0]);
}
