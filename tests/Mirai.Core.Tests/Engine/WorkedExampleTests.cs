using Mirai.Ingest;
using Mirai.Measures;
using Mirai.TestSupport;

namespace Mirai.Core.Tests.Engine;

/// <summary>The examples of <c>Cases/daily-figures.cases</c>, which people can check by hand.</summary>
public sealed class WorkedExampleTests
{
    private static readonly IReadOnlyList<WorkedExample> Examples = WorkedExample.ReadCases("daily-figures.cases");

    public static TheoryData<string> Titles => [.. Examples.Select(example => example.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public void Figures_WorkedExample_AreTheEngines(string title)
    {
        var example = Find(title);
        var options = new PurchaseLoadOptions { ObservedUntil = example.History.ObservedUntil };
        var history = Purchases.Load(example.History.Rows, options).History;
        var analysis = new CustomerAnalysis(history, options: new AnalysisOptions { ActivePeriod = example.History.ActivePeriod });
        foreach (var figure in example.Figures)
        {
            var series = analysis.Daily(MeasureCatalog.BuiltIn.Find(figure.MeasureId))[0];
            ExactSeries.AssertSame(figure.Value, ExactSeries.At(series, figure.Day), $"{figure.MeasureId} on {figure.Day:yyyy-MM-dd}");
        }
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void Figures_WorkedExample_AreTheOracles(string title)
    {
        var example = Find(title);
        foreach (var figure in example.Figures)
        {
            var found = example.History.Oracle.Value(figure.MeasureId, figure.Day);
            ExactSeries.AssertSame(figure.Value, found, $"{figure.MeasureId} on {figure.Day:yyyy-MM-dd}");
        }
    }

    private static WorkedExample Find(string title) => Examples.Single(example => string.Equals(example.Title, title, StringComparison.Ordinal));
}
