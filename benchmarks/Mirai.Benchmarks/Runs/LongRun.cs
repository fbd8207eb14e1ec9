using System.Globalization;
using Mirai.DuckDb;
using Mirai.Model;

namespace Mirai.Benchmarks;

/// <summary>The comparison at sizes too long for BenchmarkDotNet: the phases alternate between the engines, and equal answers are asserted.</summary>
internal sealed class LongRun
{
    private const string Ready = "history ready to figures (DuckDB: table sorted by customer and day)";
    private const string FromRows = "rows to history to figures (DuckDB: unsorted table)";
    private const string FromCsv = "CSV to figures, warm";
    private const string FirstRun = "CSV to figures, first run in a process";
    private const string Capped = "CSV to figures, first run, DuckDB capped at 2.5 GB";

    private static readonly Period ActivePeriod = Period.OneYear;
    private readonly ResultTable _results = new();
    private readonly RunOptions _options;
    private readonly int _purchases;
    private readonly int _customers;
    private readonly int _runs;
    private readonly KeyStyle _style;
    private readonly string _csvPath;
    private SuiteResult? _answers;

    public LongRun(RunOptions options)
    {
        _options = options;
        _purchases = options.Number("purchases", 100_000_000);
        _customers = options.Number("customers", _purchases / 10);
        _runs = Math.Max(1, options.Number("runs", 3));
        _style = Enum.Parse<KeyStyle>(options.Text("keys", nameof(KeyStyle.Number))!, ignoreCase: true);
        _csvPath = options.Text("csv") ?? Path.Combine(Path.GetTempPath(), $"mirai-{_purchases}-{_customers}-{_style}.csv");
    }

    /// <summary>Runs all phases, or those that <c>--phases</c> names (ready, rows, csv, first), and writes the table.</summary>
    public void Run()
    {
        var phases = _options.Text("phases", "ready,rows,csv,first")!.Split(',');
        var load = LoadAverage();
        var rowCount = PrepareCsv();
        if (phases.Contains("ready", StringComparer.Ordinal)) HistoryReady();
        if (phases.Contains("rows", StringComparer.Ordinal)) RowsToFigures();
        if (phases.Contains("csv", StringComparer.Ordinal)) CsvToFigures();
        if (phases.Contains("first", StringComparer.Ordinal)) FirstRuns();
        WriteReport(rowCount, load);
    }

    private PurchaseRows Generate() => GeneratedPurchases.Create(_purchases, _customers);

    private int PrepareCsv()
    {
        var rows = Generate();
        if (!File.Exists(_csvPath)) GeneratedPurchases.WriteCsv(rows, _style, _csvPath);
        return rows.Count;
    }

    private DuckDbPurchases LoadTable()
    {
        var table = new DuckDbPurchases(Environment.ProcessorCount);
        table.LoadCsv(_csvPath, _style == KeyStyle.Number, Currency.Jpy);
        return table;
    }

    private void HistoryReady()
    {
        using var history = MiraiSuite.Build(Generate(), _style);
        using var table = LoadTable();
        table.SortByCustomerAndDay();
        for (var run = 0; run < _runs; run++)
        {
            var theirs = _results.TimeSecond(Ready, ResultTable.DuckDb, () => DuckDbSuite.Run(table, ActivePeriod));
            var ours = _results.TimeSecond(Ready, ResultTable.Mirai, () => MiraiSuite.Run(history, ActivePeriod));
            Check(DuckDbSuite.Compare(theirs, _style), MiraiSuite.Compare(history, ours, _style), Ready);
        }
    }

    private void RowsToFigures()
    {
        var rows = Generate();
        using var table = LoadTable();
        for (var run = 0; run < _runs; run++)
        {
            var theirs = _results.TimeSecond(FromRows, ResultTable.DuckDb, () => DuckDbSuite.Run(table, ActivePeriod));
            var (history, ours) = _results.TimeSecond(
                FromRows,
                ResultTable.Mirai,
                () =>
                {
                    var built = MiraiSuite.Build(rows, _style);
                    return (History: built, Figures: MiraiSuite.Run(built, ActivePeriod));
                },
                made => made.History.Dispose());
            using (history) Check(DuckDbSuite.Compare(theirs, _style), MiraiSuite.Compare(history, ours, _style), FromRows);
        }
    }

    private void CsvToFigures()
    {
        for (var run = 0; run < _runs; run++)
        {
            using var table = new DuckDbPurchases(Environment.ProcessorCount);
            var theirs = _results.Time(FromCsv, ResultTable.DuckDb, () => CsvSuite.RunDuckDb(table, _csvPath, _style, ActivePeriod));
            var (history, ours) = _results.Time(FromCsv, ResultTable.Mirai, () => CsvSuite.RunMirai(_csvPath, ActivePeriod));
            using (history) Check(DuckDbSuite.Compare(theirs, _style), MiraiSuite.Compare(history, ours, _style), FromCsv);
        }
    }

    private void FirstRuns()
    {
        for (var run = 0; run < _runs; run++)
        {
            var theirs = ChildRun.Start(ResultTable.DuckDb, _csvPath, _style, memoryLimit: null);
            _results.Add(FirstRun, ResultTable.DuckDb, theirs.Timing, theirs.PeakMemoryBytes);
            var ours = ChildRun.Start(ResultTable.Mirai, _csvPath, _style, memoryLimit: null);
            _results.Add(FirstRun, ResultTable.Mirai, ours.Timing, ours.PeakMemoryBytes);
            if (!string.Equals(theirs.Digest, ours.Digest, StringComparison.Ordinal))
                throw new InvalidOperationException($"answers differ ({FirstRun}): {theirs.Digest} against {ours.Digest}");
        }

        var capped = ChildRun.Start(ResultTable.DuckDb, _csvPath, _style, memoryLimit: "2500MB");
        _results.Add(Capped, ResultTable.DuckDb, capped.Timing, capped.PeakMemoryBytes);
    }

    /// <summary>Engines agree with each other in every phase, and with what the first phase answered.</summary>
    private void Check(SuiteResult theirs, SuiteResult ours, string phase)
    {
        Answers.AssertEqual(theirs, ours, phase);
        _answers ??= ours;
        Answers.AssertEqual(_answers, ours, phase);
    }

    private void WriteReport(int rowCount, string load)
    {
        var report = string.Create(CultureInfo.InvariantCulture, $"""
            # {rowCount:N0} purchases of {_customers:N0} customers

            {Machine.Describe()}; DuckDB {DuckDbPurchases.EngineVersion} with {Environment.ProcessorCount} threads. Keys: {_style}. Ten years of days,
            active period {ActivePeriod}. {_runs} runs, alternated; medians by the clock, processor seconds of all cores and the range in parentheses.
            In memory, a timed run follows one of the same engine that is not timed. Load of the machine at the start: {load}. Answers were equal in every run: all daily columns, all cohort cells, every customer's scores.

            {_results.ToMarkdown()}
            """);
        Console.WriteLine(report);
        var path = _options.Text("out");
        if (path is not null) File.WriteAllText(path, report);
    }

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3)) : "unknown";
}
