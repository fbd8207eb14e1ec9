using System.Globalization;
using System.Text;
using Mirai.Diagnosis;
using Mirai.Excel;
using Mirai.Html;
using Mirai.Measures;
using Mirai.Model;
using Mirai.Projection;
using Mirai.Sqlite;

namespace Mirai.Benchmarks;

/// <summary>A day's diagnosis of a large history: reading, measures, rules, tables, fit, forecast and every output, each on its own.</summary>
internal sealed class DiagnoseRun(RunOptions options)
{
    private readonly StringBuilder _table = new("| step | s | cpu, s |\n|---|---|---|\n");
    private double _seconds;

    /// <summary>Generates <c>--purchases</c> of <c>--customers</c> as a CSV file, or takes <c>--csv</c>, and diagnoses its last day.</summary>
    public void Run()
    {
        var purchases = options.Number("purchases", 10_000_000);
        var customers = options.Number("customers", Math.Max(1, purchases / 10));
        var path = options.Text("csv") ?? Path.Combine(Path.GetTempPath(), $"mirai-{purchases}-{customers}-{KeyStyle.Number}.csv");
        if (!File.Exists(path)) GeneratedPurchases.WriteCsv(GeneratedPurchases.Create(purchases, customers), KeyStyle.Number, path);
        _ = BuiltInRules.All; // Parsing the shipped rules is the same for every size; the first diagnosis of a process pays for it.

        var (history, reading) = Timed("reading", () => CsvSuite.Read(path));
        using var owned = history;
        var analysis = new CustomerAnalysis(history);
        var isForecast = analysis.Options.Catalog.Measures.Where(measure => !measure.NeedsContacts && !measure.NeedsDiscounts)
            .ToLookup(measure => measure == ForecastMeasures.FiveYearMultiple || measure == ForecastMeasures.ForecastActiveCustomers || measure == ForecastMeasures.ForecastSales);
        var (_, computing) = Timed("measures", () => analysis.Daily([.. isForecast[false]]));
        Timed("measures that look ahead", () => analysis.Daily([.. isForecast[true]]));
        var (report, diagnosing) = Timed("rules and tables", () => Diagnose(analysis, history.Days.Last));
        Timed("fit of MBG/NBD and Gamma-Gamma", () => (analysis.FitPurchases(), analysis.FitSpend()));
        var forecast = ForecastOptions.Default with { AsOf = history.Days.Last };
        Timed("forecast", () => analysis.Forecast(Period.Years(5), forecast));
        Outputs(analysis.Diagnose(history.Days.Last));

        var ratio = diagnosing.WallSeconds / (reading.WallSeconds + computing.WallSeconds);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"# A day's diagnosis\n\n{Machine.Describe()}. {history.CustomerCount:N0} customers, {history.PurchaseCount:N0} purchases, {report.Settings.RuleCount} rules, verdict {report.Verdict}, {report.Rules.Warnings.Count} warnings.\n\n{_table}\nRules and tables: {ratio:0.00} x the time of reading and measures. All steps: {_seconds:0.0} s. Peak memory {Machine.PeakMemoryBytes() / (double)(1L << 30):0.00} GiB.\n");
        Console.WriteLine(text);
        if (options.Text("out") is { } file) File.WriteAllText(file, text);
    }

    /// <summary>The outputs of the whole document, forecast and all; making it anew is not counted.</summary>
    private void Outputs(DiagnosisReport report)
    {
        Timed("JSON", () => Length(stream => report.WriteJson(stream)));
        Timed("workbook", () => Length(stream => DiagnosisWorkbook.Write(report, stream)));
        Timed("page", () => Length(stream => DiagnosisHtml.Write(report, stream)));
        var path = Path.Combine(Directory.CreateTempSubdirectory("mirai-").FullName, "mirai.db");
        Timed("database", () =>
        {
            using var database = DiagnosisDatabase.Open(path);
            database.Save(report, new RunInfo());
            return new FileInfo(path).Length;
        });
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    private static long Length(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.Length;
    }

    private DiagnosisReport Diagnose(CustomerAnalysis analysis, DateOnly day)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        string[] steps = ["series", "rules", "tables", "rest"];
        var step = 0;
        var told = new Teller(_ =>
        {
            Line($"of it {steps[step++]}", watch.Elapsed.TotalSeconds, cpuSeconds: null);
            watch.Restart();
        });
        return analysis.Diagnose(day, rules: null, DiagnosisOptions.Default with { Forecast = null }, told);
    }

    private (T Result, Timing Timing) Timed<T>(string step, Func<T> work)
    {
        var (result, timing) = Timing.Run(work);
        _seconds += timing.WallSeconds;
        Line(step, timing.WallSeconds, timing.CpuSeconds);
        return (result, timing);
    }

    private void Line(string step, double seconds, double? cpuSeconds)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"| {step} | {seconds:0.00} | {cpuSeconds:0.00} |\n");
        Console.Error.Write(line);
        _table.Append(line);
    }

    private sealed class Teller(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
