using BenchmarkDotNet.Attributes;
using Mirai.DuckDb;
using Mirai.History;
using Mirai.Lifetime;
using Mirai.Model;
using Mirai.Segments;

namespace Mirai.Benchmarks;

/// <summary>Window churn and lifetime value on the last day, and at every month's end of ten years.</summary>
/// <remarks>The library also counts new customers for the break-even, in one daily pass that LINQ is spared; later questions to the same analysis reuse it.</remarks>
[Config(typeof(BenchmarkSettings))]
public class WindowChurnBenchmark : IDisposable
{
    private readonly WindowChurnOptions _options = WindowChurnOptions.Default;
    private PurchaseHistory _history = null!;
    private Row[] _rows = [];

    /// <summary>How many purchases, of a tenth as many customers.</summary>
    [Params(1_000_000)]
    public int Purchases { get; set; }

    private readonly record struct Row(int Customer, int DayNumber, long Amount);

    /// <summary>Builds the history and asserts that both answer alike.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var rows = GeneratedPurchases.Create(Purchases, Purchases / 10);
        _history = MiraiSuite.Build(rows);
        _rows = [.. Enumerable.Range(0, rows.Count).Select(i => new Row(rows.CustomerNumbers![i], rows.DayNumbers[i], rows.Amounts[i]))];
        var (expected, found) = (LinqOneDay(), MiraiOneDay());
        if (expected != found) throw new InvalidOperationException($"LINQ found {expected}, the library {found}.");
        var (months, ofMonths) = (LinqEveryMonth(), MiraiEveryMonth());
        if (!months.SequenceEqual(ofMonths)) throw new InvalidOperationException("LINQ and the library differ in some month.");
    }

    /// <summary>Frees the history.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _history.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The library, one day.</summary>
    [Benchmark]
    public WindowTotals MiraiOneDay() => new CustomerAnalysis(_history).WindowChurn(_history.Days.Last, _options).Totals;

    /// <summary>LINQ over objects, one day.</summary>
    [Benchmark(Baseline = true)]
    public WindowTotals LinqOneDay() => Linq(_history.Days.Last);

    /// <summary>The library, every month's end.</summary>
    [Benchmark]
    public WindowTotals[] MiraiEveryMonth() => [.. new CustomerAnalysis(_history).MonthlyWindowChurn(_options).Select(churn => churn.Totals)];

    /// <summary>LINQ over objects, every month's end.</summary>
    [Benchmark]
    public WindowTotals[] LinqEveryMonth()
    {
        var days = _history.Days;
        return [.. Enumerable.Range(0, days.Count).Select(i => days[i]).Where(day => day.AddDays(1).Day == 1).Select(Linq)];
    }

    /// <summary>The library, every category of customers by purchases so far, on one day.</summary>
    [Benchmark]
    public int MiraiBySegment() => new CustomerAnalysis(_history).WindowChurnBy(Segment.PurchaseCount, _history.Days.Last, _options).Count;

    private WindowTotals Linq(DateOnly asOf)
    {
        var (start, middle, end) = (_options.Window.Times(2).Before(asOf).DayNumber, _options.Window.Before(asOf).DayNumber, asOf.DayNumber);
        var customers = _rows.Where(row => row.Amount >= 0 && row.DayNumber > start && row.DayNumber <= end)
            .GroupBy(row => row.Customer)
            .Select(own => (Base: own.Where(row => row.DayNumber <= middle).ToList(), Next: own.Where(row => row.DayNumber > middle).ToList()))
            .Where(own => own.Base.Count > 0)
            .Select(own => (BaseCount: own.Base.Count, BaseSpend: own.Base.Sum(row => row.Amount), NextCount: own.Next.Count, NextSpend: own.Next.Sum(row => row.Amount)))
            .OrderByDescending(own => own.BaseSpend).ToList();
        var needed = _options.Coverage * customers.Sum(own => own.BaseSpend);
        var (running, limit) = (0L, 0L);
        foreach (var own in customers)
        {
            running += own.BaseSpend;
            limit = own.BaseSpend;
            if (running >= needed) break;
        }

        var chosen = customers.Where(own => own.BaseSpend >= limit).ToList();
        return new WindowTotals(
            chosen.Count, chosen.Sum(own => (long)own.BaseCount), chosen.Sum(own => own.BaseSpend), chosen.Count(own => own.NextCount > 0),
            chosen.Sum(own => (long)own.NextCount), chosen.Sum(own => own.NextSpend));
    }
}
