using System.Globalization;
using System.Text;
using Mirai.Projection;

namespace Mirai.Benchmarks;

/// <summary>Writes the errors and coverages of many forecasts as Markdown.</summary>
internal static class ForecastReport
{
    private static readonly ForecastMethod[] Methods = Enum.GetValues<ForecastMethod>();

    private static readonly ForecastMeasure[] Measures =
    [
        ForecastMeasure.ActiveCustomers, ForecastMeasure.Sales, ForecastMeasure.NewCustomers, ForecastMeasure.ReactivatedCustomers,
        ForecastMeasure.LapsedCustomers,
    ];

    /// <summary>The whole report.</summary>
    /// <param name="cases">The forecasts.</param>
    /// <param name="firstSeed">The first company's seed.</param>
    /// <param name="lastSeed">The last company's seed.</param>
    /// <param name="cdnow">The tables of CDNOW, where it was there.</param>
    public static string Of(IReadOnlyList<ForecastCase> cases, int firstSeed, int lastSeed, string? cdnow)
    {
        var text = new StringBuilder();
        text.AppendLine("# Forecasts of held-back months").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Generated companies of all four scenarios, seeds {firstSeed} to {lastSeed}, which were not looked at while the forecast was built. The last 12 or 24 months of each");
        text.AppendLine("are held back; the forecast stands at the end of the months before. Errors are WAPE: absolute errors of months / what happened in them, added up.");
        text.AppendLine("*Headline* is what `Forecast` says: by the winner of its back-test on the data up to the origin. The other ways are asked alone.");
        text.AppendLine("*Better* counts the companies in which the headline's error is below that of the seasonal naive forecast.").AppendLine();
        text.AppendLine("    dotnet run -c Release --project benchmarks/Mirai.Benchmarks -- forecast-quality --out benchmarks/results/forecast.md --cdnow CDNOW_master.txt").AppendLine();
        foreach (var measure in Measures) Section(text, measure, [.. cases.Where(c => c.Measure == measure)]);
        Misses(text, cases);
        Winners(text, cases);
        if (cdnow is not null) text.AppendLine("## CDNOW, the last nine months from the first nine").AppendLine().AppendLine(cdnow);
        return text.ToString();
    }

    private static void Section(StringBuilder text, ForecastMeasure measure, ForecastCase[] cases)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"## {measure}").AppendLine();
        text.AppendLine("| companies | months ahead | headline | " + string.Join(" | ", Methods) + " | better | in the 80 % band | in the 95 % band | bias |");
        text.AppendLine("|---|---|---|" + string.Concat(Methods.Select(_ => "---|")) + "---|---|---|---|");
        foreach (var group in cases.GroupBy(c => (c.Scenario, Ahead: Ahead(c))).OrderBy(g => g.Key)) text.AppendLine(Row(group.Key.Scenario.ToString(), group.Key.Ahead, [.. group]));
        foreach (var group in cases.GroupBy(c => c.YearsBefore).OrderBy(g => g.Key)) text.AppendLine(Row($"{group.Key} years of history", "all", [.. group]));
        foreach (var group in cases.GroupBy(c => c.Customers).OrderBy(g => g.Key)) text.AppendLine(Row($"{group.Key:N0} customers", "all", [.. group]));
        text.AppendLine(Row("**all**", "all", cases)).AppendLine();
    }

    private static void Misses(StringBuilder text, IReadOnlyList<ForecastCase> cases)
    {
        text.AppendLine("## Misses").AppendLine().AppendLine("Companies in which the seasonal naive forecast was better than the headline:").AppendLine();
        text.AppendLine("| measure | scenario | seed | customers | origin | months | headline | by | seasonal naive |").AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var measure in Measures.Take(2))
        {
            foreach (var company in cases.Where(c => c.Measure == measure).GroupBy(c => (c.Scenario, c.Seed)).OrderBy(g => g.Key))
            {
                var (own, naive) = (Wape(company.Select(c => (c.Headline.Value, c.Actual))), Wape(company.Select(c => (c.ByMethod[ForecastMethod.SeasonalNaive], c.Actual))));
                if (own < naive) continue;
                var first = company.First();
                text.AppendLine(CultureInfo.InvariantCulture, $"| {measure} | {first.Scenario} | {first.Seed} | {first.Customers:N0} | {first.Origin:yyyy-MM-dd} | {company.Count()} | {Percent(own)} | {first.Winner} | {Percent(naive)} |");
            }
        }

        text.AppendLine();
    }

    private static void Winners(StringBuilder text, IReadOnlyList<ForecastCase> cases)
    {
        var winners = cases.Where(c => c is { Ahead: 1, Measure: ForecastMeasure.Sales }).CountBy(c => c.Winner).OrderByDescending(pair => pair.Value);
        text.AppendLine("Winners of the back-tests: " + string.Join(", ", winners.Select(pair => $"{pair.Key} in {pair.Value} companies")) + ".").AppendLine();
    }

    private static string Ahead(ForecastCase forecast) => forecast.Ahead switch { <= 3 => "1-3", <= 12 => "4-12", _ => "13-24" };

    private static string Row(string companies, string ahead, ForecastCase[] cases)
    {
        string Of(ForecastMethod method)
        {
            var with = cases.Where(c => c.ByMethod.ContainsKey(method)).ToList();
            return with.Count == 0 ? "-" : Percent(Wape(with.Select(c => (c.ByMethod[method], c.Actual))));
        }

        var each = cases.GroupBy(c => (c.Scenario, c.Seed)).ToList();
        var better = each.Count(g => Wape(g.Select(c => (c.Headline.Value, c.Actual))) < Wape(g.Select(c => (c.ByMethod[ForecastMethod.SeasonalNaive], c.Actual))));
        var in80 = cases.Average(c => c.Actual >= c.Headline.Band80.Low && c.Actual <= c.Headline.Band80.High ? 1.0 : 0);
        var in95 = cases.Average(c => c.Actual >= c.Headline.Band95.Low && c.Actual <= c.Headline.Band95.High ? 1.0 : 0);
        var bias = cases.Sum(c => c.Headline.Value - c.Actual) / cases.Sum(c => c.Actual);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {companies} | {ahead} | {Percent(Wape(cases.Select(c => (c.Headline.Value, c.Actual))))} | {string.Join(" | ", Methods.Select(Of))} | {better} of {each.Count} | {Percent(in80)} | {Percent(in95)} | {Percent(bias)} |");
    }

    private static double Wape(IEnumerable<(double Forecast, double Actual)> pairs)
    {
        var (error, sum) = (0.0, 0.0);
        foreach (var (forecast, actual) in pairs)
        {
            error += Math.Abs(forecast - actual);
            sum += actual;
        }

        return error / sum;
    }

    private static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
