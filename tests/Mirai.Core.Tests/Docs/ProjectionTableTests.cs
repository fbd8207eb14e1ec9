using System.Text;
using Mirai.Core.Tests.Projection;
using Mirai.Projection;

namespace Mirai.Core.Tests.Docs;

/// <summary>The tables of the reference scenario in docs/projection.md.</summary>
public sealed class ProjectionTableTests
{
    private const string Begin = "<!-- reference -->\n";
    private const string End = "<!-- end of reference -->\n";

    private static readonly (Scenario Scenario, string Curve)[] Rows =
    [
        (ReferenceScenario.High, "high: 70, 90, 93 ..."), (ReferenceScenario.Slower, "high, slower: 70, 86, 92, 93 ..."),
        (ReferenceScenario.Borderline, "borderline: 65, 86, 90, 93 ..."), (ReferenceScenario.Flat, "flat: 65 ..."),
        (ReferenceScenario.Low, "low: 45, 60 ..."),
    ];

    [Fact]
    public void Tables_OfTheDocument_AreTheProjection()
    {
        var path = Path.Combine(Root(), "docs", "projection.md");
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var start = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= Begin.Length && end >= start, $"docs/projection.md lacks the lines {Begin}or {End}");
        var expected = Tables();
        if (Environment.GetEnvironmentVariable("MIRAI_APPROVE") is "1") File.WriteAllText(path, text[..start] + expected + text[end..]);
        else Assert.Equal(expected, text[start..end]);
    }

    private static string Tables() =>
        Table("Sales, 100 million yen", year => year.Sales / 100_000_000) + "\n" + Table("Active customers, 10,000 people", year => year.Active / 10_000)
        + "\n" + Multiples();

    private static string Table(string title, Func<ScenarioYear, decimal> figure)
    {
        var table = new StringBuilder().Append($"{title}:\n\n");
        table.Append("| retention, % | y1 | y2 | y3 | y4 | y5 | y6 | y7 | y8 | y9 | y10 |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (var (scenario, curve) in Rows)
            table.Append($"| {curve} | {string.Join(" | ", scenario.Project(10).Years.Select(year => $"{figure(year):0.000}"))} |\n");
        return table.ToString();
    }

    private static string Multiples()
    {
        var table = new StringBuilder("Five-year multiple after year 5, and the years of the peaks:\n\n| retention, % | multiple | most active customers | most sales |\n|---|--:|--:|--:|\n");
        foreach (var (scenario, curve) in Rows)
        {
            var result = scenario.Project(10);
            table.Append($"| {curve} | {scenario.FiveYearMultiple(5):0.00} | year {result.PeakActive.Year} | year {result.PeakSales.Year} |\n");
        }

        return table.ToString();
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mirai.Core.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds Mirai.Core.sln: run the tests from a checkout.");
    }
}
