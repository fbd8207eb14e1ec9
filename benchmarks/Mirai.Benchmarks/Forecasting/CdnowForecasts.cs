using System.Globalization;
using System.Text;
using Mirai.History;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;

namespace Mirai.Benchmarks;

/// <summary>Forecasts of CDNOW's last 39 weeks from its first 39: no new customers, active period 90 days.</summary>
internal static class CdnowForecasts
{
    private static readonly DateOnly Origin = new(1997, 9, 30);

    /// <summary>The table; a line a measure and way to forecast.</summary>
    /// <param name="path">The master file.</param>
    public static string Report(string path)
    {
        using var history = Load(path);
        return string.Join("\n", new[] { Period.Days(90), Period.OneYear }.Select(period => Table(history, period)));
    }

    private static string Table(PurchaseHistory history, Period activePeriod)
    {
        var customers = new CustomerAnalysis(history, options: new AnalysisOptions { ActivePeriod = activePeriod });
        var options = new ForecastOptions { AsOf = Origin, Acquisition = ForecastAcquisition.None };
        var headline = customers.Forecast(Period.Months(9), options);
        var table = customers.Daily(CustomerMeasures.ActiveCustomers, SalesMeasures.Sales);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Active period {activePeriod}: headline by {headline.Method}. {headline.Explanation}").AppendLine();
        text.AppendLine("| measure | way | " + string.Join(" | ", headline.Months.Select(m => $"{m.Days.Last:yyyy-MM}")) + " | WAPE |");
        text.AppendLine("|---|---|" + string.Concat(headline.Months.Select(_ => "---|")) + "---|");
        foreach (var (measure, series) in new[] { (ForecastMeasure.ActiveCustomers, table[0]), (ForecastMeasure.Sales, table[1]) })
        {
            double Actual(ForecastPeriod month) => measure == ForecastMeasure.ActiveCustomers
                ? series[month.Days.Last]!.Value
                : Enumerable.Range(0, month.Days.Count).Sum(day => series[month.Days[day]]!.Value);
            var actual = headline.Months.Select(Actual).ToArray();
            text.AppendLine(Line(measure, "what happened", actual, actual));
            text.AppendLine(Line(measure, "headline", [.. headline.Months.Select(m => m[measure].Value)], actual));
            foreach (var method in Enum.GetValues<ForecastMethod>())
            {
                var alone = customers.Forecast(Period.Months(9), options with { Method = method, Origins = 0, Draws = 10 });
                if (alone.Method == method) text.AppendLine(Line(measure, method.ToString(), [.. alone.Months.Select(m => m[measure].Value)], actual));
                else text.AppendLine(CultureInfo.InvariantCulture, $"| {measure} | {method} | {alone.Explanation} |");
            }

            var held = headline.Months.Select((m, i) => actual[i] >= m[measure].Band80.Low && actual[i] <= m[measure].Band80.High).Count(isIn => isIn);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {measure} | 80 % band holds | {held} of {actual.Length} |");
        }

        return text.ToString();
    }

    private static string Line(ForecastMeasure measure, string way, double[] values, double[] actual)
    {
        var wape = values.Zip(actual, (v, a) => Math.Abs(v - a)).Sum() / actual.Sum();
        return string.Create(CultureInfo.InvariantCulture, $"| {measure} | {way} | {string.Join(" | ", values.Select(v => v.ToString("0", CultureInfo.InvariantCulture)))} | {wape * 100:0.0} % |");
    }

    private static PurchaseHistory Load(string path)
    {
        using var builder = new PurchaseHistoryBuilder(new PurchaseLayout { Currency = Currency.Usd });
        var writer = builder.CreateWriter();
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 4) continue;
            var day = DateOnly.ParseExact(fields[1], "yyyyMMdd", CultureInfo.InvariantCulture);
            writer.Add(Encoding.UTF8.GetBytes(fields[0]), day.DayNumber, (long)(decimal.Parse(fields[3], CultureInfo.InvariantCulture) * 100));
        }

        return builder.Build(new HistoryBuildOptions(BeganWithData: true));
    }
}
