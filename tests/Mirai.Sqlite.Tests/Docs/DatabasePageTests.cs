using System.Text.RegularExpressions;

namespace Mirai.Sqlite.Tests.Docs;

/// <summary><c>docs/database.md</c> is true: its queries run, and it names every view, column and table.</summary>
public sealed partial class DatabasePageTests : IDisposable
{
    private static readonly Lazy<string> LazyPage = new(() => File.ReadAllText(Path.Combine(Root(), "docs/database.md")));

    private readonly TemporaryFolder _folder = new();

    public DatabasePageTests()
    {
        using var database = DiagnosisDatabase.Open(_folder.Database);
        var company = DiagnosedCompany.Leaky;
        foreach (var report in new[] { company.WithoutContacts, company.DayBefore, company.Last }) database.Save(report, new RunInfo("1"));
    }

    public static TheoryData<int> Queries => new(Enumerable.Range(0, Blocks().Count));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Queries))]
    public void EveryQueryOfThePage_RunsAndFindsSomething(int number) => Assert.NotEmpty(TemporaryFolder.Query(_folder.Database, Blocks()[number]));

    [Fact]
    public void ThePage_NamesEveryTableViewAndColumnOfAView()
    {
        Assert.InRange(Blocks().Count, 5, 50);
        foreach (var relation in TemporaryFolder.Query(_folder.Database, "SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view')"))
        {
            Assert.Contains($"`{relation[0]}`", LazyPage.Value, StringComparison.Ordinal);
            if (relation[1] is not "view") continue;
            var row = LazyPage.Value.Split('\n').Single(line => line.StartsWith($"| `{relation[0]}` |", StringComparison.Ordinal));
            foreach (var column in TemporaryFolder.Query(_folder.Database, $"SELECT name FROM pragma_table_info('{relation[0]}')"))
                Assert.Contains($"`{column[0]}`", row, StringComparison.Ordinal);
        }
    }

    private static IReadOnlyList<string> Blocks() => [.. SqlBlock().Matches(LazyPage.Value).Select(match => match.Groups["query"].Value)];

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mirai.Core.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("No folder above holds Mirai.Core.sln.");
    }

    [GeneratedRegex("```sql\n(?<query>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SqlBlock();
}
