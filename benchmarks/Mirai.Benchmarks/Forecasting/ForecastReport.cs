using System.Globalization;
using System.Text;
using Mirai.Projection;
using Mirai.Samples;

namespace Mirai.Benchmarks;

/// <summary>Writes the errors and coverages of many forecasts as Markdown.</summary>
internal static class ForecastReport
{
    private static readonly ForecastMethod[] Methods = Enum.GetValues<ForecastMethod>();

    /// <summary>The whole report.</summary>
    public static string Of(IReadOnlyList<ForecastCase> cases, int firstSeed, int lastSeed)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"# Forecasts of held-back months, seeds {firstSeed}-{lastSeed}").AppendLine();
        foreach (var measure in new[] { ForecastMeasure.ActiveCustomers, ForecastMeasure.Sales, ForecastMeasure.NewCustomers, ForecastMeasure.LapsedCustomers, ForecastMeasure.ReactivatedCustomers })
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"## {measure}").AppendLine();
            text.AppendLine("| scenario | months ahead | headline | " + string.Join(" | ", Methods) + " | beats seasonal naive in | 80 % band holds | 95 % | bias | cohort bias |");
            text.AppendLine("|---|---|---|" + string.Concat(Methods.Select(_ => "---|")) + "---|---|---|---|---|");
            foreach (var group in cases.Where(c => c.Measure == measure).GroupBy(c => (c.Scenario, Band: BandOf(c.Ahead))).OrderBy(g => g.Key))
            {
                text.AppendLine(Row(group.Key.Scenario.ToString(), group.Key.Band, [.. group]));
            }

            foreach (var group in cases.Where(c => c.Measure == measure).GroupBy(c => (c.Scenario, (c.Origin.DayNumber - c.First.DayNumber) / 365)).OrderBy(g => g.Key))
            {
                text.AppendLine(Row(group.Key.Scenario.ToString(), $"{group.Key.Item2}y", [.. group]));
            }

            text.AppendLine(Row("all", "all", [.. cases.Where(c => c.Measure == measure)])).AppendLine();
        }

        text.AppendLine("winners: " + string.Join(", ", cases.Where(c => c.Ahead == 1 && c.Measure == ForecastMeasure.Sales).CountBy(c => c.Winner)));
        return text.ToString();
    }

    private static string BandOf(int ahead) => ahead <= 3 ? "01-03" : ahead <= 12 ? "04-12" : "13-24";

    private static string Row(string scenario, string band, ForecastCase[] cases)
    {
        static double Wape(IEnumerable<(double Forecast, double Actual)> pairs)
        {
            var (error, sum) = (0.0, 0.0);
            foreach (var (forecast, actual) in pairs)
            {
                error += Math.Abs(forecast - actual);
                sum += actual;
            }

            return error / sum;
        }

        string Of(ForecastMethod method)
        {
            var with = cases.Where(c => c.ByMethod.ContainsKey(method)).ToList();
            return with.Count == 0 ? "-" : Percent(Wape(with.Select(c => (c.ByMethod[method], c.Actual))));
        }

        var companies = cases.Where(c => c.ByMethod.ContainsKey(ForecastMethod.SeasonalNaive)).GroupBy(c => (c.Scenario, c.Seed, c.Origin, c.Customers)).ToList();
        var better = companies.Count(g => Wape(g.Select(c => (c.Headline.Value, c.Actual))) < Wape(g.Select(c => (c.ByMethod[ForecastMethod.SeasonalNaive], c.Actual))));
        var in80 = cases.Average(c => c.Actual >= c.Headline.Band80.Low && c.Actual <= c.Headline.Band80.High ? 1.0 : 0);
        var in95 = cases.Average(c => c.Actual >= c.Headline.Band95.Low && c.Actual <= c.Headline.Band95.High ? 1.0 : 0);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {scenario} | {band} | {Percent(Wape(cases.Select(c => (c.Headline.Value, c.Actual))))} | {string.Join(" | ", Methods.Select(Of))} | {better}/{companies.Count} | {Percent(in80)} | {Percent(in95)} | {Percent(cases.Sum(c => c.Headline.Value - c.Actual) / cases.Sum(c => c.Actual))} | {Percent(cases.Sum(c => c.ByMethod[ForecastMethod.Cohort] - c.Actual) / cases.Sum(c => c.Actual))} |");
    }

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
