using System.Globalization;
using System.Text;
using Mirai.DuckDb;
using Mirai.Model;
using Mirai.Samples;

namespace Mirai.Benchmarks;

/// <summary>Whether time is linear in rows, and whether any kind of input falls off a cliff: order, long keys, one giant customer.</summary>
internal sealed class ScaleRun(RunOptions options)
{
    private static readonly int[] Sizes = [1_000_000, 3_000_000, 10_000_000, 30_000_000, 100_000_000];
    private readonly StringBuilder _table = new("| input | rows | build, s | figures, s | both, ns a row | against the first line of its block |\n|---|---|---|---|---|---|\n");
    private readonly int _runs = options.Number("runs", 3);
    private double _first;

    /// <summary>Sizes up to <c>--max</c>, then the awkward inputs at <c>--variants</c> rows.</summary>
    public void Run()
    {
        var largest = options.Number("max", 100_000_000);
        using (MiraiSuite.Build(GeneratedPurchases.Create(100_000, 10_000))) Console.Error.WriteLine("warm");
        foreach (var size in Sizes.Where(size => size <= largest)) Measure("by day", GeneratedPurchases.Create(size, size / 10));

        var rows = Math.Min(largest, options.Number("variants", 10_000_000));
        _first = 0;
        _table.Append("| | | | | | |\n");
        Measure("by day", GeneratedPurchases.Create(rows, rows / 10));
        Measure("sorted by customer", GeneratedPurchases.Create(rows, rows / 10, PurchaseOrder.ByCustomer));
        Measure("shuffled", GeneratedPurchases.Create(rows, rows / 10, PurchaseOrder.Shuffled));
        Measure("keys of 9 characters", GeneratedPurchases.Create(rows, rows / 10), KeyStyle.Text);
        Measure("keys of 36 characters", GeneratedPurchases.Create(rows, rows / 10), KeyStyle.Long);
        Measure("one customer with a million purchases", GeneratedPurchases.WithOneGiant(GeneratedPurchases.Create(rows, rows / 10), 1_000_000));

        var report = $"# Scale\n\n{Machine.Describe()}. Ten years of days, active period 1y, {_runs} runs, the fastest of each.\n\n{_table}";
        Console.WriteLine(report);
        if (options.Text("out") is { } path) File.WriteAllText(path, report);
    }

    private void Measure(string input, PurchaseRows rows, KeyStyle style = KeyStyle.Number)
    {
        var (build, figures) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < _runs; run++)
        {
            var (history, building) = Timing.Run(() => MiraiSuite.Build(rows, style));
            using (history) figures = Math.Min(figures, Timing.Run(() => MiraiSuite.Run(history, Period.OneYear)).Timing.WallSeconds);
            build = Math.Min(build, building.WallSeconds);
        }

        var nanoseconds = (build + figures) / rows.Count * 1e9;
        var change = _first == 0 ? "" : $"{nanoseconds / _first:0.00}";
        var line = string.Create(CultureInfo.InvariantCulture, $"| {input} | {rows.Count:N0} | {build:0.000} | {figures:0.000} | {nanoseconds:0.0} | {change} |\n");
        Console.Error.Write(line);
        _table.Append(line);
        if (_first == 0) _first = nanoseconds;
    }
}
